/** Locks a text with a password: the key is derived slowly, the text packed and sealed. `unlock.ts` opens it in the browser. */
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { deflateRaw } from 'pako';
import { sha256Hex } from '../digest.ts';
import { bytesOf } from '../files.ts';
import type { LockParameters } from './parameters.ts';

/** Rounds of PBKDF2: about half a second for a reader, for each of an attacker's guesses as well. */
export const ITERATIONS = 1_000_000;

export interface Locked {
  /** The parameters as text; it is bound to the sealed bytes, so that neither can be changed alone. */
  readonly parameters: string;
  /** Sealed bytes with the 16 bytes of the tag at the end, in base64. */
  readonly sealed: string;
}

/**
 * PBKDF2 with SHA-256 (NIST SP 800-132; OWASP asks for at least 600,000 rounds), then AES-256 in GCM (SP 800-38D).
 * Salt and nonce are drawn anew each time, so that no two locked files are the same.
 *
 * @param password is normalised (NFKC), as the reader's will be
 */
export function lockText(text: string, password: string, iterations = ITERATIONS): Locked {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const packed = deflateRaw(bytesOf(text), { level: 9 });
  const key = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const values: LockParameters = {
    format: 1,
    derivation: 'PBKDF2-HMAC-SHA-256',
    iterations,
    salt: salt.toString('base64'),
    cipher: 'AES-256-GCM',
    iv: iv.toString('base64'),
    packing: 'deflate-raw',
  };
  const parameters = JSON.stringify(values);
  cipher.setAAD(bytesOf(parameters));
  const sealed = Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  return { parameters, sealed: sealed.toString('base64') };
}

/** Shows damage on the way before any password is tried; of intent it shows nothing. */
export const sealDigest = ({ parameters, sealed }: Locked): string => sha256Hex(`${parameters}${sealed}`);
