/** A table and a check for a file, as an author would begin them; formatted later. */
import { mayBeBlank, readColumns } from './draft-table.ts';
import type { DraftColumn, DraftTable } from './draft-table.ts';
import { distinct } from './names.ts';

const literal = (text: string): string => JSON.stringify(text);
const property = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));

function fieldOf({ shape, blankWords, ...column }: DraftColumn, zone: string): { code: string; uses: string[] } {
  const inner = (): [string, string] => {
    switch (shape.kind) {
      case 'number':
        return ['number', shape.form === undefined ? 'number()' : `number(${JSON.stringify(shape.form)})`];
      case 'day':
        return ['day', `day(${shape.format === undefined ? '' : literal(shape.format)})`];
      case 'local':
        return [
          'localTime',
          `localTime(${[zone, ...(shape.format === undefined ? [] : [shape.format])].map(literal).join(', ')})`,
        ];
      default:
        return [shape.kind, `${shape.kind}()`];
    }
  };
  const [name, code] = inner();
  if (!mayBeBlank(column)) return { code, uses: [name] };
  return { code: `blank(${[code, ...blankWords.map(literal)].join(', ')})`, uses: ['blank', name] };
}

function columnOf(column: DraftColumn): string {
  const { shape, label, unit } = column;
  const kinds = { text: 'text', flag: 'boolean', number: 'number', day: 'date', local: 'time', instant: 'time' };
  const options = [
    ...(mayBeBlank(column) ? ['blank: true'] : []),
    ...(column.class === 'internal' ? ['internal: true'] : []),
  ];
  const values = [
    literal(label),
    ...(shape.kind === 'number' ? [literal(unit ?? '')] : []),
    ...(options.length > 0 ? [`{ ${options.join(', ')} }`] : []),
  ];
  return `column.${kinds[shape.kind]}(${values.join(', ')})`;
}

/** The column that numbers the rows of a table without a key. */
export const rowColumn = ({ columns }: Pick<DraftTable, 'columns'>): string =>
  distinct(['row'], new Set(columns.map(({ name }) => name)))[0] ?? 'row';

/** `<name>.table.ts`. */
export function tableText(table: DraftTable, zone: string): string {
  const columns = readColumns(table);
  const fields = columns.map((column) => ({ column, ...fieldOf(column, zone) }));
  const uses = [...new Set([...fields.flatMap((field) => field.uses), 'column', 'defineTable'])].sort();
  const renamed = columns.filter(({ header, name }) => header !== name);
  const numbered = table.key === undefined;
  const row = rowColumn(table);
  const steps = [
    ...(renamed.length > 0
      ? [`.rename({ ${renamed.map(({ header, name }) => `${property(header)}: ${literal(name)}`).join(', ')} })`]
      : []),
    // Rows are in the order of the file, so their numbers stay the same.
    ...(numbered ? [`.derive({ ${row}: () => \`row \${op.row_number()}\` })`] : []),
  ];
  return `${numbered ? "import { op } from 'arquero';\n" : ''}import { ${uses.join(', ')} } from 'workbench';
import { z } from 'zod';

export default defineTable()({
  title: ${literal(table.title)},
  source: ${literal(table.id)},
  key: ${literal(table.key ?? row)},
  scope: 'population',
  row: z.object({
    ${fields.map(({ column, code }) => `${property(column.header)}: ${code},`).join('\n    ')}
  }),
  columns: {
    ${[...(numbered ? [`${row}: column.text('Row of the file'),`] : []), ...columns.map((column) => `${column.name}: ${columnOf(column)},`)].join('\n    ')}
  },
  ${steps.length > 0 ? `transform: (rows) => rows${steps.join('')},` : ''}
});
`;
}

/** Facts of the first check of a table, by what they are about. */
export interface DraftFacts {
  readonly rows: string;
  /** Shares of rows without a value, the largest first. */
  readonly missing: readonly { readonly fact: string; readonly column: DraftColumn }[];
  readonly median?: { readonly fact: string; readonly column: DraftColumn };
}

/** More of them are for the author to ask for. */
const MOST_MISSING = 3;

export function draftFacts(table: DraftTable): DraftFacts {
  const shown = table.columns.filter(({ class: kept, name }) => kept === 'public' && name !== table.key);
  const rows = table.read.rows.length;
  const missing = shown
    // A column that is empty throughout says nothing of a row.
    .filter(({ blanks }) => blanks > 0 && blanks < rows)
    .sort((a, b) => b.blanks - a.blanks)
    .slice(0, MOST_MISSING)
    .map((column) => ({ fact: `${table.name}.without_${column.name}`, column }));
  const number = shown.find(({ shape, blanks }) => shape.kind === 'number' && blanks < rows);
  return {
    rows: `${table.name}.rows`,
    missing,
    ...(number && { median: { fact: `${table.name}.median_${number.name}`, column: number } }),
  };
}

/** `<name>.check.ts`. */
export function checkText(table: DraftTable): string {
  const { rows, missing, median } = draftFacts(table);
  const { name, key } = table;
  const facts = [
    `fact.count(${literal(rows)}, {
      label: ${literal(`Rows of ${table.file}`)},
      definition: 'Every data row of the file that could be read.',
      of: ${name},
      unit: 'rows',
    })`,
    ...missing.map(
      ({ fact, column }) => `fact.proportion(${literal(fact)}, {
      label: ${literal(`Rows without ${column.header}`)},
      definition: ${literal(`Rows whose column "${column.header}" is empty, of all rows that could be read.`)},
      of: ${name},
      where: (row) => row.${column.name} === null,
    })`,
    ),
    ...(median === undefined
      ? []
      : [
          `fact.median(${literal(median.fact)}, {
      label: ${literal(`Median of ${median.column.header}`)},
      definition: ${literal(`Median of the column "${median.column.header}" over the rows that have it.`)},
      of: ${mayBeBlank(median.column) ? `${name}.where((row) => row.${median.column.name} !== null)` : name},
      unit: ${literal(median.column.unit ?? '')},
      value: (row) => row.${median.column.name}${mayBeBlank(median.column) ? ' ?? Number.NaN' : ''},
    })`,
        ]),
  ];
  return `import { defineCheck } from 'workbench';
import type ${name} from './${name}.table.ts';

export default defineCheck<{ ${name}: typeof ${name} }>({
  question: ${literal(`How many rows does the file have, and what do they lack${key === undefined ? '' : `, each named by ${key}`}?`)},
  needs: [${literal(name)}],
  facts: ({ ${name} }, fact) => [${facts.join(',\n')}],
});
`;
}
