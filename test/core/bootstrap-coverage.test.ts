/** How often the bootstrap interval holds the true median, over many seeded samples: a property no single case can show. */
import { expect, test } from 'vitest';
import { bootstrapMedian, bootstrapMedianDifference } from '../../src/core/bootstrap.ts';
import { createRandom } from '../../src/core/random.ts';

const TRIALS = 400;
const RESAMPLES = 300;
const random = createRandom('coverage of the percentile bootstrap');

/** Waiting times are skewed: exponential with a median of ln 2. */
const waits = (size: number, scale = 1): number[] =>
  Array.from({ length: size }, () => -scale * Math.log(1 - random.random()));

const share = (hit: (trial: number) => boolean): number =>
  Array.from({ length: TRIALS }, (_, trial) => hit(trial)).filter(Boolean).length / TRIALS;

// Four standard errors of 400 trials at 95% are 0.044; a percentile interval of a median is known to be slightly liberal.
test('95% of the intervals of a median hold it, in skewed samples of 57 and of 23', () => {
  for (const size of [57, 23]) {
    const covered = share((trial) => {
      const { low, high } = bootstrapMedian(waits(size), { seed: `${size}/${trial}`, resamples: RESAMPLES });
      return low <= Math.LN2 && Math.LN2 <= high;
    });
    expect(covered).toBeGreaterThan(0.906);
    expect(covered).toBeLessThan(0.994);
  }
});

test('half of the intervals at a level of a half hold it: the level does what it says', () => {
  const covered = share((trial) => {
    const { low, high } = bootstrapMedian(waits(57), { seed: `half/${trial}`, level: 0.5, resamples: RESAMPLES });
    return low <= Math.LN2 && Math.LN2 <= high;
  });
  expect(covered).toBeGreaterThan(0.4);
  expect(covered).toBeLessThan(0.6);
});

test('95% of the intervals of a difference hold it', () => {
  const covered = share((trial) => {
    const { low, high } = bootstrapMedianDifference(waits(23, 2), waits(57), {
      seed: `difference/${trial}`,
      resamples: RESAMPLES,
    });
    return low <= Math.LN2 && Math.LN2 <= high;
  });
  expect(covered).toBeGreaterThan(0.906);
  expect(covered).toBeLessThan(0.994);
});
