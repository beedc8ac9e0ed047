import { describe, expect, it } from 'vitest';
import { ReferenceFault, createResolver } from '../../src/core/reference.ts';
import type { GivenValue, ReferableFact, ReferableRoi } from '../../src/core/reference.ts';

const facts: ReferableFact[] = [
  {
    id: 'handoff.late_24h',
    label: 'Queued late',
    kind: 'proportion',
    value: 0.2375,
    unit: 'share',
    count: 19,
    of: 80,
    interval: { low: 0.1578, high: 0.3412 },
    finite: { least: 23, most: 36 },
    parameters: { hours: 24 },
  },
  {
    id: 'dashboard.completed',
    label: 'Completed',
    kind: 'count',
    value: 1160,
    unit: 'accounts',
    count: 1160,
    parameters: {},
  },
  { id: 'billing.median', label: 'Median', kind: 'median', value: 31, unit: 'h', of: 57, parameters: {} },
  {
    id: 'waiting.less',
    label: 'Difference',
    kind: 'difference',
    value: 36.25,
    unit: 'h',
    of: 77,
    interval: { low: -2.263, high: 73.84 },
    parameters: {},
  },
  { id: 'waiting.long', label: 'Long', kind: 'quantity', value: 3096.8644, unit: 'h', of: 4, parameters: {} },
  { id: 'waiting.medium', label: 'Medium', kind: 'median', value: 44.3014, unit: 'h', of: 4, parameters: {} },
  { id: 'waiting.hours', label: 'Waiting', kind: 'quantity', value: 1.5, unit: 'h', of: 4, parameters: {} },
];
const given = new Map<string, GivenValue>([
  ['promise.business_days', { kind: 'number', value: 3 }],
  ['promise.target_share', { kind: 'share', value: 0.9 }],
  ['period.from', { kind: 'date', text: '2026-03-01' }],
  ['period.month', { kind: 'month', text: '2026-03' }],
  ['client', { kind: 'text', text: 'Software company' }],
]);
const roi: ReferableRoi[] = [
  { id: 'labour', label: 'Labour', value: 47970, unit: 'USD a year', exact: 46952.75 },
  { id: 'rate', label: 'Rate', value: 0.2875, unit: 'share of accounts', exact: 0.2875, low: 0.2, high: 0.4 },
  { id: 'rework', label: 'Rework', value: 37, unit: 'h a month', exact: 36.895 },
  { id: 'role', label: 'One more role', unit: 'USD a year', low: 90000, high: 130000 },
];
const resolve = createResolver({ facts, given, roi });

