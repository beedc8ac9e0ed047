import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/pipeline/load.ts';
import { BuildProblems } from '../../src/pipeline/problem.ts';
import { commitmentOf, pseudonym, readSalt } from '../../src/pipeline/pseudonyms.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { silentReporter } from '../../src/pipeline/reporter.ts';
import type { SourcesFile } from '../../src/schema/sources.ts';
import { texts } from '../cli/build-runner.ts';
import { applyEdits, copyRoot, removeRoot } from './fixture-root.ts';

const SALT = '6f1d3c0a9b8e7f5d4c3b2a190817263545362718091a2b3c4d5e6f7081920a1b';

const sources = (pseudonyms?: SourcesFile['pseudonyms']): SourcesFile => ({
  pseudonyms,
  sources: [
    {
      id: 'parcels',
      file: 'parcels.csv',
      title: 'Parcels',
      system: 'Ledger',
      origin: 'Exported',
      extracted_at: '2026-03-20T17:30:00+01:00',
      format: 'csv',
      delimiter: ',',
      rows: 1,
      sha256: '0'.repeat(64),
      max_refused: 0,
      columns: { parcel_id: 'pseudonymous' },
    },
  ],
});

describe('a pseudonym', () => {
  it('is short, always the same under one salt, and another under another', () => {
    expect(pseudonym(SALT, 'PR-0011')).toMatch(/^p-[a-km-np-z2-9]{12}$/);
    expect(pseudonym(SALT, 'PR-0011')).toBe(pseudonym(SALT, 'PR-0011'));
    expect(pseudonym(SALT, 'PR-0011')).not.toBe(pseudonym(`${SALT}0`, 'PR-0011'));
  });

  it('is one of its own for each of many ids', () => {
    const names = new Set(Array.from({ length: 100_000 }, (_, index) => pseudonym(SALT, `PR-${index}`)));
    expect(names.size).toBe(100_000);
  });
});

describe('a salt', () => {
  const said = (file: SourcesFile, environment: Record<string, string> = {}): string =>
    renderProblems(readSalt('/nowhere', 'returns', file, environment).problems);

  it('that is not declared, missing, short, without commitment or another one is said plainly, and never told', () => {
    const named = sources({ salt: 'RETURNS_SALT' });
    const committed = sources({ salt: 'RETURNS_SALT', commitment: commitmentOf(SALT) });
    const told = [
      said(sources()),
      said(named),
      said(committed),
      said(committed, { RETURNS_SALT_FILE: '/no/such/file' }),
      said(named, { RETURNS_SALT: 'short' }),
      said(named, { RETURNS_SALT: SALT }),
      said(committed, { RETURNS_SALT: `${SALT}0` }),
    ];
    expect(told.join('\n')).toMatchSnapshot();
    expect(told.join('\n')).not.toContain(SALT);
    expect(readSalt('/nowhere', 'returns', committed, { RETURNS_SALT: `${SALT}\n` })).toEqual({
      salt: SALT,
      problems: [],
    });
  });

  it('comes from a file outside the engagement, and from none inside', () => {
    const folder = mkdtempSync(join(tmpdir(), 'salt-'));
    writeFileSync(join(folder, 'salt'), `${SALT}\n`);
    const committed = sources({ salt: 'RETURNS_SALT', commitment: commitmentOf(SALT) });
    const environment = { RETURNS_SALT_FILE: join(folder, 'salt') };
    expect(readSalt('/nowhere', 'returns', committed, environment).salt).toBe(SALT);
    expect(renderProblems(readSalt(folder, 'returns', committed, environment).problems)).toContain(
      'The salt lies beside what it protects.',
    );
    rmSync(folder, { recursive: true });
  });
});

describe('an engagement with pseudonymous ids', () => {
  it('holds them nowhere, and its facts name rows by their pseudonyms', async () => {
    const root = copyRoot();
    const before = process.env['RETURNS_SALT'];
    try {
      applyEdits(root, [
        { file: 'data/parcel-returns/sources.yaml', replace: 'parcel_id: public', by: 'parcel_id: pseudonymous' },
        {
          file: 'data/parcel-returns/sources.yaml',
          replace: 'sources:\n',
          by: `pseudonyms: { salt: RETURNS_SALT, commitment: ${commitmentOf(SALT)} }\nsources:\n`,
        },
      ]);
      delete process.env['RETURNS_SALT'];
      await expect(load({ root, reporter: silentReporter })).rejects.toThrow(BuildProblems);
      process.env['RETURNS_SALT'] = SALT;
      const { bundles, privateValues } = await load({ root, reporter: silentReporter });
      const { facts, tables } = bundles[0]!;
      expect(tables[0]!.rows[0]!['parcel_id']).toBe(pseudonym(SALT, 'PR-0011'));
      expect(facts[0]!.population).toContain(pseudonym(SALT, 'PR-0011'));
      expect(privateValues.get('parcel-returns')!.has('PR-0011')).toBe(true);
      for (const [path, text] of texts(join(root, '.workbench')))
        expect([path, /PR-\d{4}|6f1d3c0a9b8e/.exec(text)]).toEqual([path, null]);
    } finally {
      if (before === undefined) delete process.env['RETURNS_SALT'];
      else process.env['RETURNS_SALT'] = before;
      removeRoot(root);
    }
  }, 120_000);
});
