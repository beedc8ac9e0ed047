/** What PostgreSQL and its client say when something goes wrong, as data, without a part of the address. */
import { z } from 'zod';
import { offsetOfSign } from './duckdb-fault.ts';
import type { SqlFault, SqlFaultKind } from './messages.ts';
import type { NumberedQuery } from './parameters.ts';

/** Why the database could not be asked. */
export type ConnectionFault = 'address' | 'login' | 'unreachable' | 'certificate' | 'database';

const said = z.object({
  code: z.string().optional(),
  message: z.string(),
  position: z.coerce.number().optional(),
  hint: z.string().optional(),
});

const UNREACHABLE =
  /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|CONNECT_TIMEOUT|CONNECTION_|08|57P0[123]|53300)/;
const CERTIFICATE = /CERT|SIGNATURE|^ERR_(TLS|SSL)/;

/** @returns undefined where the database was asked and answered with a fault */
export function connectionFault(error: unknown): ConnectionFault | undefined {
  const { code = '', message = '' } = said.safeParse(error).data ?? {};
  if (code.startsWith('28')) return 'login';
  if (code === '3D000') return 'database';
  if (CERTIFICATE.test(code) || message.includes('secure TLS connection')) return 'certificate';
  return UNREACHABLE.test(code) ? 'unreachable' : undefined;
}

const KINDS: readonly (readonly [RegExp, SqlFaultKind])[] = [
  [/^(42703|42P01|42883|42702|3F000)/, 'name'],
  [/^(42501|25006)/, 'forbidden'],
  [/^42/, 'syntax'],
  [/^22/, 'value'],
  [/^(57014|57P05)/, 'time'],
  [/^53/, 'memory'],
];

export function queryFault(error: unknown, { sql, writtenAt }: NumberedQuery): SqlFault {
  const read = said.safeParse(error);
  if (!read.success) return { kind: 'other', query: 0, message: 'no answer' };
  const { code = '', message, position, hint } = read.data;
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
  const candidates = /reference the (?:column|table) (.+)\.$/.exec(hint ?? '')?.[1]?.match(/"[^"]+"/g);
  return {
    kind,
    query: 0,
    message: message.split('\n', 1)[0] ?? '',
    ...(position !== undefined && { offset: writtenAt(offsetOfSign(sql, position - 1)) }),
    ...(candidates && { candidates: candidates.map((name) => name.slice(1, -1)) }),
  };
}
