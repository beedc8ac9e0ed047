/** Where a password comes from: a terminal, standard input, or the environment. Never from the command line, which others can read. */
import { Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import { passphrase, passwordProblem } from '../package/locked/password.ts';
import { BuildProblems } from '../pipeline/problem.ts';

export const VARIABLE = 'WORKBENCH_PASSWORD';

export interface PasswordHost {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Somebody sits there: what is typed is theirs, and what is shown is in no log. */
  readonly terminal: boolean;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** Asks without showing what is typed. */
  ask(question: string): Promise<string>;
  show(text: string): void;
}

export interface PasswordRequest {
  readonly generate: boolean;
  readonly fromInput: boolean;
  /** Words that an attacker would try first. */
  readonly known: readonly string[];
}

/** @throws BuildProblems where there is none, it is weak, or it was typed in two ways */
export async function readPassword(
  { generate, fromInput, known }: PasswordRequest,
  host: PasswordHost,
): Promise<string> {
  if (generate) {
    if (!host.terminal) {
      throw new BuildProblems([
        {
          code: 'password-not-shown',
          message: 'A generated password is shown once, on a terminal, and here is none: it would end in a log.',
          expected: 'a terminal',
          found: 'output that goes to a file or another program',
          hint: `Run the command in a terminal, or hand over a password of your own in ${VARIABLE}.`,
        },
      ]);
    }
    const made = passphrase();
    host.show(`Password: ${made}\nIt is shown this once and kept nowhere. Give it by another way than the file.\n`);
    return made;
  }
  const password = await givenPassword(fromInput, host);
  const problem = passwordProblem(password, known);
  if (problem) throw new BuildProblems([problem]);
  return password;
}

async function givenPassword(fromInput: boolean, host: PasswordHost): Promise<string> {
  if (fromInput) return (await host.readInput()).replace(/\r?\n$/, '');
  const kept = host.environment[VARIABLE];
  if (kept !== undefined) return kept;
  if (!host.terminal) {
    throw new BuildProblems([
      {
        code: 'password-missing',
        message: 'There is no password to lock the report with.',
        expected: `a terminal to ask on, --password-stdin, or the variable ${VARIABLE}`,
        found: 'none of them',
        hint: 'On a terminal the command asks for it; --generate makes a good one.',
      },
    ]);
  }
  const first = await host.ask('Password (what you type is not shown): ');
  if ((await host.ask('Once more: ')) === first) return first;
  throw new BuildProblems([
    {
      code: 'password-differs',
      message: 'The two passwords are not the same.',
      hint: 'Run the command again; --generate makes one that is shown.',
    },
  ]);
}

async function readAll(input: NodeJS.ReadStream): Promise<string> {
  let text = '';
  input.setEncoding('utf8');
  for await (const chunk of input) text += String(chunk);
  return text;
}

async function askHidden(question: string, { stdin, stderr }: NodeJS.Process): Promise<string> {
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  lines.on('SIGINT', () => process.exit(130));
  stderr.write(question);
  try {
    return await lines.question('');
  } finally {
    lines.close();
    stderr.write('\n');
  }
}

export const processHost = (process: NodeJS.Process): PasswordHost => ({
  environment: process.env,
  terminal: process.stdin.isTTY && process.stderr.isTTY,
  readInput: () => readAll(process.stdin),
  ask: (question) => askHidden(question, process),
  show: (text) => {
    process.stderr.write(text);
  },
});
