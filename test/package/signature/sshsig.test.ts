/** Signatures against one that OpenSSH made, and read by a parser of this test's own. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/package/files.ts';
import { allowedSigner, judgeSignature } from '../../../src/package/signature/judge.ts';
import { readPrivateKey } from '../../../src/package/signature/private-key.ts';
import { fingerprint, publicKeyText, signMessage } from '../../../src/package/signature/sshsig.ts';
import { renderProblems } from '../../../src/pipeline/render-problem.ts';
import type { KeyObject } from 'node:crypto';

/** The secret of the first test of RFC 8032, section 7.1: known to everybody, and so nobody's key. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PUBLIC = 'AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea';
const MESSAGE = bytesOf('ab  index.html\n');
/** `ssh-keygen -Y sign -n operations-proof` of OpenSSH 9.2, with that key, of that message. */
const BY_OPENSSH = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg11qYAYKxCrfVS/7TyWQHOg7hcv
PapiMlrwIaaPcHURoAAAAQb3BlcmF0aW9ucy1wcm9vZgAAAAAAAAAGc2hhNTEyAAAAUwAA
AAtzc2gtZWQyNTUxOQAAAEAlVQQgrZ/2N/rys5Fv7Z8FDiEU0cU6VkAQQ6VryDLa4Fk4NJ
PHVAF2GxIdQIGrUdxVd1pc+yQZlcJa0NklnrEO
-----END SSH SIGNATURE-----
`;
/** The same key as `ssh-keygen` keeps it. */
const OPENSSH_KEY = `-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
QyNTUxOQAAACDXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGgAAAIgAAAAHAAAA
BwAAAAtzc2gtZWQyNTUxOQAAACDXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGg
AAAECdYbGd7/1aYLqESvSS7CzEREnFaXsyaRlwO6wDHK5/YNdamAGCsQq31Uv+08lkBzoO
4XLz2qYjJa8CGmj3B1EaAAAAAAECAwQF
-----END OPENSSH PRIVATE KEY-----
`;

const known = (): KeyObject =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const terms = { signer: 'proof@firm.example', public_key: `ssh-ed25519 ${PUBLIC}` };
const files = { signed: 'manifest-sha256.txt', signature: 'manifest-sha256.txt.sig' };

/** PROTOCOL.sshsig, read field by field. */
function parse(text: string): Buffer[] {
  const bytes = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64');
  const fields = [bytes.subarray(0, 6), bytes.subarray(6, 10)];
  for (let at = 10; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    fields.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

describe('signMessage', () => {
  it('writes what OpenSSH writes, byte for byte', () => {
    expect(publicKeyText(known())).toBe(PUBLIC);
    expect(signMessage(MESSAGE, known())).toBe(BY_OPENSSH);
    expect(fingerprint(PUBLIC)).toBe('SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8');
  });

  it('writes the fields of the protocol, and a signature that Ed25519 accepts', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const [magic, version, key, namespace, reserved, hash, signature] = parse(signMessage(MESSAGE, privateKey));
    expect([magic, namespace, reserved, hash].map(String)).toEqual(['SSHSIG', 'operations-proof', '', 'sha512']);
    expect(version).toEqual(Buffer.from([0, 0, 0, 1]));
    expect(key?.subarray(4, 15).toString()).toBe('ssh-ed25519');
    expect(key?.subarray(19).toString('base64url')).toBe(publicKey.export({ format: 'jwk' }).x);
    const length = (text: string): string => Buffer.from([0, 0, 0, text.length]).toString('latin1') + text;
    const digest = createHash('sha512').update(MESSAGE).digest().toString('latin1');
    const signed = ['operations-proof', '', 'sha512', digest].map(length).join('');
    const raw = signature?.subarray(19) ?? Buffer.alloc(0);
    expect(verify(null, Buffer.from(`SSHSIG${signed}`, 'latin1'), createPublicKey(privateKey), raw)).toBe(true);
  });
});

describe('readPrivateKey', () => {
  it.each([
    ['OpenSSH', OPENSSH_KEY],
    ['PEM', known().export({ format: 'pem', type: 'pkcs8' })],
  ])('reads a key as %s keeps it', (_, text) => {
    const found = readPrivateKey(text);
    expect(found.kind === 'key' && publicKeyText(found.key)).toBe(PUBLIC);
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  it.each([
    ['RSA', rsa.export({ format: 'pem', type: 'pkcs8' }), 'a key of the kind rsa'],
    [
      'a PEM key behind a passphrase',
      known().export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }),
      'a PEM key behind a passphrase',
    ],
    ['a cut key', OPENSSH_KEY.replace(/\n4XL.*\n/, '\n').replace(/\nAAAE.*\n/, '\n'), 'a damaged private key'],
    ['a text', 'hello', 'no private key'],
  ])('refuses %s', (_, text, found) => {
    expect(readPrivateKey(text)).toEqual({ kind: 'refused', found });
  });

  it('leaves to ssh-keygen what an agent or a passphrase keeps', () => {
    expect(readPrivateKey(`ssh-ed25519 ${PUBLIC} me`)).toEqual({ kind: 'elsewhere' });
    const behind = Buffer.concat([
      Buffer.from('openssh-key-v1\0'),
      ...['aes256-ctr', 'bcrypt', 'x'].map((text) =>
        Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)]),
      ),
      Buffer.from([0, 0, 0, 1, 0, 0, 0, 51]),
      Buffer.from(PUBLIC, 'base64'),
    ]);
    const text = `-----BEGIN OPENSSH PRIVATE KEY-----\n${behind.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
    expect(readPrivateKey(text)).toEqual({ kind: 'elsewhere' });
  });
});

