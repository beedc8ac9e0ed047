/** A first engagement, as a new user makes one: five files of other people become reports, and no line of ours is touched. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { draftEngagement } from '../../src/draft/draft.ts';
import { createWordSearch } from '../../src/core/word-search.ts';
import { proof } from '../../src/schema/proof.ts';
import { FOREIGN } from '../draft/foreign-files.ts';
import { build, digests, repository, texts, userEnvironment } from './build-runner.ts';
import type { Run } from './build-runner.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const DOOR = join(repository, 'src', 'cli', 'new.ts');
let root = '';
let folder = '';
let first: Run;
let rest: Run;

function runNew(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [DOOR, ...args], {
    encoding: 'utf8',
    cwd: folder,
    // npm says where its user stood, and runs in the repository.
    env: { ...userEnvironment, INIT_CWD: folder },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'new-root-')));
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'new-data-')));
  const { invoices, ...others } = FOREIGN;
  const file = invoices();
  writeFileSync(join(folder, file.name), file.bytes);
  first = runNew('invoices', '--data', file.name, '--zone', 'Europe/Berlin', '--root', root);
  for (const [name, make] of Object.entries(others)) {
    const given = { ...make(), written: '2026-06-01T10:00:00Z' };
    const { draft } = draftEngagement({
      name,
      files: [{ ...given, path: given.name }],
      zone: 'Europe/Berlin',
      reportDate: '2026-06-02',
    });
    for (const [path, content] of [...draft!.texts, ...draft!.exports]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  }
  rest = build(root);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run new', () => {
  it('writes and builds in one step, and says how it read each column', () => {
    expect(first.output).toContain('rechnungen_marz.csv: 140 rows, 7 columns between semicolons, Windows-1252');
    expect(first.output).toMatch(/Betrag netto +number, decimal ",", thousands "."; public/);
    expect(first.output).toMatch(/Kunde Name +text; personal: its name says so/);
    expect(first.output).toMatch(/invoices: \d+ answers are still open/);
    expect(first.output).toContain('content/invoices/engagement.yaml:2');
    expect(first.code).toBe(0);
  });

  it('writes as the house writes', async () => {
    const written = Object.keys(digests(root)).filter((path) =>
      /^(content|data|loaders)\/invoices\/.*(ts|yaml)$/.test(path),
    );
    expect(written).toHaveLength(4);
    for (const path of written) {
      const settings = await resolveConfig(join(repository, path));
      const text = readFileSync(join(root, path), 'utf8');
      expect(await check(text, { ...settings, plugins: [], filepath: path }), path).toBe(true);
    }
  });

  it('keeps the file as it was exported', () => {
    const file = FOREIGN.invoices();
    expect(readFileSync(join(root, 'data', 'invoices', 'rechnungen_marz.csv'))).toEqual(Buffer.from(file.bytes));
  });

  it('overwrites nothing', () => {
    const before = digests(root);
    const again = runNew('invoices', '--data', FOREIGN.invoices().name, '--root', root);
    expect(again.code).toBe(1);
    expect(again.output).toContain('There is an engagement "invoices" already; nothing was written.');
    expect(digests(root)).toEqual(before);
  });

  it.each([
    [['--data', 'x.csv'], 'The engagement needs a name.'],
    [['Big Name', '--data', 'x.csv'], 'This cannot be the name of an engagement.'],
    [['fresh'], 'There is no file to begin with.'],
    [['fresh', '--data', 'nowhere.csv'], 'There is no such file.'],
    [['fresh', '--data', 'x.csv', '--zone', 'Middle/Earth'], 'There is no time zone "Middle/Earth".'],
    [['fresh', '--date', 'x.csv'], "Unknown option '--date'"],
  ])('says what is missing: %s', (args, sentence) => {
    const run = runNew(...args, '--root', root);
    expect(run.code).toBe(1);
    expect(run.output).toContain(sentence);
    expect(run.output).toMatch(/ do +\S/);
  });
});

describe.each(Object.entries(FOREIGN))('the report of %s', (name, make) => {
  const file = make();

  it('counts what stands in the file', () => {
    expect(rest.output).toContain(`${name}: 4 pages`);
    const { facts, open, sources } = proof.parse(
      JSON.parse(readFileSync(join(root, 'dist', name, 'proof.json'), 'utf8')),
    );
    const table = facts[0]!.table;
    const found = new Map(facts.map((fact) => [fact.id, fact.count ?? fact.value]));
    for (const [fact, value] of Object.entries(file.counted))
      expect([fact, found.get(`${table}.${fact}`)]).toEqual([fact, expect.closeTo(value, 9)]);
    expect(sources[0]!.rows).toBe(file.counted['rows']);
    expect(open!.length).toBeGreaterThan(20);
  });

  it('claims nothing that is still open', () => {
    const summary = readFileSync(join(root, 'dist', name, 'index.html'), 'utf8');
    expect(summary).toContain('Still open: the answer of the report, in one sentence');
    expect([...texts(join(root, 'dist', name)).values()].filter((text) => text.includes('[[?'))).toEqual([]);
  });

  it('holds nobody of the file', () => {
    const search = createWordSearch(file.personal);
    for (const [path, text] of texts(join(root, 'dist', name))) expect([path, search(text)]).toEqual([path, []]);
  });

  it('has pages whose size does not grow with the file', () => {
    for (const page of ['index.html', 'evidence/index.html', 'findings/first/index.html'])
      expect(statSync(join(root, 'dist', name, page)).size, page).toBeLessThan(60_000);
    expect(statSync(join(root, 'dist', `${name}.html`)).size).toBeLessThan(400_000);
  });
});
