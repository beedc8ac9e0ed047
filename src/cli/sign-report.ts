/** Signs the list of digests of a published report, and its single file, with a key from outside the repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { MANIFEST } from '../package/manifest.ts';
import { judgeSignature, keyOf, signatureOf } from '../package/signature/judge.ts';
import { readPrivateKey } from '../package/signature/private-key.ts';
import { fingerprint, NAMESPACE, readSignature, signMessage } from '../package/signature/sshsig.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { projectRoot } from './astro-site.ts';
import { signatureTerms } from './signature-terms.ts';
import type { Problem } from '../pipeline/problem.ts';

export interface SignOptions {
  /** Absolute folder with content/ and dist/. */
  readonly root: string;
  /** An engagement, the folder of its report, or its single file. */
  readonly target: string;
  /** File of the private key, or of the public one where an agent holds the other. */
  readonly key: string;
}

export interface Signed {
  readonly files: readonly string[];
  readonly fingerprint: string;
  /** `ssh-ed25519 AAAA…` */
  readonly publicKey: string;
  /** Undefined where the engagement names none. */
  readonly signer: string | undefined;
}

const refuse = (problem: Problem): BuildProblems => new BuildProblems([problem]);

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/** The folder that git keeps, around a path. */
function repositoryAround(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** @throws BuildProblems where the key is not there, or lies where it could be published with the rest */
function outsideRepository(key: string, root: string): string {
  if (!existsSync(key) || !statSync(key).isFile()) {
    throw refuse({
      code: 'key-missing',
      file: key,
      message: 'There is no key in this file.',
      expected: 'an Ed25519 private key',
      found: existsSync(key) ? 'a folder' : 'nothing',
      hint: `Make one with "ssh-keygen -t ed25519 -f ${key}", outside the repository.`,
    });
  }
  const real = realpathSync(key);
  for (const folder of new Set([projectRoot, root, repositoryAround(root) ?? root].map((one) => realpathSync(one)))) {
    if (!isInside(real, folder)) continue;
    throw refuse({
      code: 'key-in-repository',
      file: key,
      message: 'The key lies inside the repository; whoever gets the repository could sign in your name.',
      expected: `a key outside ${folder}`,
      found: real,
      hint: 'Move it away, for instance to ~/.ssh, and make a new one if the old one was ever committed.',
    });
  }
  return real;
}

interface Target {
  /** Engagement, where it can be told. */
  readonly id: string;
  /** Files to be signed, absolute. */
  readonly files: readonly string[];
}

function find(root: string, target: string): Target {
  const isName = /^[\w-]+$/.test(target) && existsSync(join(root, 'content', target));
  const path = realpathOf(isName ? join(root, 'dist', target) : target);
  if (path?.endsWith('.html') && existsSync(`${path}.sha256`)) return { id: basename(path, '.html'), files: [path] };
  if (path !== undefined && existsSync(join(path, MANIFEST))) {
    const single = `${path}.html`;
    return { id: basename(path), files: [join(path, MANIFEST), ...(existsSync(single) ? [single] : [])] };
  }
  throw refuse({
    code: 'nothing-to-sign',
    file: target,
    message: 'There is no published report here to sign.',
    expected: `an engagement that was built, the folder of its report with ${MANIFEST}, or its single file`,
    found: path === undefined ? 'nothing' : basename(path),
    hint: 'Run npm run build first, and sign last: a report that changes loses its signature.',
  });
}

const realpathOf = (path: string): string | undefined => (existsSync(path) ? realpathSync(path) : undefined);

/** ssh-keygen asks for the passphrase at the terminal, or the agent. */
function signElsewhere(message: Uint8Array, key: string): string {
  const { status, error, stdout, stderr } = spawnSync('ssh-keygen', ['-Y', 'sign', '-q', '-f', key, '-n', NAMESPACE], {
    input: message,
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw refuse({
    code: 'key-locked',
    file: key,
    message: 'The key is behind a passphrase or in an agent, and ssh-keygen did not sign with it.',
    expected: 'the right passphrase, or an agent that holds the key',
    found: error ? 'no program ssh-keygen on this machine' : stderr.trim() || 'a refusal',
    hint: error
      ? 'Install OpenSSH, or use a key without a passphrase.'
      : 'Try again, or add the key to the agent with ssh-add.',
  });
}

function signerWith(key: string): (message: Uint8Array) => string {
  const found = readPrivateKey(readFileSync(key, 'utf8'));
  if (found.kind === 'key') return (message) => signMessage(message, found.key);
  if (found.kind === 'elsewhere') return (message) => signElsewhere(message, key);
  throw refuse({
    code: 'key-unusable',
    file: key,
    message: 'This file holds no key that can sign here.',
    expected: 'an Ed25519 private key, in the form of OpenSSH or as PEM (PKCS#8)',
    found: found.found,
    hint: 'Make one with "ssh-keygen -t ed25519", outside the repository.',
  });
}

/** @throws BuildProblems for a key or a target that does not do; nothing is written then */
export function signReport({ root, target, key }: SignOptions): Signed {
  const { id, files } = find(root, target);
  const sign = signerWith(outsideRepository(key, root));
  const terms = signatureTerms(root, id);
  const signed = files.map((file) => ({ file, text: sign(readFileSync(file)) }));
  // What goes out is judged as the buyer will judge it.
  for (const { file, text } of signed) {
    const names = { signed: basename(file), signature: signatureOf(basename(file)) };
    const { problems } = judgeSignature(names, readFileSync(file), text, terms);
    if (problems.length === 0) continue;
    const { publicKey } = readSignature(text);
    if (terms === undefined || publicKey === keyOf(terms)) throw new BuildProblems(problems);
    throw refuse({
      code: 'key-of-another',
      file: key,
      message: `This is not the key of ${terms.signer}, who signs this engagement.`,
      expected: `${fingerprint(keyOf(terms))}, as content/${id}/engagement.yaml says`,
      found: fingerprint(publicKey),
      hint: 'Sign with that key, or name the new one in engagement.yaml, build again and tell the buyer by another way.',
    });
  }
  for (const { file, text } of signed) writeFileSync(signatureOf(file), text);
  const { publicKey } = readSignature(signed[0]?.text ?? '');
  return {
    files: files.map(signatureOf),
    fingerprint: fingerprint(publicKey),
    publicKey: `ssh-ed25519 ${publicKey}`,
    signer: terms?.signer,
  };
}
