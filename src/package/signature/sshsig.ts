/**
 * Signatures as OpenSSH writes them (PROTOCOL.sshsig), for Ed25519: `ssh-keygen -Y verify` needs nothing else.
 * Over SHA-512 of the message, in a namespace, so that a signature made for another purpose does not count here.
 */
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a signature of ours is for; the buyer names it to ssh-keygen. */
export const NAMESPACE = 'operations-proof';
export const ALGORITHM = 'ssh-ed25519';

const MAGIC = Buffer.from('SSHSIG');
const HASH = 'sha512';
const LINE = 70;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A string of the SSH protocol: its length, then its bytes. */
export const sshString = (content: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([uint32(bytes.length), bytes]);
};

/** Reads what the SSH protocol writes. */
export class SshReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
  }

  /** @throws RangeError where there are not as many bytes */
  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new RangeError('The bytes end too early.');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  number(): number {
    return this.take(4).readUInt32BE();
  }

  string(): Buffer {
    return this.take(this.number());
  }

  get rest(): number {
    return this.#bytes.length - this.#at;
  }
}

/** The public key of a private one as SSH writes it, in base64: what stands behind `ssh-ed25519` in a `.pub` file. */
export function publicKeyText(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.concat([sshString(ALGORITHM), sshString(Buffer.from(x, 'base64url'))]).toString('base64');
}

/** `SHA256:…`, as ssh-keygen prints it. */
export const fingerprint = (publicKey: string): string =>
  `SHA256:${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('base64').replace(/=+$/, '')}`;

const digestOf = (message: Uint8Array): Buffer => createHash(HASH).update(message).digest();

const toBeSigned = (namespace: string, hash: string, message: Uint8Array): Buffer =>
  Buffer.concat([MAGIC, sshString(namespace), sshString(''), sshString(hash), sshString(digestOf(message))]);

/** @param key an Ed25519 private key; the same key and message give the same text */
export function signMessage(message: Uint8Array, key: KeyObject, namespace = NAMESPACE): string {
  const signature = sign(null, toBeSigned(namespace, HASH, message), key);
  const blob = Buffer.concat([
    MAGIC,
    uint32(1),
    sshString(Buffer.from(publicKeyText(key), 'base64')),
    sshString(namespace),
    sshString(''),
    sshString(HASH),
    sshString(Buffer.concat([sshString(ALGORITHM), sshString(signature)])),
  ]);
  const lines = blob.toString('base64').match(new RegExp(`.{1,${String(LINE)}}`, 'g')) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

export interface Signature {
  /** In base64, as in a `.pub` file. */
  readonly publicKey: string;
  readonly namespace: string;
  /** Whether it was made with that key over a message. */
  fits(message: Uint8Array): boolean;
}

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** @throws RangeError for what is no Ed25519 signature of this form, in words */
export function readSignature(text: string): Signature {
  const [, base64] =
    /^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\s]+)-----END SSH SIGNATURE-----\s*$/.exec(text) ?? [];
  if (base64 === undefined) throw new RangeError('It is not between BEGIN and END SSH SIGNATURE.');
  const reader = new SshReader(Buffer.from(base64, 'base64'));
  if (!reader.take(MAGIC.length).equals(MAGIC) || reader.number() !== 1)
    throw new RangeError('It is no SSH signature of version 1.');
  const publicKey = reader.string();
  const namespace = reader.string().toString();
  reader.string();
  const hash = reader.string().toString();
  const signature = new SshReader(reader.string());
  const keyReader = new SshReader(publicKey);
  const [algorithm, ofSignature] = [keyReader.string().toString(), signature.string().toString()];
  if (algorithm !== ALGORITHM || ofSignature !== ALGORITHM)
    throw new RangeError(`It was made with a key of the kind ${algorithm}; only ${ALGORITHM} is read here.`);
  const [raw, bytes] = [keyReader.string(), signature.string()];
  if (raw.length !== 32 || reader.rest > 0) throw new RangeError('Its key has not the length of an Ed25519 key.');
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  return {
    publicKey: publicKey.toString('base64'),
    namespace,
    fits: (message) =>
      [HASH, 'sha256'].includes(hash) &&
      verify(
        null,
        Buffer.concat([
          MAGIC,
          sshString(namespace),
          sshString(''),
          sshString(hash),
          sshString(createHash(hash).update(message).digest()),
        ]),
        key,
        bytes,
      ),
  };
}
