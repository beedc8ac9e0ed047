/** A parsed document against its schema: the typed value, or one problem per fault with its place. */
import type { z } from 'zod';
import { nearest } from '../core/nearest.ts';
import type { Problem } from './problem.ts';
import { descriptionOf, fieldsOf, schemaAt } from './schema-tree.ts';
import { kindOf, ownMessagesOnly, wordingOf } from './wording.ts';
import type { Path, Position, YamlDocument } from './yaml.ts';

const LONGEST_FOUND = 80;
const MOST_SIBLINGS = 6;

function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const step of path)
    at = at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[step] : undefined;
  return at;
}

const pathOf = (issue: z.core.$ZodIssue): Path =>
  issue.path.map((step) => (typeof step === 'number' ? step : String(step)));

/** `causes#1.test`, `claims[dashboard-94].percent`: entries of a list by their id, else counted from 1. */
export function fieldName(value: unknown, path: Path): string {
  let name = '';
  path.forEach((step, depth) => {
    if (typeof step === 'number') {
      const item = valueAt(value, path.slice(0, depth + 1));
      const id = item !== null && typeof item === 'object' && 'id' in item ? item.id : undefined;
      name += typeof id === 'string' ? `[${id}]` : `#${step + 1}`;
    } else {
      name += name === '' ? step : `.${step}`;
    }
  });
  return name;
}

/** A problem at a place in a document, with its line as excerpt. */
export function problemIn(
  document: YamlDocument,
  at: Position,
  problem: Omit<Problem, 'file' | 'line' | 'column' | 'excerpt'>,
): Problem {
  return { file: document.file, ...at, excerpt: document.lineText(at.line), ...problem };
}

function shortened(text: string | undefined): string | undefined {
  const line = text?.split(/\r?\n/, 1)[0]?.trim();
  if (line === undefined || line === '') return undefined;
  const cut = line.length > LONGEST_FOUND || line !== text?.trim();
  return cut ? `${line.slice(0, LONGEST_FOUND).trim()} …` : line;
}

function additionOf(document: YamlDocument, path: Path): string {
  const group = fieldName(document.value, path.slice(0, -1));
  return `Add "${String(path.at(-1))}:"${group === '' ? '' : ` below "${group}"`}.`;
}

function missing(document: YamlDocument, schema: z.ZodType, path: Path): Problem {
  const field = fieldName(document.value, path);
  const parent = path.slice(0, -1);
  const siblings = Object.keys(Object(valueAt(document.value, parent)) as object);
  const purpose = descriptionOf(schemaAt(schema, path) ?? schema);
  return problemIn(document, document.positionOfKey(parent), {
    code: 'missing-field',
    field,
    message: `"${field}" is missing.`,
    ...(purpose !== undefined && { expected: purpose }),
    ...(siblings.length <= MOST_SIBLINGS && {
      found: siblings.length === 0 ? 'no field at all' : `only ${siblings.join(', ')}`,
    }),
    hint: additionOf(document, path),
  });
}

/** The field that an unknown key was meant for: one that is missing, else one that is there already. */
function meantBy(
  key: string,
  known: readonly string[],
  present: readonly string[],
): { name: string; isMissing: boolean } | undefined {
  const missingOne = nearest(
    key,
    known.filter((name) => !present.includes(name)),
  );
  if (missingOne !== undefined) return { name: missingOne, isMissing: true };
  const other = nearest(key, known);
  return other === undefined ? undefined : { name: other, isMissing: false };
}

function hintForKey(meant: ReturnType<typeof meantBy>): string {
  if (meant === undefined) return 'Remove it.';
  return meant.isMissing ? `Did you mean "${meant.name}"?` : `Remove it; "${meant.name}" is there already.`;
}

