/** Zero to nineteen; the place in the list is the value. */
export const SMALL_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];

/** Twenty to ninety; the place in the list plus two is the ten. */
export const TEN_WORDS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * A whole number from 0 to 999 in English words: "twenty-three", "one hundred and five".
 *
 * @throws RangeError outside that range
 */
export function numberWord(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) {
    throw new RangeError(`A whole number from 0 to 999 was expected, found ${value}.`);
  }
  const small = SMALL_WORDS[value];
  if (small !== undefined) return small;
  if (value < 100) {
    const ten = TEN_WORDS[Math.floor(value / 10) - 2] ?? '';
    return value % 10 === 0 ? ten : `${ten}-${numberWord(value % 10)}`;
  }
  const hundreds = `${numberWord(Math.floor(value / 100))} hundred`;
  return value % 100 === 0 ? hundreds : `${hundreds} and ${numberWord(value % 100)}`;
}
