/** In which order day, month and year stand in a column, as far as its values say. */
export type Order = 'day first' | 'month first';

const DATE =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:([ T]|, )(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp]\.?[Mm]\.?))?)?$/;

interface Parts {
  readonly first: string;
  readonly sign: string;
  readonly second: string;
  readonly third: string;
  readonly gap: string | undefined;
  readonly hour: string | undefined;
  readonly seconds: boolean;
  readonly half: string | undefined;
}

function partsOf(value: string): Parts | undefined {
  const match = DATE.exec(value.trim());
  if (match === null) return undefined;
  const [, first = '', sign = '', second = '', third = '', gap, hour, , second_, half] = match;
  return { first, sign, second, third, gap, hour, seconds: second_ !== undefined, half };
}

/** The order that the values prove: a part above 12 is no month. Undefined where both are possible, or neither. */
export function provenOrder(values: readonly string[]): Order | undefined {
  let [day, month, seen] = [false, false, false];
  for (const value of values) {
    const parts = partsOf(value);
    if (parts?.third.length !== 4) continue;
    seen = true;
    if (Number(parts.first) > 12) day = true;
    if (Number(parts.second) > 12) month = true;
  }
  if (!seen || day === month) return undefined;
  return day ? 'day first' : 'month first';
}

/**
 * The format that all values but `most` have, with its order proven by them, by another column, or by the points
 * that only day-first dates are written with; where nothing proves it, a remark.
 */
export function dateFormats(
  values: readonly string[],
  habit: Order | undefined,
  most: number,
): { format?: string; timed?: boolean; remark?: string } {
  const read = values.map(partsOf);
  const parts = read.filter((one) => one !== undefined);
  const [one] = parts;
  if (one === undefined || values.length - parts.length > most) return {};
  const all = (test: (parts: Parts) => boolean): boolean => parts.every(test);
  if (!all((p) => p.sign === one.sign && p.gap === one.gap && p.seconds === one.seconds)) return {};
  if (!all((p) => (p.half === undefined) === (one.half === undefined))) return {};
  const two = (part: (parts: Parts) => string): boolean => all((p) => part(p).length === 2);
  const yearFirst = all((p) => p.first.length === 4);
  if (yearFirst && one.sign === '-' && one.half === undefined && two((p) => p.second) && two((p) => p.third)) return {};
  const order = yearFirst ? undefined : (provenOrder(values) ?? habit ?? (one.sign === '.' ? 'day first' : undefined));
  if (!yearFirst && !all((p) => p.third.length === 4))
    return { remark: 'the years have two digits, so the century cannot be told; it is kept as text' };
  if (!yearFirst && order === undefined)
    return { remark: 'day and month can be confused in every value, so it is kept as text' };
  const [firstName, secondName] = yearFirst ? ['M', 'D'] : order === 'day first' ? ['D', 'M'] : ['M', 'D'];
  const name = (letter: string, padded: boolean): string => (padded ? letter + letter : letter);
  const date = yearFirst
    ? [
        'YYYY',
        name(
          firstName,
          two((p) => p.second),
        ),
        name(
          secondName,
          two((p) => p.third),
        ),
      ]
    : [
        name(
          firstName,
          two((p) => p.first),
        ),
        name(
          secondName,
          two((p) => p.second),
        ),
        'YYYY',
      ];
  const half = one.half === undefined ? '' : /\d [ap]/i.test(values[read.indexOf(one)] ?? '') ? ' A' : 'A';
  const time =
    one.hour === undefined
      ? ''
      : `${one.gap ?? ' '}${name(
          'H',
          two((p) => p.hour ?? ''),
        )}:mm${one.seconds ? ':ss' : ''}${half}`;
  return { format: date.join(one.sign) + time, timed: one.hour !== undefined };
}