function unknownKeys(document: YamlDocument, schema: z.ZodType, path: Path, keys: readonly string[]): Problem[] {
  const known = fieldsOf(schemaAt(schema, path) ?? schema);
  const present = Object.keys(Object(valueAt(document.value, path)) as object);
  return keys.map((key) => {
    const here = [...path, key];
    const field = fieldName(document.value, here);
    return problemIn(document, document.positionOfKey(here), {
      code: 'unknown-field',
      field,
      message: `"${field}" is not a field that can stand here.`,
      expected: `one of ${known.join(', ')}`,
      found: key,
      hint: hintForKey(meantBy(key, known, present)),
    });
  });
}

/** Paths of missing fields that stand there under a misspelt name; that is one slip, told once. */
function misspelt(document: YamlDocument, schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): Set<string> {
  const paths = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const path = pathOf(issue);
    const known = fieldsOf(schemaAt(schema, path) ?? schema);
    const present = Object.keys(Object(valueAt(document.value, path)) as object);
    return issue.keys.flatMap((key) => {
      const meant = meantBy(key, known, present);
      return meant?.isMissing ? [JSON.stringify([...path, meant.name])] : [];
    });
  });
  return new Set(paths);
}

function hintFor(issue: z.core.$ZodIssue, value: unknown, source: string | undefined): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
      return `Put it in quotes, so that it stays as it is written: "${source ?? String(value)}".`;
    }
    if (
      ['number', 'int'].includes(issue.expected) &&
      typeof value === 'string' &&
      value.trim() !== '' &&
      Number.isFinite(Number(value))
    ) {
      return `Remove the quotes: ${value.trim()}.`;
    }
    if (issue.expected === 'array') return 'Write one entry a line, each behind "- ".';
  }
  if (issue.code === 'invalid_value') {
    const meant = typeof value === 'string' ? nearest(value, issue.values.map(String)) : undefined;
    if (meant !== undefined) return `Did you mean "${meant}"?`;
  }
  return undefined;
}

function problemsOf(document: YamlDocument, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') return unknownKeys(document, schema, path, issue.keys);
  const value = valueAt(document.value, path);
  const field = fieldName(document.value, path);
  const subject = field === '' ? 'The file' : `"${field}"`;
  const { says, expected } = wordingOf(issue);
  if (issue.code === 'custom') {
    const absent = value === undefined && path.length > 0;
    const { index, length }: Record<string, unknown> = issue.params ?? {};
    const inText = typeof index === 'number' ? document.positionInText(path, index) : document.positionOf(path);
    const at = absent ? document.positionOfKey(path.slice(0, -1)) : inText;
    return [
      problemIn(document, at, {
        code: 'invalid-field',
        ...(field !== '' && { field }),
        ...(typeof length === 'number' && { length }),
        message: `${subject}: ${says}${/[.?!]$/.test(says) ? '' : '.'}`,
        ...(absent && { hint: additionOf(document, path) }),
      }),
    ];
  }
  if (value === undefined && path.length > 0) return [missing(document, schema, path)];
  const empty = value === null;
  const source = document.sourceOf(path);
  const found = typeof value === 'object' && value !== null ? kindOf(value) : shortened(source);
  const hint = hintFor(issue, value, source);
  const purpose = empty ? descriptionOf(schemaAt(schema, path) ?? schema) : undefined;
  return [
    problemIn(document, empty ? document.positionOfKey(path) : document.positionOf(path), {
      code: 'invalid-field',
      ...(field !== '' && { field }),
      message: `${subject} ${says}.`,
      ...((purpose ?? expected) !== undefined && { expected: purpose ?? expected }),
      found: empty ? 'no value' : (found ?? 'nothing'),
      ...(hint !== undefined && { hint }),
    }),
  ];
}

/** The document as its schema types it, or every fault with file, line, column, field, what was expected, what was found and what to do. */
export function validate<S extends z.ZodType>(
  document: YamlDocument,
  schema: S,
): { value?: z.output<S>; problems: Problem[] } {
  const result = schema.safeParse(document.value, { error: ownMessagesOnly, reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  const { issues } = result.error;
  const told = misspelt(document, schema, issues);
  const rest = issues.filter((issue) => !told.has(JSON.stringify(issue.path)));
  return { problems: rest.flatMap((issue) => problemsOf(document, schema, issue)) };
}
