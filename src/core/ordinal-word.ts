import { numberWord } from './number-word.ts';

const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/**
 * A whole number from 0 to 999 as an ordinal: "third", "twenty-first", "one hundredth".
 *
 * @throws RangeError outside that range
 */
export const ordinalWord = (value: number): string =>
  numberWord(value).replace(
    /[a-z]+$/,
    (last) => IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
