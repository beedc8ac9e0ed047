/**
 * Text that an author writes in YAML or in an attribute, cut into what it says and what it refers to.
 *
 * `{{fact.handoff.late_24h | percent}}` refers to a value, in a format (reference.ts);
 * `{{value.limit}}` shows what a cell of the page defines, and follows it;
 * `[[120 to 220 | the growth plan]]` is a number that was typed on purpose, with the reason;
 * `[[? what was promised]]` is a blank that nobody has filled in yet;
 * `` `handoff_hours` `` quotes the record.
 */
import { openText } from './open-blank.ts';

/** Where a referenced value comes from: the loaders, engagement.yaml, or roi.yaml. */
export const REFERENCE_SOURCES = ['fact', 'given', 'roi'] as const;
export type ReferenceSource = (typeof REFERENCE_SOURCES)[number];

/** A piece of text. `index` is where it begins in the string, in UTF-16 units from 0. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly index: number }
  | { readonly kind: 'code'; readonly text: string; readonly index: number }
  /** A blank, as it is read aloud. */
  | { readonly kind: 'open'; readonly text: string; readonly index: number }
  | {
      readonly kind: 'reference';
      readonly of: ReferenceSource;
      readonly id: string;
      readonly as?: string;
      readonly index: number;
    }
  | { readonly kind: 'live'; readonly text: string; readonly name: string; readonly index: number }
  | { readonly kind: 'stated'; readonly text: string; readonly why: string; readonly index: number };

/** A template that cannot be read; `index` is where it goes wrong, in UTF-16 units from 0. */
export class TemplateError extends Error {
  readonly index: number;
  readonly expected: string;
  readonly found: string;
  constructor(message: string, details: { index: number; expected: string; found: string }) {
    super(message);
    this.name = 'TemplateError';
    this.index = details.index;
    this.expected = details.expected;
    this.found = details.found;
  }
}

const REFERENCE = /^(\w+)\.([\w.-]+?)\s*(?:\|\s*([\w.]+))?$/;
const REFERENCE_SHAPE = '{{fact.<id>}}, {{given.<path>}} or {{roi.<id>}}, with a format after "|" where one is needed';
const OPEN_SHAPE = '[[? what has still to be written here]]';
const STATED_SHAPE = '[[the number as typed | why it is typed]]';

const isSource = (word: string): word is ReferenceSource => (REFERENCE_SOURCES as readonly string[]).includes(word);

function reference(inner: string, found: string, index: number): Segment {
  const [, of = '', id = '', as] = REFERENCE.exec(inner.trim()) ?? [];
  if (id === '') {
    throw new TemplateError('This reference cannot be read.', { index, expected: REFERENCE_SHAPE, found });
  }
  if (of === 'value' && as === undefined) return { kind: 'live', text: found, name: id, index };
  if (!isSource(of)) {
    throw new TemplateError(`A reference begins with fact, given or roi, not with "${of}".`, {
      index,
      expected: REFERENCE_SHAPE,
      found,
    });
  }
  return { kind: 'reference', of, id, ...(as !== undefined && { as }), index };
}

function open(question: string, found: string, index: number): Segment {
  if (question.trim() === '') {
    throw new TemplateError('A blank does not say what it is for.', { index, expected: OPEN_SHAPE, found });
  }
  return { kind: 'open', text: openText(question, index === 0), index };
}

function stated(inner: string, found: string, index: number): Segment {
  if (inner.startsWith('?')) return open(inner.slice(1), found, index);
  const bar = inner.lastIndexOf('|');
  const text = (bar === -1 ? inner : inner.slice(0, bar)).trim();
  const why = bar === -1 ? '' : inner.slice(bar + 1).trim();
  if (text === '' || why === '') {
    throw new TemplateError(text === '' ? 'A stated number is empty.' : 'A stated number gives no reason.', {
      index,
      expected: STATED_SHAPE,
      found,
    });
  }
  return { kind: 'stated', text, why, index };
}

interface Mark {
  readonly open: string;
  readonly close: string;
  read(inner: string, found: string, index: number): Segment;
}
const MARKS: readonly Mark[] = [
  { open: '{{', close: '}}', read: reference },
  { open: '[[', close: ']]', read: stated },
  { open: '`', close: '`', read: (inner, _found, index) => ({ kind: 'code', text: inner, index }) },
];

/**
 * Cuts a template into its segments, in order; plain text is one segment.
 *
 * @throws TemplateError for a mark that is not closed, a reference that cannot be read, or a stated number without its reason
 */
export function parseTemplate(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const mark = MARKS.find(({ open }) => text.startsWith(open, at));
    if (mark === undefined) {
      at += 1;
      continue;
    }
    const end = text.indexOf(mark.close, at + mark.open.length);
    if (end === -1) {
      throw new TemplateError(`"${mark.open}" is never closed.`, {
        index: at,
        expected: `"${mark.close}" further on`,
        found: text.slice(at, at + 40),
      });
    }
    if (at > from) segments.push({ kind: 'text', text: text.slice(from, at), index: from });
    from = end + mark.close.length;
    segments.push(mark.read(text.slice(at + mark.open.length, end), text.slice(at, from), at));
    at = from;
  }
  if (from < text.length) segments.push({ kind: 'text', text: text.slice(from), index: from });
  return segments;
}
