/** `npm run sign` on a report that stands in `dist`: what it writes, and what it refuses, word for word. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signReport } from '../../src/cli/sign-report.ts';
import { fingerprint, publicKeyText, readSignature } from '../../src/package/signature/sshsig.ts';
import { BuildProblems } from '../../src/pipeline/problem.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { repository } from './build-runner.ts';

let root: string;
let keys: string;
let key: string;
let publicKey: string;
const dist = (path: string): string => join(root, 'dist', path);
const yaml = (): string => join(root, 'content', 'parcel-returns', 'engagement.yaml');

function newKey(name: string): string {
  const file = join(keys, name);
  writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return file;
}

const nameSigner = (of: string): void => {
  const block = `signature:\n  signer: proof@firm.example\n  public_key: ssh-ed25519 ${of}\n  received: { on: 2026-04-02, by: handed over on paper }\n`;
  writeFileSync(yaml(), `${readFileSync(yaml(), 'utf8').trimEnd()}\n${block}`);
};

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'sign-')));
  keys = realpathSync(mkdtempSync(join(tmpdir(), 'keys-')));
  cpSync(join(repository, 'test', 'fixtures', 'good', 'content'), join(root, 'content'), { recursive: true });
  mkdirSync(dist('parcel-returns'), { recursive: true });
  writeFileSync(dist('parcel-returns/manifest-sha256.txt'), 'ab  index.html\n');
  writeFileSync(dist('parcel-returns.html'), '<!DOCTYPE html>');
  writeFileSync(dist('parcel-returns.html.sha256'), 'cd  parcel-returns.html\n');
  key = newKey('key');
  publicKey = publicKeyText(createPrivateKey(readFileSync(key)));
});
afterEach(() => {
  for (const folder of [root, keys]) rmSync(folder, { recursive: true });
});

const fits = (path: string): boolean =>
  readSignature(readFileSync(dist(`${path}.sig`), 'utf8')).fits(readFileSync(dist(path)));

/** What is said, with the folders and keys of this run under names that stay. */
function refusal(target: string, file: string): string {
  try {
    signReport({ root, target, key: file });
  } catch (error) {
    if (!(error instanceof BuildProblems)) throw error;
    return renderProblems(error.problems)
      .replaceAll(root, '/repository')
      .replaceAll(keys, '/keys')
      .replaceAll(/SHA256:[A-Za-z0-9+/]{43}/g, 'SHA256:…')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(' expected ', '\nexpected ')
      .replaceAll(' found ', '\nfound ')
      .replaceAll(' do ', '\ndo ');
  }
  throw new Error('It was signed.');
}

describe('npm run sign', () => {
  it('signs the manifest and the single file of an engagement', () => {
    expect(signReport({ root, target: 'parcel-returns', key })).toEqual({
      files: [dist('parcel-returns/manifest-sha256.txt.sig'), dist('parcel-returns.html.sig')],
      fingerprint: fingerprint(publicKey),
      publicKey: `ssh-ed25519 ${publicKey}`,
      signer: undefined,
    });
    expect(fits('parcel-returns/manifest-sha256.txt')).toBe(true);
    expect(fits('parcel-returns.html')).toBe(true);
  });

  it('signs with the key that the engagement names, and the single file alone where that is asked', () => {
    nameSigner(publicKey);
    const { signer, files } = signReport({ root, target: dist('parcel-returns.html'), key });
    expect([signer, files]).toEqual(['proof@firm.example', [dist('parcel-returns.html.sig')]]);
  });

  it('refuses a key of another, and writes nothing', () => {
    nameSigner(publicKey);
    expect(refusal('parcel-returns', newKey('other'))).toMatchSnapshot();
    expect(existsSync(dist('parcel-returns/manifest-sha256.txt.sig'))).toBe(false);
  });

  it.each<[string, () => string]>([
    ['no key', () => refusal('parcel-returns', join(keys, 'nowhere'))],
    [
      'what is no key',
      () => {
        writeFileSync(join(keys, 'text'), 'hello');
        return refusal('parcel-returns', join(keys, 'text'));
      },
    ],
    [
      'a key inside the repository',
      () => {
        cpSync(key, join(root, 'key'));
        return refusal('parcel-returns', join(root, 'key'));
      },
    ],
    ['nothing to sign', () => refusal('nobody', key)],
  ])('refuses %s', (_, say) => {
    expect(say()).toMatchSnapshot();
  });
});
