/** How each engine is told to read the files of the kit, in their order. */
import { identifier, literal } from './sql-text.ts';
import type { KitTable } from './data.ts';

export const DUCKDB_SCRIPT = 'run-duckdb.sql';
export const DUCKDB_LOAD = 'load-duckdb.sql';
export const PSQL_SCRIPT = 'run-psql.sql';
export const NODE_SCRIPT = 'run-duckdb.mjs';

/** Fills the tables from their files. Nothing between two commas is null, an empty text is in quotes. */
export const duckdbLoad = (tables: readonly KitTable[]): string =>
  tables
    .map(
      ({ name, file }) =>
        `copy ${identifier(name)} from ${literal(file)} (format csv, header true, nullstr '', allow_quoted_nulls false, parallel false);\n`,
    )
    .join('');

/** @param files in the order in which they run; the first creates the tables */
export function duckdbScript([first = '', ...rest]: readonly string[]): string {
  return [
    '-- duckdb < run-duckdb.sql, in the folder of the kit',
    '.bail on',
    '.maxrows 1000',
    ...[first, DUCKDB_LOAD, ...rest].map((file) => `.read ${file}`),
    '',
  ].join('\n');
}

/** @param files in the order in which they run; the first creates the tables */
export function psqlScript([first = '', ...rest]: readonly string[], tables: readonly KitTable[]): string {
  return [
    '-- psql --no-psqlrc --file run-psql.sql, in the folder of the kit',
    '\\set ON_ERROR_STOP on',
    '\\set QUIET on',
    '\\encoding UTF8',
    '\\pset pager off',
    `\\i ${first}`,
    ...tables.map(
      ({ name, file }) =>
        `\\copy ${identifier(name)} from ${literal(file)} with (format csv, header true, encoding 'UTF8')`,
    ),
    ...rest.map((file) => `\\i ${file}`),
    '',
  ].join('\n');
}

/** Reads the same files as the command line of DuckDB, for those who have Node and no such command. */
export const NODE_TEXT = `// node run-duckdb.mjs [database.duckdb]
// Needs Node 20.11 or later, and in this folder: npm install @duckdb/node-api
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const database = process.argv[2] === undefined ? ':memory:' : resolve(process.argv[2]);
process.chdir(import.meta.dirname);
const instance = await DuckDBInstance.create(database, database === ':memory:' ? {} : { access_mode: 'READ_ONLY' });
const connection = await instance.connect();
const files = [...readFileSync('run-duckdb.sql', 'utf8').matchAll(/^\\.read (.+)$/gm)].map(([, file]) => file);
for (const file of files) {
  try {
    await connection.run(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(\`\${file}: \${error.message}\`);
    process.exit(1);
  }
}
const compared = await connection.runAndReadAll('select * from compared order by place, fact');
const rows = compared.getRowObjectsJson();
for (const { fact, published, counted_here, unit, agrees } of rows) {
  console.log(\`\${agrees ? 'agrees ' : 'DIFFERS'}  \${fact}: \${published ?? 'nothing'} published, \${counted_here ?? 'nothing'} counted here (\${unit ?? ''})\`);
}
console.log(\`\${rows.filter(({ agrees }) => agrees).length} of \${rows.length} facts agree with the report\`);
`;
