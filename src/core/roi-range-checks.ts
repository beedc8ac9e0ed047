/** The range of each assumption, and what it rests on. */
import { tidy } from './decimal.ts';
import { rangeOf } from './measured.ts';
import { formatQuantity } from './quantity.ts';
import type { Measured } from './measured.ts';
import type { RoiAssumption, RoiIssue } from './roi-definition.ts';

/** low ≤ value ≤ high, said with the assumption's own unit. */
function outside(value: number, low: number, high: number, unit: string): string | undefined {
  if (value >= low && value <= high) return undefined;
  const plausible = `${formatQuantity(low, unit)} to ${formatQuantity(high, unit)}`;
  return `${formatQuantity(value, unit)} lies outside its own plausible range, ${plausible}`;
}

/** The slider: it covers the range, and can stand on the published value. */
export function rangeIssues(assumption: RoiAssumption, index: number): RoiIssue[] {
  const { value, low, high, min, max, step, unit } = assumption;
  const issues: RoiIssue[] = [];
  const add = (key: keyof RoiAssumption, message: string) => {
    issues.push({ path: ['assumptions', index, key], message });
  };
  if ((low === undefined) !== (high === undefined)) {
    const [there, missing] = low === undefined ? (['high', 'low'] as const) : (['low', 'high'] as const);
    add(there, `a range has two ends: "${missing}" is missing`);
  } else if (low === undefined && assumption.fact === undefined) {
    add('value', 'a plausible range was expected: "low" and "high"');
  }
  if (low !== undefined && high !== undefined && low > high) add('low', `low (${low}) is above high (${high})`);
  if (low !== undefined && min > low) add('min', `min (${min}) is above low (${low})`);
  if (high !== undefined && max < high) add('max', `max (${max}) is below high (${high})`);
  if (!(step > 0) || step > max - min) {
    add('step', `a step greater than 0 and within the range of ${tidy(max - min)} was expected, found ${step}`);
  } else if (value !== undefined && !Number.isInteger(tidy((value - min) / step))) {
    add(
      'step',
      `the slider cannot stand on the published value: from ${min} in steps of ${step}, ${value} is not reached`,
    );
  }
  if (/^share(?: of .*)?$/.test(unit) && max > 1) {
    add('max', `a share goes from 0 to 1, which is shown as 100%; found ${max}`);
  }
  if (value !== undefined && low !== undefined && high !== undefined && low <= high) {
    const message = outside(value, low, high, unit);
    if (message !== undefined) add('value', message);
  }
  return issues;
}

/** Either a value with its date, or a fact, which is then measured. */
export function basisIssues({ value, fact, basis, as_of }: RoiAssumption, index: number): RoiIssue[] {
  const path = ['assumptions', index];
  if ((value === undefined) === (fact === undefined)) {
    const found = value === undefined ? 'neither' : 'both';
    return [{ path, message: `exactly one of "value" and "fact" was expected, found ${found}` }];
  }
  if (basis === 'measured' && fact === undefined) {
    return [
      { path: [...path, 'basis'], message: 'a measured assumption takes its value from a fact: name it under "fact"' },
    ];
  }
  if (basis !== 'measured' && fact !== undefined) {
    return [{ path: [...path, 'basis'], message: `a value that comes from a fact is "measured", found "${basis}"` }];
  }
  if (fact === undefined && as_of === undefined) {
    return [{ path: [...path, 'value'], message: 'the day from which it dates was expected under "as_of"' }];
  }
  if (fact !== undefined && as_of !== undefined) {
    return [{ path: [...path, 'as_of'], message: 'a fact dates from its extract: leave "as_of" out' }];
  }
  return [];
}

/**
 * A fact with an interval brings its sampling error along, and nobody types another range over it;
 * without one the range is the author's.
 *
 * @param value of the fact, in the unit of the assumption
 */
export function factRangeIssues(
  assumption: RoiAssumption,
  index: number,
  value: number,
  { interval }: Measured,
): RoiIssue[] {
  const { fact, low, high, min, max, unit } = assumption;
  const path = ['assumptions', index];
  if (interval === undefined) {
    if (low === undefined || high === undefined) {
      return [
        {
          path: [...path, 'fact'],
          message: `the fact "${fact ?? ''}" has no interval: give "low" and "high" yourself`,
        },
      ];
    }
    const message = outside(value, low, high, unit);
    return message === undefined ? [] : [{ path: [...path, 'fact'], message }];
  }
  const [from, to] = rangeOf(interval);
  const range = `${formatQuantity(from, unit)} to ${formatQuantity(to, unit)}`;
  return [
    ...(['low', 'high'] as const).flatMap((key): RoiIssue[] =>
      assumption[key] === undefined
        ? []
        : [{ path: [...path, key], message: `the fact brings its own range, ${range}: leave "${key}" out` }],
    ),
    ...(from < min
      ? [{ path: [...path, 'min'], message: `min (${min}) is above the interval of the fact, ${range}` }]
      : []),
    ...(to > max
      ? [{ path: [...path, 'max'], message: `max (${max}) is below the interval of the fact, ${range}` }]
      : []),
  ];
}
