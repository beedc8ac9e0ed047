/** The files of the kit, from what the bundle says of the engagement. */
import type { Bundle } from '../schema/bundle.ts';
import type { Kit, KitCheck } from '../schema/kit.ts';
import { CALENDAR, settings } from './calendar.ts';
import { createTable, engineCsv, kitTables } from './data.ts';
import type { KitTable } from './data.ts';
import { readme } from './readme.ts';
import type { Signature } from './readme.ts';
import { COMPARE, createResults, publishedTable } from './results.ts';
import {
  DUCKDB_LOAD,
  DUCKDB_SCRIPT,
  duckdbLoad,
  duckdbScript,
  NODE_SCRIPT,
  NODE_TEXT,
  PSQL_SCRIPT,
  psqlScript,
} from './run-scripts.ts';
import { comment } from './sql-text.ts';

/** Of the kit, in the folder of the report. */
export const KIT_FOLDER = 'kit';

/** What the kit is made from. */
export type KitParts = Pick<Bundle, 'engagement' | 'tables' | 'facts' | 'checks'> & {
  readonly kit: Kit;
  /** The report is made-up data to show the shape of one. */
  readonly representative?: string | undefined;
};

export interface KitScript {
  /** In the order in which they run; the first creates the tables that `tables` fill. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly tables: readonly KitTable[];
}

/** Facts that the SQL of the kit counts. */
export function countedFacts({ facts, kit }: Pick<KitParts, 'facts' | 'kit'>): KitParts['facts'] {
  const written = new Set(kit.checks.filter(({ query }) => query !== undefined).map(({ check }) => check));
  const out = new Set(kit.checks.flatMap(({ left_out }) => left_out.map(({ fact }) => fact)));
  return facts.filter(({ id, check }) => written.has(check) && !out.has(id));
}

/** The SQL of a check, below the kit. */
export const checkFile = (check: string): string => `checks/${check}.sql`;

/** One check as a statement that adds its rows to the results. */
function checkText({ query = '', left_out }: KitCheck, question: string): string {
  const said = [comment(question), ...left_out.map(({ fact, reason }) => comment(`Not here: ${fact}. ${reason}`))];
  return `${said.join('\n')}\ninsert into results (fact, count, "of", value)\n${query.trim()}\n;\n`;
}

const MAPPING_HEAD = `-- Everything that has to be changed for records of your own stands in this file.
-- As it is, the checks run over the sample that comes with the kit.

`;

/** Everything that is SQL in both engines. */
export function kitScript(parts: KitParts): KitScript {
  const { kit, engagement, checks } = parts;
  const facts = countedFacts(parts);
  const sample = kitTables(parts.tables, kit.mapping);
  const questions = new Map(checks.map(({ id, question }) => [id, question]));
  const written = kit.checks.filter(({ query }) => query !== undefined);
  return {
    tables: [...sample, publishedTable(facts)],
    files: [
      {
        path: 'tables.sql',
        text: [
          '-- Days and hours are counted in the zone that mapping.sql names; the session stands in UTC.',
          "set TimeZone = 'UTC';\n",
          createResults(facts),
          '-- The sample.',
          ...sample.map(createTable),
        ].join('\n'),
      },
      { path: 'mapping.sql', text: `${MAPPING_HEAD}${settings(engagement)}\n${kit.mapping.trim()}\n` },
      { path: 'calendar.sql', text: CALENDAR },
      ...(kit.shared === undefined ? [] : [{ path: 'shared.sql', text: `${kit.shared.trim()}\n` }]),
      ...written.map((one) => ({
        path: checkFile(one.check),
        text: checkText(one, questions.get(one.check) ?? one.check),
      })),
      { path: 'compare.sql', text: COMPARE },
    ],
  };
}

/** Every file of the kit as text, by its path below `kit/`. */
export function composeKit(parts: KitParts, signature?: Signature): ReadonlyMap<string, string> {
  const { files, tables } = kitScript(parts);
  const order = files.map(({ path }) => path);
  return new Map([
    ['README.md', readme({ parts, counted: countedFacts(parts).length, order, signature })],
    ...files.map(({ path, text }) => [path, text] as const),
    ...tables.map((table) => [table.file, engineCsv(table)] as const),
    [DUCKDB_SCRIPT, duckdbScript(order)],
    [DUCKDB_LOAD, duckdbLoad(tables)],
    [NODE_SCRIPT, NODE_TEXT],
    [PSQL_SCRIPT, psqlScript(order, tables)],
  ]);
}
