/** Zod's issues in plain words. Pure: the sandboxed loaders use it too. */
import type { z } from 'zod';

/** What an issue says: what was expected, as a noun phrase, and the verb phrase that follows the field's name. */
export interface Wording {
  readonly says: string;
  readonly expected?: string;
}

/** Error map that blanks Zod's own messages, so that only those that a schema states remain. */
export const ownMessagesOnly = (): string => '';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'nothing',
  date: 'a time',
};

/** What a parsed value is, in words. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value instanceof Date) return 'a time';
  return (
    { string: 'text', number: 'a number', boolean: 'a truth value', object: 'a group of fields' }[
      typeof value as string
    ] ?? typeof value
  );
}

/** Zod's own formats, where a schema says nothing of its own. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as "2026-03-09"',
  datetime: 'a time such as "2026-03-09T14:05:00Z"',
  time: 'a time of day such as "14:05"',
  email: 'an e-mail address',
  url: 'an address that begins with "https://"',
};

const listed = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

/** "a time of day such as …" becomes "a time of day": the phrase up to its first explanation. */
const head = (phrase: string): string => /^.*?(?=,| such as | written as | \(|:|$)/.exec(phrase)?.[0] ?? phrase;

function bounds(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Wording {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  const stated = issue.message === '' ? undefined : issue.message;
  if (issue.origin === 'string' || issue.origin === 'array') {
    const unit = issue.origin === 'string' ? (bound === 1 ? 'sign' : 'signs') : bound === 1 ? 'entry' : 'entries';
    if (small && bound === 1 && !issue.exact) {
      return { says: 'is empty', expected: stated ?? (issue.origin === 'string' ? 'some text' : 'at least one entry') };
    }
    const limit = issue.exact ? 'exactly' : small ? 'at least' : 'at most';
    return { says: small ? 'is too short' : 'is too long', expected: stated ?? `${limit} ${bound} ${unit}` };
  }
  const limit = small ? (issue.inclusive ? 'at least' : 'more than') : issue.inclusive ? 'at most' : 'less than';
  return { says: small ? 'is too small' : 'is too large', expected: stated ?? `${limit} ${bound}` };
}

/** An issue in words. A message that the schema states is a noun phrase (what is expected), but for `custom` issues a clause. */
export function wordingOf(issue: z.core.$ZodIssue): Wording {
  const stated = issue.message === '' ? undefined : issue.message;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = stated ?? TYPES[issue.expected] ?? issue.expected;
      const found = kindOf(issue.input);
      // Where the phrase is longer than the type, "is text" alone would say nothing wrong.
      if (found === TYPES[issue.expected]) return { says: `is not ${head(expected)}`, expected };
      return { says: found === 'empty' ? 'has no value' : `is ${found}, not ${head(expected)}`, expected };
    }
    case 'invalid_value': {
      const [first] = issue.values;
      const expected = stated ?? (issue.values.length === 1 ? JSON.stringify(first) : `one of ${listed(issue.values)}`);
      return { says: `cannot be ${JSON.stringify(issue.input)}`, expected };
    }
    case 'too_small':
    case 'too_big':
      return bounds(issue);
    case 'invalid_format': {
      const phrase = stated ?? FORMATS[issue.format];
      if (phrase !== undefined) return { says: `is not ${head(phrase)}`, expected: phrase };
      const form = issue.pattern === undefined ? `in the form "${issue.format}"` : `that matches ${issue.pattern}`;
      return { says: 'has the wrong form', expected: `a text ${form}` };
    }
    case 'not_multiple_of':
      return { says: 'has too fine a step', expected: stated ?? `a multiple of ${issue.divisor}` };
    case 'unrecognized_keys':
      return { says: `has fields that are not known: ${issue.keys.join(', ')}` };
    case 'invalid_union': {
      const alternatives = [
        ...new Set(
          issue.errors.flatMap((branch) => branch.slice(0, 1).map((inner) => wordingOf(inner).expected ?? '')),
        ),
      ].filter(Boolean);
      return { says: 'fits none of the forms it may have', expected: stated ?? alternatives.join(', or ') };
    }
    case 'invalid_key':
      return {
        says: 'has a name that cannot be used',
        expected: issue.issues[0] && wordingOf(issue.issues[0]).expected,
      };
    case 'invalid_element':
      return {
        says: 'holds an entry that does not fit',
        expected: issue.issues[0] && wordingOf(issue.issues[0]).expected,
      };
    default:
      return { says: stated ?? 'does not fit' };
  }
}
