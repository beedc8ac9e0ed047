/** YAML with positions: every value knows its line and column, every fault becomes a problem. */
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Document, ErrorCode, Node, Pair, YAMLParseError } from 'yaml';
import type { Problem } from './problem.ts';

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
  positionOf(path: Path): Position;
  /** Where the key of a value stands (the value itself in a list). */
  positionOfKey(path: Path): Position;
  /** Maps an index of a text value to its place in the file, across quotes and folded lines. */
  positionInText(path: Path, index: number): Position;
  /** A value as it is written in the file, or undefined where there is none. */
  sourceOf(path: Path): string | undefined;
  /** A line of the file, without its end; 1-based. */
  lineText(line: number): string;
}

const SYNTAX: Partial<Record<ErrorCode, Pick<Problem, 'message' | 'hint'>>> = {
  DUPLICATE_KEY: { message: 'This key stands twice in the same group.', hint: 'Remove one of the two, or rename it.' },
  TAB_AS_INDENT: { message: 'A tab stands where YAML wants spaces.', hint: 'Indent with spaces.' },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines around it.',
    hint: 'Line it up with the key above that it belongs beside.',
  },
  MISSING_CHAR: {
    message: 'A sign is missing: a quote, a bracket or a comma.',
    hint: 'Close what was opened on this line or just above it.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is read as a key, but it has no ":" of its own.',
    hint: 'Write "key: value", or indent the line so that it belongs to the text above.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second ": " stands on this line.',
    hint: 'Put the text in quotes when it contains a colon followed by a space.',
  },
  BAD_SCALAR_START: { message: 'A text cannot begin with this sign.', hint: 'Put the text in quotes.' },
  UNEXPECTED_TOKEN: {
    message: 'This cannot stand here.',
    hint: 'Check quotes and brackets on this line and the one above.',
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes begins an escape that does not exist.',
    hint: 'Use single quotes, or write the backslash twice.',
  },
  BAD_ALIAS: {
    message: 'An alias ("*name") refers to nothing.',
    hint: 'Put the text in quotes if the star is part of it.',
  },
  MULTIPLE_DOCS: { message: 'The file holds more than one YAML document.', hint: 'Remove the second "---" line.' },
};

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
    const value = isPair(item) ? (item as Pair).value : item;
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

type Fault = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Aliases without their anchor, which the parser lets pass until the value is asked for. */
function lostAliases(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const from = alias.range?.[0] ?? 0;
      faults.push({ code: 'BAD_ALIAS', message: `no anchor for *${alias.source}`, pos: [from, from] });
    },
  });
  return faults;
}

function syntaxProblem(file: string, error: Fault, at: Position, excerpt: string): Problem {
  const known = SYNTAX[error.code];
  const key = error.code === 'DUPLICATE_KEY' ? /^[^:]+/.exec(excerpt.slice(at.column - 1))?.[0].trim() : undefined;
  return {
    code: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`,
    file,
    ...at,
    message:
      key === undefined
        ? (known?.message ?? 'This is not YAML that can be read.')
        : `"${key}" stands twice in the same group.`,
    ...(known?.hint !== undefined && { hint: known.hint }),
    excerpt,
    detail: error.message,
  };
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
  const document = 'empty' in parsed ? undefined : parsed[0];
  if (document === undefined) {
    return { problems: [{ code: 'yaml-empty', file, line: 1, message: 'The file is empty.' }] };
  }
  const faults: readonly Fault[] = document.errors.length > 0 ? document.errors : lostAliases(document);
  const second = 'empty' in parsed ? undefined : parsed[1];
  if (faults.length > 0 || second !== undefined) {
    // One slip makes several faults; those on the same line say nothing new.
    const seen = new Set<number>();
    const problems: Problem[] = [];
    for (const fault of faults) {
      const at = positionAt(fault.pos[0]);
      if (seen.has(at.line)) continue;
      seen.add(at.line);
      problems.push(syntaxProblem(file, fault, at, lineText(at.line)));
    }
    if (faults.length === 0 && second !== undefined) {
      const at = positionAt(second.range[0]);
      problems.push({
        code: 'yaml-multiple-docs',
        file,
        ...at,
        ...SYNTAX.MULTIPLE_DOCS,
        message: 'The file holds more than one YAML document.',
        excerpt: lineText(at.line),
      });
    }
    return { problems };
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
      value: document.toJS() as unknown,
      positionOf: (path) => {
        const { key, value } = follow(document, path);
        return startOf(isNode(value) ? value : key);
      },
      positionOfKey: (path) => startOf(follow(document, path).key),
      positionInText: (path, index) => {
        const { value } = follow(document, path);
        const span = spanOf(value);
        if (!span || !isScalar(value) || typeof value.value !== 'string') return startOf(value as Node);
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
