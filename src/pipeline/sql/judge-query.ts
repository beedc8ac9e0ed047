/**
 * What a query must not do if the same input is to give the same rows: read what was not declared, ask the clock,
 * draw without a seed, leave the order of its rows open. Read off DuckDB's own tree of the query.
 */
import { z } from 'zod';
import { nearest } from '../../core/nearest.ts';
import type { Problem } from '../problem.ts';
import { offsetInText } from './duckdb-fault.ts';
import { placeInSql } from './place-in-sql.ts';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Gives the tree of a query, as one cell. */
export const treeQuery = (sql: string): string => `SELECT json_serialize_sql(${literal(sql)})`;
/** Gives the functions whose answer is not settled by what they are given. */
export const UNSETTLED_QUERY = `SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'`;

/** Table functions that make rows out of nothing but their arguments. */
const TABLE_FUNCTIONS = new Set([
  'range',
  'generate_series',
  'unnest',
  'json_each',
  'json_tree',
  'repeat',
  'repeat_row',
]);
/** Words without brackets that are the clock where no column has their name. */
const CLOCK_WORDS = [
  'current_date',
  'current_time',
  'current_timestamp',
  'localtime',
  'localtimestamp',
  'today',
  'now',
];
/** Said to be settled by DuckDB, and yet telling of the machine or of chance. */
const UNSETTLED_TOO = ['current_setting', 'reservoir_quantile'];

type Node = Readonly<Record<string, unknown>>;

const tree = z.union([
  z.object({
    error: z.literal(true),
    error_type: z.string(),
    error_message: z.string(),
    position: z.coerce.number().optional(),
  }),
  z.object({ error: z.literal(false), statements: z.array(z.object({ node: z.record(z.string(), z.unknown()) })) }),
]);

export interface QueryJudgement {
  readonly problems: readonly Problem[];
  /** Whether the query orders its rows. */
  readonly ordered: boolean;
}

export interface JudgedQuery {
  readonly file: string;
  readonly sql: string;
  /** Tables that it may read, with their columns. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Column that names a row of the table. */
  readonly key: string;
}

function* nodesBelow(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesBelow(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Node;
    for (const item of Object.values(value)) yield* nodesBelow(item);
  }
}

const textIn = (node: Node, key: string): string => (typeof node[key] === 'string' ? node[key] : '');
const listIn = (node: Node, key: string): readonly unknown[] => (Array.isArray(node[key]) ? node[key] : []);

/** Names that the query itself gives to parts of it. */
const ownNames = (root: Node): Set<string> =>
  new Set(
    [...nodesBelow(root)].flatMap((node) =>
      'cte_map' in node
        ? listIn(node['cte_map'] as Node, 'map').map((entry) => textIn(entry as Node, 'key').toLowerCase())
        : [],
    ),
  );

function notOneSelect({ file }: JudgedQuery, found: string): Problem {
  return {
    code: 'query-not-select',
    file,
    message: 'A table comes from one SELECT, and this is something else.',
    expected: 'one SELECT (WITH, VALUES and UNION included)',
    found,
    hint: 'Leave one SELECT in the file; a PIVOT goes inside one: SELECT * FROM (PIVOT …).',
  };
}

function unrepeatable(name: string): Pick<Problem, 'code' | 'message' | 'hint'> {
  return {
    code: 'query-not-repeatable',
    message: `"${name}" answers otherwise at another time or on another machine; the same input has to give the same rows.`,
    hint: `Hand a moment in as a parameter ($until); to draw, order by md5(key || 'a seed') and take the first rows.`,
  };
}

class Judge {
  readonly problems: Problem[] = [];
  readonly #query: JudgedQuery;
  readonly #unsettled: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;
  readonly #columns: ReadonlySet<string>;

  constructor(query: JudgedQuery, unsettled: readonly string[], root: Node) {
    this.#query = query;
    this.#unsettled = new Set([...unsettled, ...UNSETTLED_TOO]);
    this.#known = new Set([...[...query.tables.keys()].map((name) => name.toLowerCase()), ...ownNames(root)]);
    this.#columns = new Set([...query.tables.values()].flat().map((name) => name.toLowerCase()));
  }

  add(node: Node, problem: Omit<Problem, 'file'>): void {
    const { file, sql } = this.#query;
    const at = node['query_location'];
    const length = Buffer.byteLength(sql);
    const placed = typeof at === 'number' && at < length ? placeInSql(sql, offsetInText(sql, at)) : {};
    this.problems.push({ file, ...placed, ...problem });
  }

