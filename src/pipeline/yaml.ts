/** YAML with positions: every value knows its line and column, every fault becomes a problem. */
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
import type { Problem } from './problem.ts';
import { faultProblem, faultsOf } from './yaml-faults.ts';

/** Keys and indices from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlDocument {
  readonly file: string;
  /** The whole file, as it stands. */
  readonly text: string;
  readonly value: unknown;
  /** Where a value begins; the nearest value around it where there is none. */
  readonly positionOf: (path: Path) => Position;
  /** Where the key of a value stands (the value itself in a list). */
  readonly positionOfKey: (path: Path) => Position;
  /** Maps an index of a text value to its place in the file, across quotes and folded lines. */
  readonly positionInText: (path: Path, index: number) => Position;
  /** A value as it is written in the file, or undefined where there is none. */
  readonly sourceOf: (path: Path) => string | undefined;
  /** A line of the file, without its end; 1-based. */
  readonly lineText: (line: number) => string;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { from: node.range[0], to: node.range[1] };
}

function entryOf(node: unknown, key: string | number): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { key: pair.key, value: pair.value };
  }
  if (isCollection(node) && typeof key === 'number' && key in node.items) {
    const item: unknown = node.items[key];
    const value = isPair(item) ? item.value : item;
    return { key: value, value };
  }
  return undefined;
}

/** Walks as far as the path leads; `whole` tells whether that was to its end. */
function follow(document: Document.Parsed, path: Path): { key: unknown; value: unknown; whole: boolean } {
  let [key, value]: [unknown, unknown] = [document.contents, document.contents];
  for (const step of path) {
    const target = isAlias(value) ? value.resolve(document) : value;
    const entry = entryOf(target, step);
    if (entry === undefined) return { key, value, whole: false };
    key = entry.key;
    value = entry.value;
  }
  return { key, value, whole: true };
}

const isBlank = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);

/** Offset in the file of a sign of a text value: walks both, since folding and escapes change only blanks and backslashes. */
function offsetInText(source: string, span: Span, value: string, index: number): number {
  let at = span.from;
  if (/^[>|]/.test(source.slice(at, at + 1))) at = source.indexOf('\n', at) + 1;
  else if (/^["']/.test(source.slice(at, at + 1))) at += 1;
  let begin = at;
  for (let read = 0; read <= index && read < value.length; read += 1) {
    const sign = value[read];
    if (isBlank(sign)) {
      if (!isBlank(value[read - 1])) begin = at;
      if (isBlank(value[read + 1])) continue;
      while (at < span.to && isBlank(source[at])) at += 1;
      continue;
    }
    while (at < span.to && source[at] !== sign) at += 1;
    begin = at;
    at += 1;
  }
  return Math.min(begin, span.to);
}

/** The value of a document, or undefined where its aliases refer to themselves or multiply without end. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/**
 * Reads one YAML document (version 1.2, core schema: dates stay text, `yes` stays text).
 * A fault of syntax, a duplicate key or a tab gives problems and no document.
 */
export function parseYaml(file: string, text: string): { document?: YamlDocument; problems: Problem[] } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const split = text.split(/\r?\n/);
  const lineText = (line: number): string => split[line - 1] ?? '';
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return line === 0 ? { line: 1, column: 1 } : { line, column: col };
  };
  const [document] = parsed;
  if (document === undefined) {
    return {
      problems: [{ code: 'yaml-empty', file, line: 1, message: 'The file is empty.', hint: 'Write it, or remove it.' }],
    };
  }
  const faults = faultsOf(parsed);
  if (faults.length > 0) {
    // One slip makes several faults; those on the same line say nothing new.
    const byLine = new Map<number, Problem>();
    for (const fault of faults) {
      const at = positionAt(fault.pos[0]);
      if (!byLine.has(at.line)) byLine.set(at.line, faultProblem(file, fault, at, lineText(at.line)));
    }
    return { problems: [...byLine.values()] };
  }

  const value = plainValue(document);
  if (value === undefined) {
    const message = 'Aliases ("*name") unfold to more than can be read.';
    return { problems: [{ code: 'yaml-aliases', file, line: 1, message, hint: 'Write the values out.' }] };
  }

  const startOf = (node: unknown): Position => {
    const span = spanOf(node);
    return span ? positionAt(span.from) : { line: 1, column: 1 };
  };
  return {
    problems: [],
    document: {
      file,
      text,
      value,
      positionOf: (path) => {
        const { key, value } = follow(document, path);
        return startOf(isNode(value) ? value : key);
      },
      positionOfKey: (path) => startOf(follow(document, path).key),
      positionInText: (path, index) => {
        const { value } = follow(document, path);
        const span = spanOf(value);
        if (!span || !isScalar(value) || typeof value.value !== 'string') return startOf(value);
        return positionAt(offsetInText(text, span, value.value, index));
      },
      sourceOf: (path) => {
        const { value, whole } = follow(document, path);
        const span = whole ? spanOf(value) : undefined;
        return span && text.slice(span.from, span.to);
      },
      lineText,
    },
  };
}
