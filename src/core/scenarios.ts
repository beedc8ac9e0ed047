/** Versions of an ROI model: presets, and a short text that carries one from copy to copy. */
import { murmur3 } from './random.ts';
import type { TotalFormula } from './roi-total.ts';

/**
 * The cautious or the generous version: every assumption of the total at that end of its
 * plausible range which gives less, or more, of the total while the others stand as published.
 *
 * @returns changes by assumption id; none for an assumption whose published value is that end already
 */
export function preset({ needs, value }: TotalFormula, side: 'conservative' | 'upside'): Record<string, number> {
  const changes: Record<string, number> = {};
  for (const { id, low, high, value: published } of needs) {
    const rises = value({ [id]: high }) >= value({ [id]: low });
    const end = rises === (side === 'upside') ? high : low;
    if (end !== published) changes[id] = end;
  }
  return changes;
}

type Pairs = readonly (readonly [name: string, value: string])[];

const FORMAT = 'roi1';

/** Against slips of the hand, not against intent: values are judged by the model all the same. */
const checksum = (text: string): string => murmur3(new TextEncoder().encode(text), 1).toString(36).padStart(7, '0');

/**
 * A version as text: format, engagement, version of the report, names and values, checksum.
 * `roi1/onboarding/1.0.0/loaded_hour=72;rounding=off/0a1b2c3`
 */
export function encodeScenario(engagement: string, version: string, pairs: Pairs): string {
  const values = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join(';');
  const text = [FORMAT, encodeURIComponent(engagement), encodeURIComponent(version), values].join('/');
  return `${text}/${checksum(text)}`;
}

export type DecodedScenario =
  | { readonly pairs: Pairs; readonly version: string }
  /** Why the code is refused, as a sentence for the person who pasted it. */
  | { readonly fault: string };

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Reads a code. What its names and values mean is for the model to judge. */
export function decodeScenario(code: string, engagement: string): DecodedScenario {
  // Mail programs break long lines and add blanks.
  const text = code.replaceAll(/\s+/g, '');
  if (text === '') return { fault: 'There is no code to read: the field is empty.' };
  const parts = text.split('/');
  const [format = '', , , values = '', sum = ''] = parts;
  if (!/^roi\d+$/.test(format)) {
    return { fault: `A scenario code begins with "${FORMAT}/"; this begins with "${shortened(text)}".` };
  }
  if (format !== FORMAT) return { fault: `This code has the format "${format}"; this report reads "${FORMAT}".` };
  if (parts.length !== 5) {
    return {
      fault: `A scenario code has five parts between slashes, found ${parts.length}: the end or a piece of it is missing.`,
    };
  }
  if (checksum(parts.slice(0, 4).join('/')) !== sum) {
    return {
      fault:
        'The checksum at the end of this code does not fit the rest: something in it was changed or lost on the way. Copy it again.',
    };
  }
  try {
    const [owner, version] = parts.slice(1, 3).map(decodeURIComponent);
    if (owner !== engagement) {
      return { fault: `This code belongs to the report "${shortened(owner ?? '')}"; this is "${engagement}".` };
    }
    const pairs = values
      .split(';')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => {
        const [name = '', value = ''] = pair.split('=', 2).map(decodeURIComponent);
        return [name, value];
      });
    return { pairs, version: version ?? '' };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return { fault: 'This code holds a character that cannot be read. Copy it again.' };
  }
}