  look(node: Node): void {
    const name = textIn(node, 'function_name').toLowerCase();
    if (name !== '' && (this.#unsettled.has(name) || (name === 'age' && listIn(node, 'children').length === 1)))
      this.add(node, unrepeatable(name));
    if (node['class'] === 'COLUMN_REF') this.#column(node);
    if (node['type'] === 'BASE_TABLE') this.#table(node);
    if (node['type'] === 'TABLE_FUNCTION') this.#tableFunction(node);
    if (node['type'] === 'SHOW_REF') this.problems.push(notOneSelect(this.#query, 'DESCRIBE, SHOW or SUMMARIZE'));
    const sample = node['sample'] as Node | null | undefined;
    if (sample && typeof sample['seed'] === 'number' && sample['seed'] < 0) this.add(node, unrepeatable('SAMPLE'));
  }

  #column(node: Node): void {
    const [name, ...rest] = listIn(node, 'column_names').map((part) => String(part).toLowerCase());
    if (name === undefined || rest.length > 0 || !CLOCK_WORDS.includes(name) || this.#columns.has(name)) return;
    this.add(node, unrepeatable(name));
  }

  #table(node: Node): void {
    const name = textIn(node, 'table_name');
    const schema = [textIn(node, 'catalog_name'), textIn(node, 'schema_name')].filter((part) => part !== '');
    if (schema.length === 0 && this.#known.has(name.toLowerCase())) return;
    const tables = [...this.#query.tables.keys()];
    const meant = nearest(name, tables);
    this.add(node, {
      code: 'query-unknown-table',
      message: `The query reads "${[...schema, name].join('.')}", which the loader does not name.`,
      expected: tables.join(', '),
      hint: meant === undefined ? 'Name it under `source` or `needs`.' : `Did you mean "${meant}"?`,
    });
  }

  #tableFunction(node: Node): void {
    const called = node['function'] as Node;
    const name = textIn(called, 'function_name');
    if (TABLE_FUNCTIONS.has(name.toLowerCase())) return;
    this.add(typeof called['query_location'] === 'number' ? called : node, {
      code: 'query-forbidden',
      message: `The query reads "${name}(…)", and it may read only what its loader names.`,
      expected: [...this.#query.tables.keys()].join(', '),
      hint: 'List the file in sources.yaml and name it under `source`.',
    });
  }

  /** An order that ends with the key leaves nothing open. */
  order(orders: readonly unknown[], hasKey: boolean): void {
    const last = (orders.at(-1) as Node)['expression'] as Node;
    const names = listIn(last, 'column_names').map(String);
    const all = last['class'] === 'STAR';
    if (!hasKey || all || names.at(-1)?.toLowerCase() === this.#query.key.toLowerCase()) return;
    this.add(last, {
      code: 'query-order',
      message: 'Rows that are equal in this order may come in any order.',
      expected: `an ORDER BY that ends with the key, ${this.#query.key}`,
      hint: `Add ", ${this.#query.key}", or leave ORDER BY out: rows then stand in the order of their key.`,
    });
  }
}

/**
 * @param json what `treeQuery` gave
 * @param unsettled what `UNSETTLED_QUERY` gave
 * @param columns of the result, where the query ran
 */
export function judgeQuery(
  query: JudgedQuery,
  json: string,
  unsettled: readonly string[],
  columns: readonly string[],
): QueryJudgement {
  const read = tree.parse(JSON.parse(json));
  // What DuckDB cannot parse is told by its own fault, which has the place.
  if (read.error && read.error_type === 'parser') return { problems: [], ordered: false };
  if (read.error) return { problems: [notOneSelect(query, 'a statement of another kind')], ordered: false };
  const [statement, ...more] = read.statements;
  if (statement === undefined || more.length > 0)
    return { problems: [notOneSelect(query, `${String(read.statements.length)} statements`)], ordered: false };
  const judge = new Judge(query, unsettled, statement.node);
  for (const node of nodesBelow(statement.node)) judge.look(node);
  const orders = listIn(statement.node, 'modifiers').flatMap((modifier) => listIn(modifier as Node, 'orders'));
  if (orders.length > 0) judge.order(orders, columns.includes(query.key));
  return { problems: judge.problems, ordered: orders.length > 0 };
}
