/** Imports every loader of an engagement and reads what it declares. */
import { posix } from 'node:path';
import { z } from 'zod';
import { parameter } from '../../schema/sources.ts';
import { columnType, tableScope } from '../../schema/table.ts';
import { nearest } from '../../core/nearest.ts';
import type { TableDefinition } from '../define.ts';
import type { Problem } from '../problem.ts';
import { importLoader } from './import-loader.ts';
import type { Definition } from './import-loader.ts';
import type { DescribeRequest, DescribeResult, LoaderDescription, LoaderFile } from './messages.ts';
import { importsOfAuthor } from './modules.ts';

const names = z.array(z.string().min(1));
const column = z.strictObject({
  type: columnType,
  label: z.string().min(1, 'a label for the reader'),
  unit: z.string().min(1, 'the unit of the number').optional(),
  internal: z.boolean(),
  blank: z.boolean(),
});
const tableShape = z.object({
  title: z.string().min(1, 'what a reader calls the table'),
  source: z.union([z.string(), names]).optional(),
  needs: names,
  sql: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\.sql$/, 'a file beside the loader, such as "parcels.sql"')
    .optional(),
  parameters: z.record(z.string().regex(/^[a-z]\w*$/, 'a name in lower case'), parameter).optional(),
  key: z.string(),
  scope: tableScope,
  columns: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'a column name in lower case, words joined by "_"'), column),
});
const checkShape = z.object({ question: z.string().min(1, 'the question that the check answers'), needs: names });
const controlShape = z.object({
  title: z.string().min(1, 'the control as a noun phrase'),
  acceptance: z.array(z.string().min(1)).min(1, 'what has to be true of it, in plain words'),
  needs: names,
});

function shapeProblems(file: string, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    code: 'loader-definition',
    file,
    field: issue.path.join('.'),
    message: `The definition of this loader is not complete: ${issue.path.join('.') || 'it'}: ${issue.message}.`,
    hint: 'Compare it with the options that the helper documents.',
  }));
}

/** Parts of a definition that a query takes the place of, or that mean nothing without one. */
function queryProblems(file: string, { sql, parameters, records }: TableDefinition): Problem[] {
  const wrong = (field: string, message: string, hint: string): Problem[] => [
    { code: 'loader-definition', file, field, message, hint },
  ];
  if (sql === undefined) {
    return parameters === undefined
      ? []
      : wrong('parameters', 'This table has parameters and no query.', 'Name the query under `sql`.');
  }
  return records === undefined
    ? []
    : wrong('records', 'The records of this table come from a query.', 'Leave out `records`, or `sql`.');
}

function describe(
  loader: LoaderFile,
  definition: Definition,
): { description?: LoaderDescription; problems: Problem[] } {
  const { file } = loader;
  if (definition.kind === 'check') {
    const read = checkShape.safeParse(definition);
    if (!read.success) return { problems: shapeProblems(file, read.error) };
    return { description: { ...loader, kind: 'check', ...read.data }, problems: [] };
  }
  if (definition.kind === 'control') {
    const read = controlShape.safeParse(definition);
    if (!read.success) return { problems: shapeProblems(file, read.error) };
    return { description: { ...loader, kind: 'control', ...read.data }, problems: [] };
  }
  const read = tableShape.safeParse(definition);
  if (!read.success) return { problems: shapeProblems(file, read.error) };
  const { title, source = [], needs, key, scope, sql, parameters } = read.data;
  const columns = Object.entries(read.data.columns).map(([name, declared]) => ({ name, ...declared }));
  const sources = typeof source === 'string' ? [source] : source;
  const problems: Problem[] = [];
  const keyColumn = columns.find(({ name }) => name === key);
  if (keyColumn === undefined) {
    const close = nearest(
      key,
      columns.map(({ name }) => name),
    );
    problems.push({
      code: 'loader-definition',
      file,
      field: 'key',
      message: `The key "${key}" is not one of the table's columns.`,
      expected: columns.map(({ name }) => name).join(', '),
      found: key,
      ...(close !== undefined && { hint: `Did you mean "${close}"?` }),
    });
  } else if (keyColumn.internal || keyColumn.blank) {
    problems.push({
      code: 'loader-definition',
      file,
      field: 'key',
      message: `The key "${key}" is ${keyColumn.internal ? 'internal' : 'blank in places'}; facts name their rows by it.`,
      hint: 'Choose a public column that is never blank.',
    });
  }
  if (sources.length === 0 && needs.length === 0) {
    problems.push({
      code: 'loader-definition',
      file,
      message: 'This table reads no source and needs no table.',
      hint: 'Name a `source`, or tables under `needs`.',
    });
  }
  problems.push(...queryProblems(file, definition));
  if (problems.length > 0) return { problems };
  const query =
    sql === undefined ? {} : { sql: { file: posix.join(posix.dirname(file), sql), parameters: parameters ?? {} } };
  return { description: { ...loader, kind: 'table', title, sources, needs, ...query, key, scope, columns }, problems };
}

/** @param begin is told which file is next, so that one that never ends can be named */
export async function describeLoaders(
  { loaders }: DescribeRequest,
  begin: (file: string) => void,
): Promise<DescribeResult> {
  const problems: Problem[] = [];
  const described: LoaderDescription[] = [];
  // One after another: what is written down while a file loads is that file's.
  for (const loader of loaders) {
    begin(loader.file);
    const { definition, problems: found } = await importLoader(loader);
    problems.push(...found);
    if (definition === undefined) continue;
    const { description, problems: faults } = describe(loader, definition);
    problems.push(...faults);
    if (description) described.push(description);
  }
  return { problems, loaders: described, imports: importsOfAuthor() };
}
