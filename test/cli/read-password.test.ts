/** Ways in which a password comes, and what is said where it does not. */
import { expect, test } from 'vitest';
import { readPassword } from '../../src/cli/read-password.ts';
import type { PasswordHost, PasswordRequest } from '../../src/cli/read-password.ts';
import { BuildProblems } from '../../src/pipeline/problem.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';

const GOOD = 'abacus heave tidy walnut crust';
const shown: string[] = [];
const asked: string[] = [];

function host(changes: Partial<PasswordHost> = {}, answers: string[] = []): PasswordHost {
  shown.length = asked.length = 0;
  return {
    environment: {},
    terminal: false,
    readInput: () => Promise.resolve(''),
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(answers[asked.length - 1] ?? '');
    },
    show: (text) => void shown.push(text),
    ...changes,
  };
}

const plain: PasswordRequest = { generate: false, fromInput: false, known: [] };

async function refused(request: PasswordRequest, from: PasswordHost): Promise<string> {
  try {
    await readPassword(request, from);
  } catch (error) {
    if (error instanceof BuildProblems) return renderProblems(error.problems, { colors: false, debug: false });
    throw error;
  }
  return 'taken';
}

test('from the environment, from standard input without its line’s end, and typed twice', async () => {
  expect(await readPassword(plain, host({ environment: { WORKBENCH_PASSWORD: GOOD } }))).toBe(GOOD);
  const input = host({ readInput: () => Promise.resolve(`${GOOD}\r\n`) });
  expect(await readPassword({ ...plain, fromInput: true }, input)).toBe(GOOD);
  expect(await readPassword(plain, host({ terminal: true }, [GOOD, GOOD]))).toBe(GOOD);
  expect(asked).toEqual(['Password (what you type is not shown): ', 'Once more: ']);
  expect(shown).toEqual([]);
});

test('made and shown once, on a terminal only', async () => {
  const made = await readPassword({ ...plain, generate: true }, host({ terminal: true }));
  expect(shown).toEqual([
    `Password: ${made}\nIt is shown this once and kept nowhere. Give it by another way than the file.\n`,
  ]);
  expect(await refused({ ...plain, generate: true }, host())).toMatchInlineSnapshot(`
    "A generated password is shown once, on a terminal, and here is none: it would end in a log.
        expected  a terminal
        found     output that goes to a file or another program
        do        Run the command in a terminal, or hand over a password of your own in
                  WORKBENCH_PASSWORD.

    1 problem.
    "
  `);
  expect(shown).toEqual([]);
});

test('where there is none, and where it was typed in two ways', async () => {
  expect(await refused(plain, host())).toMatchInlineSnapshot(`
    "There is no password to lock the report with.
        expected  a terminal to ask on, --password-stdin, or the variable WORKBENCH_PASSWORD
        found     none of them
        do        On a terminal the command asks for it; --generate makes a good one.

    1 problem.
    "
  `);
  expect(await refused(plain, host({ terminal: true }, [GOOD, 'another']))).toMatchInlineSnapshot(`
    "The two passwords are not the same.
        do        Run the command again; --generate makes one that is shown.

    1 problem.
    "
  `);
});

test('a weak one is refused wherever it comes from', async () => {
  for (const from of [
    host({ environment: { WORKBENCH_PASSWORD: 'summer' } }),
    host({ terminal: true }, ['summer', 'summer']),
  ])
    expect(await refused(plain, from)).toContain('The password is too weak');
});
