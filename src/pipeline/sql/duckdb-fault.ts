/** What DuckDB says of a query that it could not run, as data. */
import { z } from 'zod';
import type { SqlFault, SqlFaultKind } from './messages.ts';

/** DuckDB's own form of an error, given out under `errors_as_json`. */
const said = z.object({
  exception_type: z.string(),
  exception_message: z.string(),
  error_subtype: z.string().optional(),
  position: z.coerce.number().optional(),
  candidates: z.string().optional(),
});

const KINDS: Readonly<Record<string, SqlFaultKind>> = {
  Parser: 'syntax',
  Catalog: 'name',
  Binder: 'syntax',
  Conversion: 'value',
  'Invalid Input': 'value',
  'Out of Range': 'value',
  Permission: 'forbidden',
  'Out of Memory': 'memory',
  INTERRUPT: 'time',
  Interrupt: 'time',
};

/** DuckDB counts bytes of UTF-8; its parser counts signs. */
export const offsetInText = (text: string, bytes: number): number =>
  Buffer.from(text).subarray(0, bytes).toString().length;

/** Signs are code points here, not UTF-16 units. */
export const offsetOfSign = (text: string, signs: number): number => Array.from(text).slice(0, signs).join('').length;

/** @param message of the error that the client threw */
export function faultOf(message: string, sql: string): Omit<SqlFault, 'query'> {
  const json = message.slice(message.indexOf('{'));
  const read = message.includes('{') ? said.safeParse(parsed(json)) : undefined;
  if (!read?.success) {
    const [, word = ''] = /^([A-Za-z ]+?) Error: /i.exec(message) ?? [];
    return { kind: KINDS[word] ?? 'other', message: firstLine(message) };
  }
  const { exception_type: type, exception_message: text, error_subtype: subtype, position, candidates } = read.data;
  return {
    kind: subtype === 'COLUMN_NOT_FOUND' ? 'name' : (KINDS[type] ?? 'other'),
    message: firstLine(text),
    ...(position !== undefined && {
      offset: type === 'Parser' ? offsetOfSign(sql, position) : offsetInText(sql, position),
    }),
    ...(candidates !== undefined && { candidates: candidates.split(',').map((name) => name.trim()) }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
