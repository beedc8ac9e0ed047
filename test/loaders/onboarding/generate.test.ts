import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generate, sourcesWith } from '../../../data/onboarding/generate.ts';
import { createRandom } from '../../../src/core/random.ts';
import { sourcesFile } from '../../../src/schema/sources.ts';
import { cell, FOLDER, readCsv, readText } from './inspected.ts';

describe('the sample data', () => {
  const generated = generate();

  it.each([...generated.files.keys()])('%s is what the generator writes', (file) => {
    expect(readText(file)).toBe(generated.files.get(file));
  });

  it('has a sources.yaml that is up to date and valid', () => {
    const text = readText('sources.yaml');
    expect(text).toBe(sourcesWith(generated, FOLDER));
    const { sources } = sourcesFile.parse(parse(text));
    for (const { file, sha256 } of sources) {
      expect(
        createHash('sha256')
          .update(readFileSync(new URL(file, FOLDER)))
          .digest('hex'),
      ).toBe(sha256);
    }
    for (const file of generated.files.keys()) expect(sources.map((source) => source.file)).toContain(file);
  });

  it('names every column of every CSV file, in order', () => {
    for (const { file, format, columns, rows } of sourcesFile.parse(parse(readText('sources.yaml'))).sources) {
      if (format !== 'csv') continue;
      const read = readCsv(file);
      expect(Object.keys(read[0] ?? {})).toEqual(Object.keys(columns ?? {}));
      expect(read).toHaveLength(rows ?? -1);
    }
  });

  it('can be sampled again from its recorded frame and seed', () => {
    const record = parse(readText('sampling.yaml')) as {
      seed: string;
      size: number;
      drawn: string[];
      frame: { sha256: string };
    };
    const frame = readCsv('accounts-march.csv')
      .map((row) => cell(row, 'account_id'))
      .toSorted();
    expect(
      createHash('sha256')
        .update(frame.map((id) => `${id}\n`).join(''))
        .digest('hex'),
    ).toBe(record.frame.sha256);
    expect(createRandom(record.seed).sampleWithoutReplacement(frame, record.size)).toEqual(record.drawn);
    expect(readCsv('onboarding-sample.csv').map((row) => cell(row, 'account_id'))).toEqual(record.drawn.toSorted());
  });
});
