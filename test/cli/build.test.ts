/** The build from outside: what it leaves on disk, what it says, and what it leaves alone. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proof } from '../../src/schema/proof.ts';
import { build, changeData, digests, fixture, startBuild, texts } from './build-runner.ts';

const roots: string[] = [];
const newRoot = (): string => {
  const root = fixture();
  roots.push(root);
  return root;
};
const dist = (root: string): string => join(root, 'dist');
const readProof = (root: string): ReturnType<typeof proof.parse> =>
  proof.parse(JSON.parse(readFileSync(join(dist(root), 'parcel-returns', 'proof.json'), 'utf8')));

let root: string;
let first: ReturnType<typeof build>;

beforeAll(() => {
  root = newRoot();
  first = build(root);
}, 120_000);
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

describe('npm run build', { timeout: 180_000 }, () => {
  it('publishes a folder and a single file, and says what to open', () => {
    expect(first).toMatchObject({ code: 0 });
    expect(readdirSync(dist(root)).sort()).toEqual([
      'index.html',
      'parcel-returns',
      'parcel-returns.html',
      'parcel-returns.html.sha256',
    ]);
    expect(first.output).toMatch(/findings\/late-refunds\/index\.html +\d+\.\d KB/);
    expect(first.output).toContain(join('dist', 'parcel-returns', 'index.html'));
    expect(first.output).toMatch(/2 of 2 loaders ran; \d+\.\d s in all/);
  });

  it('writes digests that sha256sum accepts, of every file', () => {
    const folder = join(dist(root), 'parcel-returns');
    const lines = execFileSync('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], {
      cwd: folder,
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
    const files = Object.keys(digests(folder)).filter((path) => path !== 'manifest-sha256.txt');
    expect(lines.map((line) => line.replace(/: OK$/, '')).sort()).toEqual(files.sort());
    execFileSync('sha256sum', ['-c', '--strict', 'parcel-returns.html.sha256'], { cwd: dist(root) });
  });

  it('writes a proof that its own schema describes, counted from the file', () => {
    const { facts, engagement, refused } = readProof(root);
    // Counted by hand in parcels.csv.
    expect(facts.find(({ id }) => id === 'refund.open')).toMatchObject({
      value: 1,
      count: 1,
      rows: [expect.stringMatching(/^PR-/)],
    });
    expect(facts.find(({ id }) => id === 'refund.late')).toMatchObject({ of: 23, unit: 'share' });
    expect(engagement.verdict).not.toMatch(/\{\{|\[\[/);
    expect(refused).toEqual([]);
    const schema = JSON.parse(readFileSync(join(dist(root), 'parcel-returns', 'proof.schema.json'), 'utf8')) as {
      $schema: string;
    };
    expect(schema.$schema).toContain('2020-12');
  });

  it('runs no loader a second time and gives the same bytes', () => {
    const before = digests(dist(root));
    const again = build(root, ['--explain']);
    expect(again.output).toContain('0 of 2 loaders ran');
    expect(again.output).toMatch(/kept +parcel-returns\/\S*parcels\.table\.ts: unchanged/);
    expect(digests(dist(root))).toEqual(before);
  });

  it('gives the same bytes in another folder, time zone and locale', () => {
    const other = newRoot();
    const elsewhere = build(other, [], { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });
    expect(elsewhere.code).toBe(0);
    expect(digests(dist(other))).toEqual(digests(dist(root)));
  });

  it('holds no personal value, whatever the spelling', () => {
    const rows = parse(readFileSync(join(root, 'data', 'parcel-returns', 'parcels.csv'), 'utf8'), { fromLine: 2 });
    const filled = (value: string | undefined): value is string => value !== undefined && value !== '';
    const personal = rows.flatMap((row) => row.slice(4, 6)).filter(filled);
    const notes = rows.map((row) => row[6]).filter(filled);
    expect(personal.length).toBeGreaterThan(20);
    for (const text of texts(dist(root)).values()) {
      for (const value of [...personal, ...notes]) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
    }
  });

  it('changes numbers, sentence and chart with one row of data', () => {
    const changed = newRoot();
    // One parcel more is refunded a month late.
    changeData(changed, 'parcel-returns', 'parcels.csv', (text) =>
      text.replace('2026-02-02 09:00,2026-02-05 09:00', '2026-02-02 09:00,2026-03-05 09:00'),
    );
    expect(build(changed)).toMatchObject({ code: 0 });
    const late = (of: string): number =>
      readProof(of).facts.find(({ id }) => id === 'refund.late')?.count ?? Number.NaN;
    expect(late(changed)).toBe(late(root) + 1);
    const summary = (of: string): string =>
      readFileSync(join(dist(of), 'parcel-returns', 'index.html'), 'utf8').replaceAll('&nbsp;', ' ');
    expect(summary(root)).toContain(`${String(late(root))} of 23`);
    expect(summary(changed)).toContain(`${String(late(root) + 1)} of 23`);
    expect(summary(changed)).not.toContain(`>${String(late(root))} of 23`);
    const chart = (of: string): string =>
      /<svg[\s\S]*<\/svg>/.exec(
        readFileSync(join(dist(of), 'parcel-returns', 'findings', 'late-refunds', 'index.html'), 'utf8'),
      )?.[0] ?? '';
    expect(chart(root).length).toBeGreaterThan(1000);
    expect(chart(changed)).not.toBe(chart(root));
  });

  it('stops at a file that does not match its digest, and leaves the output as it was', () => {
    const broken = newRoot();
    cpSync(dist(root), dist(broken), { recursive: true });
    appendFileSync(join(broken, 'data', 'parcel-returns', 'parcels.csv'), ' ');
    const before = digests(dist(broken));
    const { code, output } = build(broken);
    expect(code).toBe(1);
    expect(output).toContain('data/parcel-returns/parcels.csv');
    expect(digests(dist(broken))).toEqual(before);
    expect(readdirSync(join(broken, '.workbench')).filter((name) => name.includes('dist'))).toEqual([]);
  });

  it('leaves the output as it was when it is interrupted', async () => {
    const stopped = newRoot();
    cpSync(dist(root), dist(stopped), { recursive: true });
    const before = digests(dist(stopped));
    writeFileSync(
      join(stopped, 'content', 'parcel-returns', 'evidence.mdx'),
      `${readFileSync(join(stopped, 'content', 'parcel-returns', 'evidence.mdx'), 'utf8')}\nOne sentence more.\n`,
    );
    const child = startBuild(stopped);
    let said = '';
    const drawing = new Promise<void>((resolve) => {
      child.stdout?.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes('parcel-returns: check')) resolve();
      });
    });
    await drawing;
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(130);
    expect(said).not.toContain('Publish');
    expect(digests(dist(stopped))).toEqual(before);
    expect(readdirSync(join(stopped, '.workbench')).filter((name) => name.includes('dist'))).toEqual([]);
  });

  it('refuses an unknown option and a missing root with a sentence', () => {
    const option = build(root, ['--fast']);
    expect(option).toMatchObject({ code: 1 });
    expect(option.output).toContain('--fast');
    expect(option.output).not.toMatch(/\n +at /);
    const missing = build('/nowhere/at/all');
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.output).toContain('There is no folder /nowhere/at/all.');
  });
});

describe('two engagements in one root', { timeout: 180_000 }, () => {
  const words: readonly (readonly [string, string])[] = [
    ['Lindenhof Mail Order', 'Quarzberg Versand'],
    ['Parcel returns proof', 'Quarz claims proof'],
    ['Money back within', 'Answer within'],
    ['parcel-returns', 'quarz-claims'],
  ];
  let both: string;

  beforeAll(() => {
    both = newRoot();
    for (const part of ['content', 'data', 'loaders']) {
      cpSync(join(both, part, 'parcel-returns'), join(both, part, 'quarz-claims'), { recursive: true });
    }
    const content = join(both, 'content', 'quarz-claims');
    for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
      const path = join(content, name);
      if (!/\.(mdx|yaml)$/.test(path)) continue;
      writeFileSync(
        path,
        words.reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(path, 'utf8')),
      );
    }
    changeData(both, 'quarz-claims', 'parcels.csv', (text) => text.replaceAll('PR-', 'QZ-'));
    const run = build(both);
    expect(run.output).toContain('quarz-claims');
    expect(run.code).toBe(0);
  }, 180_000);

  it('stay apart: nothing of one is found in the output of the other', () => {
    const marks = {
      'parcel-returns': ['Lindenhof', 'Parcel returns proof', 'PR-0011', 'Money back within'],
      'quarz-claims': ['Quarz', 'QZ-0011', 'Answer within'],
    } as const;
    const all = texts(dist(both));
    const of = (id: string): string[] =>
      [...all].filter(([path]) => path.startsWith(`${id}/`) || path.startsWith(`${id}.html`)).map(([, text]) => text);
    for (const [own, other] of [
      ['parcel-returns', 'quarz-claims'],
      ['quarz-claims', 'parcel-returns'],
    ] as const) {
      for (const mark of marks[own]) expect(of(own).some((text) => text.includes(mark))).toBe(true);
      for (const mark of [...marks[other], other]) expect(of(own).filter((text) => text.includes(mark))).toEqual([]);
    }
  });

  it('stand on the shelf together, and a build of one keeps the other', () => {
    const before = digests(dist(both));
    const { code, output } = build(both, ['quarz-claims']);
    expect(code).toBe(0);
    expect(output).not.toContain('parcel-returns: read');
    expect(digests(dist(both))).toEqual(before);
    const shelf = readFileSync(join(dist(both), 'index.html'), 'utf8');
    expect(shelf).toContain('href="parcel-returns/index.html"');
    expect(shelf).toContain('href="quarz-claims.html"');
  });

  it('leave the shelf when their folder goes', () => {
    for (const part of ['content', 'data', 'loaders']) rmSync(join(both, part, 'quarz-claims'), { recursive: true });
    expect(build(both).code).toBe(0);
    expect(existsSync(join(dist(both), 'quarz-claims'))).toBe(false);
    expect(readFileSync(join(dist(both), 'index.html'), 'utf8')).not.toContain('quarz');
  });
});