describe('judgeSignature', () => {
  const judged = (text: string, message = MESSAGE, named: Parameters<typeof judgeSignature>[3] = terms): string => {
    const { problems, note } = judgeSignature(files, message, text, named);
    return note ?? renderProblems(problems);
  };

  it('says whose it is', () => {
    expect(judged(BY_OPENSSH)).toBe(
      'manifest-sha256.txt.sig is a valid signature of proof@firm.example, by the key SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8.',
    );
    expect(
      judged(BY_OPENSSH, MESSAGE, { ...terms, received: { on: '2026-04-02', by: 'handed over on paper' } }),
    ).toContain('The buyer received that key on 2026-04-02, by this way: handed over on paper.');
    const { problems, note } = judgeSignature(files, MESSAGE, BY_OPENSSH, undefined);
    expect(problems).toEqual([]);
    expect(note).toContain('The engagement names no signer');
    expect(allowedSigner(terms)).toBe(`proof@firm.example namespaces="operations-proof" ssh-ed25519 ${PUBLIC}\n`);
  });

  const other = generateKeyPairSync('ed25519').privateKey;
  it.each([
    ['a manifest that has changed', () => judged(BY_OPENSSH, bytesOf('ac  index.html\n'))],
    ['another purpose', () => judged(signMessage(MESSAGE, known(), 'git'))],
    [
      'another key',
      () => judged(signMessage(MESSAGE, other)).replace(fingerprint(publicKeyText(other)), 'SHA256:other'),
    ],
    ['a text', () => judged('hello')],
    ['a signature that was cut', () => judged(BY_OPENSSH.replace(/\nPHV.*\n/, '\n'))],
  ])('says plainly what is wrong with %s', (_, say) => {
    expect(say()).toMatchSnapshot();
  });

  it('refuses a signature with any sign changed', () => {
    const start = BY_OPENSSH.indexOf('\n') + 1;
    for (let at = start; at < BY_OPENSSH.lastIndexOf('\n-----END'); at += 1) {
      const sign = BY_OPENSSH[at];
      if (sign === '\n') continue;
      const text = `${BY_OPENSSH.slice(0, at)}${sign === 'A' ? 'B' : 'A'}${BY_OPENSSH.slice(at + 1)}`;
      expect(judgeSignature(files, MESSAGE, text, terms).problems).toHaveLength(1);
    }
  });
});
