/** Names for what is drafted: ids, file names and column names, made from those that a file came with. */

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();

/** "Order Date" becomes "order_date"; what has no letter to begin with gets `prefix`. */
export function snake(text: string, prefix: string): string {
  const name = plain(text)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) ? name : [prefix, name].filter((part) => part !== '').join('_');
}

/** Each name once: a second "total" is "total_2". */
export function distinct(names: readonly string[], taken: ReadonlySet<string> = new Set()): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    let free = name;
    for (let count = 2; used.has(free); count += 1) free = `${name}_${count}`;
    used.add(free);
    return free;
  });
}

/** "order_date" and "Order Date" are read as "Order date". */
export function label(header: string): string {
  const words = header
    .replaceAll(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  const lower = words === words.toUpperCase() && words.length > 4 ? words.toLowerCase() : words;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** A name inside a sentence, as the record has it: between backticks, which it must not hold itself. */
export const quoted = (header: string): string => `\`${header.replaceAll('`', "'").replaceAll(/\s+/g, ' ').trim()}\``;

/** Words of a unit that often end a column's name. */
const UNITS: Readonly<Record<string, string>> = {
  h: 'h',
  hours: 'h',
  hrs: 'h',
  min: 'min',
  minutes: 'min',
  days: 'days',
  kg: 'kg',
  km: 'km',
  eur: 'EUR',
  usd: 'USD',
  gbp: 'GBP',
  pct: '%',
  percent: '%',
};

/** The unit that a column's name ends with, "weight_kg", or holds in brackets, "Weight (kg)". */
export function unitIn(header: string): string | undefined {
  const bracketed = /[([]([^)\]]{1,12})[)\]]\s*$/.exec(header)?.[1];
  if (bracketed !== undefined) return bracketed.trim();
  const last = /[_\s]([a-z]+)$/i.exec(header)?.[1]?.toLowerCase() ?? '';
  return UNITS[last];
}
