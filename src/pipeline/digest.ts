/** Digests of bytes, and of values in their canonical form (RFC 8785). */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Canonical JSON: sorted keys, shortest numbers, the same bytes for the same value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('A value that JSON cannot hold.');
  return text;
}

/** SHA-256 in hexadecimal digits. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a value's canonical JSON. */
export const digestOf = (value: unknown): string => sha256(canonical(value));
