/** Faults of YAML's syntax, named as the slips that people make. */
import { visit } from 'yaml';
import type { Document, ErrorCode, YAMLParseError } from 'yaml';
import type { Problem } from './problem.ts';
import type { Position } from './yaml.ts';

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

export type Fault = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

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

/** A quote that never closes is noticed at the end of the file; the fault is where it opens. */
function atOpening(document: Document.Parsed, fault: Fault): Fault {
  const [noticed] = fault.pos;
  let opening: number | undefined;
  visit(document, {
    Scalar(_key, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] < noticed && range[1] >= noticed) opening = range[0];
    },
  });
  return opening === undefined ? fault : { code: fault.code, message: fault.message, pos: [opening, opening] };
}

/** What keeps the documents of a file from being one value. */
export function faultsOf(documents: readonly Document.Parsed[]): Fault[] {
  const [document, second] = documents;
  if (document === undefined) return [];
  const faults = document.errors.map((error) => (error.code === 'MISSING_CHAR' ? atOpening(document, error) : error));
  if (faults.length > 0) return faults;
  const lost = lostAliases(document);
  if (lost.length > 0 || second === undefined) return lost;
  return [{ code: 'MULTIPLE_DOCS', message: 'a second document', pos: [second.range[0], second.range[1]] }];
}

/** The parser's code names the symptom; these are the slips that people make. */
function slip(error: Fault, excerpt: string, column: number): (typeof SYNTAX)[ErrorCode] {
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && !/:\s/.test(excerpt.slice(column - 1))) {
    return {
      message: 'The next line is indented as if it continued this one.',
      hint: 'Line it up with the keys around it.',
    };
  }
  if (error.code === 'BAD_INDENT' && /end with a [\]}]/.test(error.message)) {
    return {
      message: 'A bracket that was opened above is not closed.',
      hint: 'Close it, or write the list one entry a line, each behind "- ".',
    };
  }
  if (error.code === 'MISSING_CHAR' && /closing .quote/.test(error.message)) {
    return { message: 'A quote opens here and never closes.', hint: 'Close it.' };
  }
  return SYNTAX[error.code];
}

/** A fault in the words of a colleague, at its place. */
export function faultProblem(file: string, error: Fault, at: Position, excerpt: string): Problem {
  const known = slip(error, excerpt, at.column);
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
