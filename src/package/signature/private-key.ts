/** Private keys as people keep them: OpenSSH's own format, or PEM (PKCS#8). Ed25519 only. */
import { createPrivateKey } from 'node:crypto';
import { ALGORITHM, SshReader } from './sshsig.ts';
import type { KeyObject } from 'node:crypto';

export type PrivateKey =
  | { readonly kind: 'key'; readonly key: KeyObject }
  /** Behind a passphrase, or only in an agent: ssh-keygen has to sign. */
  | { readonly kind: 'elsewhere' }
  /** Why it cannot be used, as the end of a sentence. */
  | { readonly kind: 'refused'; readonly found: string };

const OPENSSH = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END OPENSSH PRIVATE KEY-----/;
const MAGIC = 'openssh-key-v1\0';
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function readOpenssh(base64: string): PrivateKey {
  const reader = new SshReader(Buffer.from(base64, 'base64'));
  if (reader.take(MAGIC.length).toString() !== MAGIC)
    return { kind: 'refused', found: 'an OpenSSH key of another version' };
  const cipher = reader.string().toString();
  reader.string();
  reader.string();
  const count = reader.number();
  const algorithm = new SshReader(reader.string()).string().toString();
  if (count !== 1) return { kind: 'refused', found: `${String(count)} keys in one file` };
  if (algorithm !== ALGORITHM) return { kind: 'refused', found: `a key of the kind ${algorithm}` };
  if (cipher !== 'none') return { kind: 'elsewhere' };
  const secret = new SshReader(reader.string());
  // Two equal numbers tell a key that was decrypted rightly.
  if (secret.number() !== secret.number()) return { kind: 'refused', found: 'a damaged OpenSSH key' };
  secret.string();
  secret.string();
  const seed = secret.string().subarray(0, 32);
  return { kind: 'key', key: createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' }) };
}

/** Never throws: what is no usable key is said as data. */
export function readPrivateKey(text: string): PrivateKey {
  if (/^(ssh-ed25519|sk-ssh-ed25519@openssh\.com) /.test(text)) return { kind: 'elsewhere' };
  const base64 = OPENSSH.exec(text)?.[1];
  try {
    if (base64 !== undefined) return readOpenssh(base64);
    if (text.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----'))
      return { kind: 'refused', found: 'a PEM key behind a passphrase' };
    if (!/-----BEGIN (\w+ )?PRIVATE KEY-----/.test(text)) return { kind: 'refused', found: 'no private key' };
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return { kind: 'key', key };
    return { kind: 'refused', found: `a key of the kind ${key.asymmetricKeyType ?? 'unknown'}` };
  } catch {
    return { kind: 'refused', found: 'a damaged private key' };
  }
}
