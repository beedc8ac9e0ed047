/** The draw of the sample, and its record. */
import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { createRandom } from '../../../src/core/random.ts';

export const SAMPLE_SEED = 'onboarding-2026-03';
const SAMPLE_SIZE = 80;

/** @param frame ids of the population, ascending */
export function drawSample(frame: readonly string[]): string[] {
  return createRandom(SAMPLE_SEED).sampleWithoutReplacement(frame, SAMPLE_SIZE);
}

/** What somebody needs to draw the sample again. */
export function samplingYaml(frame: readonly string[], drawn: readonly string[]): string {
  return stringify(
    {
      method: 'simple random sampling without replacement',
      population: 'accounts signed in March 2026, local date in America/New_York',
      frame: {
        source: 'accounts-march',
        column: 'account_id',
        order: 'ascending, by character',
        size: frame.length,
        sha256: createHash('sha256')
          .update(frame.map((id) => `${id}\n`).join(''))
          .digest('hex'),
        sha256_of: 'the ids in this order, each followed by a line feed',
      },
      size: drawn.length,
      seed: SAMPLE_SEED,
      algorithm:
        'first steps of a Fisher-Yates shuffle over the frame; step i (from 0) swaps item i with an item drawn uniformly from i to the last, by rejection of 32-bit words',
      generator:
        'xoshiro128** 1.1; its four words are the MurmurHash3_x86_32 of the seed in UTF-8 under the hash seeds 0, 1, 2 and 3',
      drawn,
    },
    { lineWidth: 0 },
  );
}
