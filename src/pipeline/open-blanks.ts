/** What authors have left open: blanks in strings and pages, and what engagement.yaml lists as not confirmed. */
import { blanksIn, spokenBlanks } from '../core/open-blank.ts';
import type { OpenBlank } from '../schema/bundle.ts';
import type { AuthoredFile, TemplatedText } from './authored-file.ts';
import { byCodePoint } from './paths.ts';
import { Lines } from './prose/place.ts';

const ELEMENT = /<Open>\s*([\s\S]*?)\s*<\/Open>/g;
const COMMENT = /^[ \t]*#.*$/gm;
const unbroken = (text: string): string => text.replaceAll(/\s+/g, ' ');
/** The same length, so that what follows keeps its place. */
const hidden = (text: string): string => text.replaceAll(COMMENT, (line) => ' '.repeat(line.length));

function blanksOf({ file, text }: Pick<AuthoredFile, 'file' | 'text'>): OpenBlank[] {
  const lines = new Lines(file, text);
  const strings = blanksIn(file.endsWith('.mdx') ? text : hidden(text));
  const elements = file.endsWith('.mdx')
    ? [...text.matchAll(ELEMENT)].map(({ 1: question = '', index }) => ({ question, index }))
    : [];
  return [...strings, ...elements].map(({ question, index }) => ({
    text: unbroken(question),
    file,
    line: lines.at(index).line,
  }));
}

/** Every blank with its place, by file and line. */
export function openBlanks({
  id,
  files,
  templates,
}: {
  readonly id: string;
  readonly files: ReadonlyMap<string, Pick<AuthoredFile, 'text'>>;
  readonly templates: readonly Pick<TemplatedText, 'file' | 'path' | 'text' | 'line'>[];
}): OpenBlank[] {
  const listed = templates
    .filter(({ file, path }) => file === `content/${id}/engagement.yaml` && path[0] === 'open')
    .map(({ file, text, line }) => ({ text: unbroken(text.trim()), file, line }));
  return [...[...files].flatMap(([file, { text }]) => blanksOf({ file, text })), ...listed].sort(
    (a, b) => byCodePoint(a.file, b.file) || a.line - b.line,
  );
}

/** A value with the blanks of its plain strings spoken; texts that are cut into segments later, by their paths, keep theirs. */
export function speakBlanks<T>(value: T, keep: ReadonlySet<string>, path: readonly (string | number)[] = []): T {
  if (typeof value === 'string') return (keep.has(JSON.stringify(path)) ? value : spokenBlanks(value)) as T;
  if (Array.isArray(value)) return value.map((item, index) => speakBlanks<unknown>(item, keep, [...path, index])) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, speakBlanks<unknown>(inner, keep, [...path, name])]),
  ) as T;
}
