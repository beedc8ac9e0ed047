/** Which passwords are good enough for a file that anybody may try at leisure, and how to get one. */
import { randomInt } from 'node:crypto';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { Problem } from '../../pipeline/problem.ts';

/**
 * Guesses that a password has to withstand, as a power of ten. A graphics card of 2026 makes some ten thousand a second
 * against a million rounds: these keep a thousand of them busy for about four months.
 */
const GUESSES = 14;

/** More than zxcvbn reads with care. */
const LONGEST = 200;

/** Words of a passphrase: 7,776 to choose from (the EFF's list), so 77 bits. */
const WORDS = 6;

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * What is wrong with a password, if anything. Its text is in no problem.
 *
 * @param known words that an attacker would try first: the client, the title
 */
export function passwordProblem(password: string, known: readonly string[]): Problem | undefined {
  const { guessesLog10 } = estimator.check(password.slice(0, LONGEST), [...known]);
  if (guessesLog10 >= GUESSES) return undefined;
  const found =
    password === ''
      ? 'an empty password'
      : `one that falls after about 10^${String(Math.max(1, Math.round(guessesLog10)))} guesses`;
  return {
    code: 'password-weak',
    message: 'The password is too weak for a file that anybody may try at leisure.',
    expected: `one that takes 10^${String(GUESSES)} guesses: five words, or fourteen characters, drawn by chance`,
    found,
    hint: 'Use --generate, or draw words by chance; a sentence, a name with digits or a keyboard pattern is found early.',
  };
}

/** Words drawn by chance, easy to say over the telephone. */
export function passphrase(): string {
  const words = dictionary['diceware-common'].filter((word) => /^[a-z]+$/.test(word));
  return Array.from({ length: WORDS }, () => words[randomInt(words.length)] ?? '').join(' ');
}
