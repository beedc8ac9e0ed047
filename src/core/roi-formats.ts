/** Formats of an ROI value, which a browser writes again with a reader's: it needs none of the others. */
import { inWords, said } from './fact-numbers.ts';
import type { Formats } from './fact-numbers.ts';
import { capitalised, formatNumber } from './format.ts';
import { numberWord } from './number-word.ts';
import { formatOperand, formatQuantity } from './quantity.ts';

/** A value of the ROI model at its published inputs: an assumption, a step, a line, a total; or a comparison, which has a range alone. */
export interface ReferableRoi {
  readonly id: string;
  readonly label: string;
  readonly value?: number | undefined;
  /** As the model declares it (quantity.ts): "USD an hour", "share", "h a month". */
  readonly unit: string;
  /** The value with rounding switched off. */
  readonly exact?: number | undefined;
  /** Plausible range of an assumption, range of a comparison. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

const NO_BREAK_SPACE = '\u00A0';

/** "h a month" is "hours" in a sentence; other units stand as they are. */
const LONG_UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  h: ['hour', 'hours'],
  min: ['minute', 'minutes'],
};

/** Formats of an ROI value. Without one: `value`. */
export const ROI_FORMATS: Formats<ReferableRoi> = {
  /** "$47,970", "28.75%", "220" (without "a month") */
  value: ({ value, unit }, { locale }) => said(value, (number) => formatOperand(number, unit, locale)),
  /** "$65 an hour", "220 a month": with the whole unit. */
  unit: ({ value, unit }, { locale }) => said(value, (number) => formatQuantity(number, unit, locale)),
  /** "63": the bare number. */
  number: ({ value }, { locale }) => said(value, (number) => formatNumber(number, undefined, locale)),
  /** "37 hours", "35 minutes" */
  long: ({ value, unit }, { locale }) => {
    const words = LONG_UNITS[unit.split(' ')[0] ?? ''];
    return (
      words &&
      said(value, (number) => formatNumber(number, undefined, locale) + NO_BREAK_SPACE + words[number === 1 ? 0 : 1])
    );
  },
  /** "sixty-three" */
  words: ({ value }) => inWords(value, numberWord),
  /** "Sixty-three" */
  Words: ({ value }) => inWords(value, (number) => capitalised(numberWord(number))),
  /** "$28,778.75": rounding switched off. */
  exact: ({ exact, unit }, { locale }) => said(exact, (number) => formatOperand(number, unit, locale)),
  /** Lower end of a range. */
  low: ({ low, unit }, { locale }) => said(low, (number) => formatOperand(number, unit, locale)),
  /** Upper end of a range. */
  high: ({ high, unit }, { locale }) => said(high, (number) => formatOperand(number, unit, locale)),
  /** What it is called in the model. */
  label: ({ label, value }) => ({ text: label, value: value ?? NaN }),
};
