/** Models that nobody would write, for the evaluator: formulas of every kind, roundings, an overlap, changes. */
import fc from 'fast-check';
import { compileRoi } from '../../src/core/roi-compile.ts';
import { ROUNDING_RULES } from '../../src/core/rounding.ts';
import type { RoiModel } from '../../src/core/roi.ts';
import type { RoiStep } from '../../src/core/roi-definition.ts';

export interface Trial {
  readonly model: RoiModel;
  /** Some readers' values, each within its slider. */
  readonly changes: readonly Readonly<Record<string, number>>[];
}

const INPUTS = ['a', 'b', 'c', 'd', 'e'] as const;
const STEPS = 6;

const operator = fc.constantFrom('+', '-', '*');
const number = fc.constantFrom('2', '0.1', '12', '60', '0.285', '1.005', '3');

/** A formula over names; what it divides by is never zero, because every input is above it. */
const formula = (names: readonly string[]): fc.Arbitrary<string> => {
  const leaf = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: number });
  return fc.oneof(
    fc.tuple(leaf, operator, leaf, operator, leaf).map((parts) => parts.join(' ')),
    fc.tuple(leaf, fc.constantFrom(...INPUTS), leaf).map(([left, by, right]) => `(${left} + ${right}) / ${by}`),
    fc.tuple(fc.constantFrom('max', 'min'), leaf, leaf).map(([name, left, right]) => `${name}(${left}, ${right}) * 3`),
    leaf.map((inner) => `abs(${inner} - 7)`),
  );
};

const rounding = fc.option(fc.record({ to: fc.constantFrom(1, 0.01, 0.5), rule: fc.constantFrom(...ROUNDING_RULES) }), {
  nil: undefined,
  freq: 2,
});
const value = fc.integer({ min: 50, max: 99_950 }).map((hundredths) => hundredths / 100);

const trial: fc.Arbitrary<Trial> = fc
  .record({
    values: fc.tuple(value, value, value, value, value),
    steps: fc.tuple(
      ...Array.from({ length: STEPS }, (_, index) =>
        fc.tuple(
          formula([...INPUTS, ...Array.from({ length: index }, (__, earlier) => `s${String(earlier)}`)]),
          rounding,
        ),
      ),
    ),
    changes: fc.array(
      fc.dictionary(fc.constantFrom(...INPUTS), fc.double({ min: 0.5, max: 1000, noNaN: true }), {
        noNullPrototype: true,
      }),
      { minLength: 2, maxLength: 2 },
    ),
  })
  .map(({ values, steps, changes }) => {
    const made = steps.map(([text, round], index): RoiStep => ({
      id: `s${String(index)}`,
      label: 'A step',
      formula: text,
      unit: 'points',
      ...(round && { round }),
    }));
    // Every input is used somewhere.
    made.push({ id: 'all', label: 'All', formula: INPUTS.join(' + '), unit: 'points' });
    const line = (step: string) => ({
      id: `line_${step}`,
      label: step,
      step,
      class: 'labour' as const,
      hangs_on: 'Chance',
      unit: 'points',
    });
    const model = compileRoi(
      {
        groups: [{ id: 'inputs', title: 'Inputs' }],
        assumptions: INPUTS.map((id, index) => ({
          id,
          group: 'inputs',
          label: id,
          value: values[index],
          low: 0.5,
          high: 1000,
          min: 0.5,
          max: 1000,
          step: 0.01,
          unit: 'points',
          basis: 'assumed',
          source: 'Chance',
          owner: 'Nobody',
          as_of: '2026-01-01',
        })),
        steps: made,
        lines: [{ ...line('s3'), overlap: 'twice' }, { ...line('s4'), overlap: 'twice' }, line('s5'), line('all')],
        overlaps: [{ id: 'twice', label: 'Twice', why: 'To see.' }],
        totals: [{ id: 'sum', label: 'Sum', class: 'labour', lines: ['line_s3', 'line_s4', 'line_s5', 'line_all'] }],
      },
      {},
    );
    return { model, changes };
  });

/** The same ones every time. */
export const randomModels = (count: number): Trial[] => fc.sample(trial, { numRuns: count, seed: 20260504 });
