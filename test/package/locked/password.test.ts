import { describe, expect, test } from 'vitest';
import { passphrase, passwordProblem } from '../../../src/package/locked/password.ts';
import { renderProblems } from '../../../src/pipeline/render-problem.ts';

const known = ['onboarding', 'Customer', 'Harbour'];

describe('a password', () => {
  test.each([
    '',
    'letmein1',
    'Onboarding2026!',
    'customerharbour99',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '20260504-20260531',
    'correct horse',
  ])('"%s" is refused', (password) => {
    const problem = passwordProblem(password, known);
    expect(problem?.code).toBe('password-weak');
    if (password !== '') expect(JSON.stringify(problem)).not.toContain(password);
  });

  test.each(['abacus heave tidy walnut crust', 'kV3#pq9Lz!w7Tm2x', 'hQ7 zzk 2Lw pR4 mmx'])(
    '"%s" is taken',
    (password) => {
      expect(passwordProblem(password, known)).toBeUndefined();
    },
  );

  test('is refused in words that say what would do', () => {
    const problem = passwordProblem('Onboarding2026!', known);
    expect(renderProblems(problem ? [problem] : [], { colors: false, debug: false })).toMatchInlineSnapshot(`
      "The password is too weak for a file that anybody may try at leisure.
          expected  one that takes 10^14 guesses: five words, or fourteen characters, drawn by chance
          found     one that falls after about 10^7 guesses
          do        Use --generate, or draw words by chance; a sentence, a name with digits or a keyboard
                    pattern is found early.

      1 problem.
      "
    `);
  });

  test('that is made is another each time, of six words, and good', () => {
    const made = Array.from({ length: 20 }, passphrase);
    expect(new Set(made).size).toBe(20);
    for (const one of made) {
      expect(one).toMatch(/^[a-z]+( [a-z]+){5}$/);
      expect(passwordProblem(one, known)).toBeUndefined();
    }
  });
});
