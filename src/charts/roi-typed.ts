/** A number as a reader types it into the field of an assumption: taken, or refused in a sentence that says how to write it. */
import { numberStyle } from '../core/number-text.ts';
import type { ModelAssumption } from '../core/roi.ts';
import { fromShown, toShown, unitText, valueText } from './roi-control.ts';

/**
 * A number as a person types it in their locale, with or without separators of thousands. Undefined where it is none,
 * and where it would be another number in another locale: "12,5" is no 125.
 */
export function parseField(text: string, locale: string): number | undefined {
  const { group, point } = numberStyle(locale);
  const typed = text.trim().replace('\u2212', '-');
  const [whole = '', ...fractions] = typed.split(point);
  const fraction = fractions.join(point);
  const parts = whole.split(group === ',' || group === '.' ? new RegExp(`[${group}\\s'’]`) : /[\s'’]/);
  const grouped = parts.slice(1).every((part) => /^\d{3}$/.test(part)) && /^-?\d{0,3}$/.test(parts[0] ?? '');
  const digits = `${parts.join('')}${fractions.length > 0 ? `.${fraction}` : ''}`;
  return (parts.length === 1 || grouped) && /^-?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : undefined;
}

/** Whoever reads "30%" or "$ an hour" beside the field may type it as well, before the number or behind it. */
function withoutUnit(text: string, unit: string, locale: string): string {
  const shown = unitText(unit, locale);
  const [code = ''] = unit.split(' ');
  const forms = [shown, shown.split(' ')[0] ?? '', unit, code].filter((form) => form !== '');
  const typed = text.trim().replaceAll('\u00A0', ' ');
  for (const form of forms) {
    const short = typed.slice(form.length);
    if (typed.toLowerCase().startsWith(form.toLowerCase()) && /^\s*[-\u2212\d.,]/.test(short)) {
      // "$72 an hour": the rest of the unit stands behind.
      const rest = shown.slice(form.length).trim();
      return (rest !== '' && short.endsWith(rest) ? short.slice(0, -rest.length) : short).trim();
    }
    if (typed.toLowerCase().endsWith(form.toLowerCase())) return typed.slice(0, -form.length).trim();
  }
  return typed;
}

const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** The two readings of "20.000", where its point sets thousands apart for half the world and the assumption has no thousandths. */
function readings(typed: string, locale: string, step: number): [string, string] | undefined {
  const { group, point } = numberStyle(locale);
  const [, whole = '', fraction = ''] = /^(-?[1-9]\d{0,2})[.,](\d{3})$/.exec(typed) ?? [];
  if (whole === '' || typed.includes(group) || decimals(step) >= 3) return undefined;
  return [`${whole}${group}${fraction}`, fraction === '000' ? whole : `${whole}${point}${fraction}0`];
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
const MARKS: Readonly<Record<string, string>> = { '.': 'a point', ',': 'a comma' };

/**
 * @returns the value in the unit of the model, not judged by it; or the sentence that refuses the text
 */
export function readField(
  text: string,
  { label, min, max, step, unit }: ModelAssumption,
  locale: string,
): { readonly value: number } | { readonly fault: string } {
  const typed = withoutUnit(text, unit, locale);
  const two = readings(typed, locale, toShown(step, unit));
  if (two !== undefined)
    return { fault: `"${label}": "${typed}" could mean two numbers. Write "${two[0]}" or "${two[1]}".` };
  const shown = parseField(typed, locale);
  if (shown !== undefined) return { value: fromShown(shown, unit) };
  const { point } = numberStyle(locale);
  const range = `${valueText(min, unit, locale)} to ${valueText(max, unit, locale)}`;
  return {
    fault: `"${label}" needs a number from ${range}, with ${MARKS[point] ?? `"${point}"`} before decimals; found "${shortened(text.trim())}".`,
  };
}
