/** Imports every loader of an engagement and reads what it declares. */
import { z } from 'zod';
import { columnType, tableScope } from '../../schema/table.ts';
import { nearest } from '../../core/nearest.ts';
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
  const { title, source = [], needs, key, scope } = read.data;
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
  return problems.length > 0
    ? { problems }
    : { description: { ...loader, kind: 'table', title, sources, needs, key, scope, columns }, problems };
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
