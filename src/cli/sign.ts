/** `npm run sign -- <engagement|path> --key FILE`: an Ed25519 signature that `ssh-keygen -Y verify` accepts. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCommand } from '../package/signature/judge.ts';
import { NAMESPACE } from '../package/signature/sshsig.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { projectRoot } from './astro-site.ts';
import { reportFailure } from './failure.ts';
import { signReport } from './sign-report.ts';

const USAGE = `npm run sign -- <engagement|path> --key FILE [--root DIR]

  engagement   whose report in dist is signed, folder and single file; or the path of either
  --key FILE   Ed25519 private key outside the repository (OpenSSH or PEM); or a .pub file, where an agent holds the key
  --root DIR   another folder that holds content/ and dist/`;

function read(args: readonly string[]): { target: string; key: string; root: string } | undefined {
  const wrong = (message: string, found: string): BuildProblems =>
    new BuildProblems([
      {
        code: 'sign-arguments',
        message,
        expected: 'npm run sign -- <engagement|path> --key FILE',
        found,
        hint: 'A key is made with "ssh-keygen -t ed25519"; it stays outside the repository.',
      },
    ]);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        root: { type: 'string' },
        debug: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw wrong(
      error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error),
      args.join(' '),
    );
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [target, ...more] = positionals;
  if (target === undefined || more.length > 0)
    throw wrong('One report is signed at a time.', positionals.join(' ') || 'none');
  if (values.key === undefined) throw wrong('No key is named.', args.join(' '));
  // npm runs in the folder of the project, wherever it was called.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const isPath = existsSync(resolve(from, target)) && !/^[\w-]+$/.test(target);
  return {
    target: isPath ? resolve(from, target) : target,
    key: resolve(from, values.key),
    root: resolve(values.root ?? projectRoot),
  };
}

try {
  const options = read(process.argv.slice(2));
  if (options === undefined) {
    process.stdout.write(`${USAGE}\n`);
  } else {
    const { files, fingerprint, publicKey, signer } = signReport(options);
    const who = signer ?? 'SIGNER';
    process.stdout.write(
      [
        ...files.map((file) => `Signed: ${file}`),
        `Key: ${fingerprint}`,
        '',
        'The buyer needs the key by another way than the report, once, as a file allowed_signers with this line:',
        `  ${who} namespaces="${NAMESPACE}" ${publicKey}`,
        'and verifies, beside the signed file, with',
        `  ${checkCommand(who)}`,
        ...(signer === undefined
          ? ['', 'engagement.yaml names no signer; with "signature:" the kit and npm run verify say who signed.']
          : []),
        '',
      ].join('\n'),
    );
  }
} catch (error) {
  process.stderr.write(reportFailure(error, { debug: process.argv.includes('--debug') }));
  process.exitCode = 1;
}