describe('createResolver', () => {
  it.each([
    ['fact', 'handoff.late_24h', undefined, '19 of\u00A080', 19],
    ['fact', 'handoff.late_24h', 'count', '19', 19],
    ['fact', 'handoff.late_24h', 'total', '80', 80],
    ['fact', 'handoff.late_24h', 'rest', '61', 61],
    ['fact', 'handoff.late_24h', 'percent', '24%', 0.2375],
    ['fact', 'handoff.late_24h', 'percent1', '23.8%', 0.2375],
    ['fact', 'handoff.late_24h', 'percent2', '23.75%', 0.2375],
    ['fact', 'handoff.late_24h', 'interval', '16% to 34%', 0.2375],
    ['fact', 'handoff.late_24h', 'upper', '34.1%', 0.3412],
    ['fact', 'handoff.late_24h', 'finite', '23 to 36', 0.2375],
    ['fact', 'waiting.less', 'interval', '\u22122.3 to 73.8\u00A0h', 36.25],
    ['fact', 'waiting.less', undefined, '36.3\u00A0h', 36.25],
    ['fact', 'handoff.late_24h', 'words', 'nineteen', 19],
    ['fact', 'handoff.late_24h', 'Words', 'Nineteen', 19],
    ['fact', 'handoff.late_24h', 'rest_words', 'sixty-one', 61],
    ['fact', 'handoff.late_24h', 'Total_words', 'Eighty', 80],
    ['fact', 'handoff.late_24h', 'parameter.hours', '24', 24],
    ['fact', 'handoff.late_24h', 'parameter.hours.words', 'twenty-four', 24],
    ['fact', 'handoff.late_24h', 'label', 'Queued late', 0.2375],
    ['fact', 'dashboard.completed', undefined, '1,160', 1160],
    ['fact', 'dashboard.completed', 'unit', '1,160\u00A0accounts', 1160],
    ['fact', 'billing.median', undefined, '31\u00A0h', 31],
    ['fact', 'billing.median', 'long', '31\u00A0hours', 31],
    ['fact', 'billing.median', 'total_words', 'fifty-seven', 57],
    ['fact', 'waiting.hours', 'number', '1.5', 1.5],
    ['fact', 'waiting.long', undefined, '3,097\u00A0h', 3096.8644],
    ['fact', 'waiting.medium', undefined, '44.3\u00A0h', 44.3014],
    ['fact', 'waiting.medium', 'long', '44.3\u00A0hours', 44.3014],
    ['fact', 'waiting.long', 'whole', '3,097', 3097],
    ['fact', 'waiting.long', 'whole_long', '3,097\u00A0hours', 3097],
    ['fact', 'waiting.long', 'days', '129\u00A0days', 3096.8644],
    ['given', 'promise.business_days', undefined, '3', 3],
    ['given', 'promise.business_days', 'ordinal', 'third', 3],
    ['given', 'promise.target_share', undefined, '90%', 0.9],
    ['given', 'period.from', undefined, '1 March 2026', NaN],
    ['given', 'period.from', 'month', 'March 2026', NaN],
    ['given', 'period.month', 'month_name', 'March', NaN],
    ['given', 'client', undefined, 'Software company', NaN],
    ['roi', 'labour', undefined, '$47,970', 47970],
    ['roi', 'labour', 'unit', '$47,970 a year', 47970],
    ['roi', 'labour', 'exact', '$46,952.75', 46952.75],
    ['roi', 'rate', undefined, '28.75%', 0.2875],
    ['roi', 'rate', 'low', '20%', 0.2],
    ['roi', 'rework', 'long', '37\u00A0hours', 37],
    ['roi', 'rework', 'Words', 'Thirty-seven', 37],
    ['roi', 'role', 'high', '$130,000', 130000],
  ] as const)('%s %s as %s is "%s"', (of, id, as, text, value) => {
    expect(resolve(of, id, as)).toEqual({ text, value });
  });

  it.each([
    ['fact', 'handof.late_24h', undefined],
    ['fact', 'late_24h', undefined],
    ['fact', 'nothing.like.it', undefined],
    ['given', 'promise.busines_days', undefined],
    ['roi', 'labor', undefined],
    ['fact', 'handoff.late_24h', 'procent'],
    ['fact', 'billing.median', 'percent'],
    ['fact', 'billing.median', 'interval'],
    ['fact', 'billing.median', 'finite'],
    ['fact', 'waiting.hours', 'words'],
    ['fact', 'handoff.late_24h', 'parameter.days'],
    ['fact', 'handoff.late_24h', 'constructor'],
    ['given', 'client', 'words'],
    ['given', 'promise.business_days', 'percent'],
    ['roi', 'labour', 'words'],
    ['roi', 'role', undefined],
  ] as const)('refuses %s %s as %s with what would fit', (of, id, as) => {
    let fault: unknown;
    try {
      resolve(of, id, as);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ReferenceFault);
    const { code, message, expected, found, hint } = fault as ReferenceFault;
    expect({ code, message, expected, found, hint }).toMatchSnapshot();
  });

  it('says so where there is nothing to refer to', () => {
    expect(() => createResolver({ facts, given, roi: [] })('roi', 'labour')).toThrow(
      expect.objectContaining({ hint: 'There are none in this engagement.' }),
    );
  });
});
