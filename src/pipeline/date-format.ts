/**
 * Dates in another order than ours, as an author declares them: `DD.MM.YYYY HH:mm`.
 * Parts: YYYY, MM, DD, HH, mm, ss (two digits); M, D, H (one or two); A (AM or PM); everything else stands as it is.
 */
const PARTS: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
  A: String.raw`(?<half>[AaPp]\.?[Mm]\.?)`,
};
const TOKEN = /YYYY|MM|M|DD|D|HH|H|mm|ss|A/g;

export interface DateFormat {
  /** 9 March 2026, five past two in the afternoon, in this format. */
  readonly example: string;
  /** Whether it has a time of day. */
  readonly timed: boolean;
  /** "2026-03-09", with " 14:05:00" where there is a time; not yet held against the calendar. Undefined for another form. */
  read(text: string): string | undefined;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Hour of the day, 0 to 23, from the hour of a half day; 99, which no clock knows, for one that is none. */
function hourOf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** @throws RangeError for a format without year, month and day */
export function dateFormat(format: string): DateFormat {
  let pattern = '';
  let from = 0;
  for (const { 0: token, index } of format.matchAll(TOKEN)) {
    pattern += escaped(format.slice(from, index)) + (PARTS[token] ?? '');
    from = index + token.length;
  }
  pattern += escaped(format.slice(from));
  const names = ['year', 'month', 'day'].filter((name) => pattern.split(`<${name}>`).length !== 2);
  if (names.length > 0)
    throw new RangeError(`The format "${format}" needs YYYY, MM or M, and DD or D, each once, such as "DD.MM.YYYY".`);
  const matcher = new RegExp(`^${pattern}$`);
  const halves = format.includes('A');
  const shown: Readonly<Record<string, string>> = {
    YYYY: '2026',
    MM: '03',
    M: '3',
    DD: '09',
    D: '9',
    HH: halves ? '02' : '14',
    H: halves ? '2' : '14',
    mm: '05',
    ss: '00',
    A: 'PM',
  };
  const timed = pattern.includes('<hour>');
  return {
    example: format.replaceAll(TOKEN, (token) => shown[token] ?? token),
    timed,
    read(text) {
      const parts = matcher.exec(text.trim())?.groups;
      if (parts === undefined) return undefined;
      const two = (name: string): string => (parts[name] ?? '0').padStart(2, '0');
      const day = `${parts['year'] ?? ''}-${two('month')}-${two('day')}`;
      if (!timed) return day;
      const half = parts['half'];
      const hour = half === undefined ? two('hour') : String(hourOf(Number(parts['hour']), half)).padStart(2, '0');
      return `${day} ${hour}:${two('minute')}:${two('second')}`;
    },
  };
}
