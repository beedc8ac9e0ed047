/** A fact over too few records, built as a user builds: its number and its rows stand in none of the files. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, elements, ownText, parseDocument } from '../../src/package/html.ts';
import { proof } from '../../src/schema/proof.ts';
import { applyEdits } from '../pipeline/fixture-root.ts';
import type { Edit } from '../pipeline/fixture-root.ts';
import { build, fixture, texts } from './build-runner.ts';

const FACT = `fact.proportion('shelf.last', {
        label: 'Parcels on the last shelf',
        definition: 'Parcels that the depot noted for the shelf with the number three',
        of: parcels,
        where: (row) => row.depot_note === 'shelf 3',
        show: ['reason'],
      }),`;

const EDITS: readonly Edit[] = [
  { file: 'content/parcel-returns/engagement.yaml', append: 'suppress_below: 5\n' },
  { file: 'content/parcel-returns/evidence.mdx', append: '\n<VerifyYourself />\n' },
  {
    file: 'content/parcel-returns/index.mdx',
    replace: '<Holds if="refund.late.count > refund.open">More refunds were late than are still open.</Holds>',
    by: 'On the last shelf stood <Fact id="shelf.last" />.',
  },
  {
    file: 'content/parcel-returns/findings/late-refunds.mdx',
    replace: `; {{fact.refund.open | count}} parcel was still open at extraction.'\n  facts: [refund.late, refund.open]\n  holds: refund.open == 1`,
    by: `; on the last shelf stood {{fact.shelf.last}}.'\n  facts: [refund.late]\n  holds: refund.late > 0`,
  },
  {
    file: 'loaders/parcel-returns/refunds.check.sql',
    replace: "union all\nselect 'refund.open', count(*), null, null from judged where refunded_at is null",
    by: '',
  },
];

const CHECK = 'loaders/parcel-returns/refunds.check.ts';
const [, ...others] = EDITS;
const SQL = 'loaders/parcel-returns/refunds.check.sql';

function built(edits: readonly Edit[]): { root: string; outcome: ReturnType<typeof build> } {
  const root = fixture();
  const code = readFileSync(join(root, CHECK), 'utf8');
  const open = /fact\.count\('refund\.open',[\s\S]*?\n {6}\}\),/.exec(code)?.[0] ?? '';
  applyEdits(root, [...edits, { file: CHECK, replace: open, by: FACT }]);
  return { root, outcome: build(root) };
}

/** As a reader sees it, without elements and with plain blanks, behind the bytes as they are. */
const readable = (text: string): string =>
  `${text}\n${text.replaceAll(/<[^>]*>/g, '')}`.replaceAll(/&nbsp;|&#160;|&#xa0;|\u00A0/gi, ' ');

/** Everything that goes out and the bundle that it is made from; what the single file carries packed stands behind it. */
function everything(root: string): Map<string, string> {
  const found = texts(join(root, 'dist')).set(
    'bundle',
    readFileSync(join(root, '.workbench', 'bundle', 'parcel-returns.json'), 'utf8'),
  );
  const file = found.get('parcel-returns.html') ?? '';
  const packed = [...elements(parseDocument(file))].filter(
    (element) => attribute(element, 'data-packed') !== undefined,
  );
  expect(packed).not.toEqual([]);
  const inside = packed.map((element) => inflateRawSync(Buffer.from(ownText(element), 'base64')).toString('utf8'));
  found.set('parcel-returns.html', [file, ...inside].join('\n'));
  return new Map([...found].map(([path, text]) => [path, readable(text)]));
}

let suppressed: ReturnType<typeof built>;
let out: Map<string, string>;
/** The same report without the limit: what is looked for would be found. */
let told: ReturnType<typeof built>;
let outOfTold: Map<string, string>;

beforeAll(() => {
  suppressed = built(EDITS);
  told = built([...others, { file: SQL, append: '\n-- left out: shelf.last: The note is internal.\n' }]);
  out = everything(suppressed.root);
  outOfTold = everything(told.root);
}, 240_000);
afterAll(() => {
  for (const { root } of [suppressed, told]) rmSync(root, { recursive: true, force: true });
});

const matching = (files: Map<string, string>, wanted: RegExp): string[] =>
  [...files].filter(([, text]) => wanted.test(text)).map(([path]) => path);

describe('a suppressed fact', () => {
  it('reads "fewer than 5 of 24" in sentences, ledger and proof', () => {
    expect(suppressed.outcome).toMatchObject({ code: 0 });
    const said = matching(out, /fewer than 5 of 24/);
    for (const path of ['index.html', 'evidence/index.html', 'findings/late-refunds/index.html', 'proof.json'])
      expect(said).toContain(`parcel-returns/${path}`);
    expect(said).toContain('parcel-returns.html');
  });

  it.each([
    ['its count', /\b(4|four) of (24|twenty-four)\b/i],
    ['its share', /0\.1666/],
    ['its count in JSON', /"count": ?4\b/],
    ['its rows', /PR-0270[^A-Z]{1,40}PR-0418[^A-Z]{1,40}PR-0714/],
  ])('has %s in no file', (_, wanted) => {
    expect(matching(outOfTold, wanted)).not.toEqual([]);
    expect(matching(out, wanted)).toEqual([]);
  });

  it('has no file of its own', () => {
    expect([...outOfTold.keys()].filter((path) => path.includes('shelf'))).not.toEqual([]);
    expect([...out.keys()].filter((path) => path.includes('shelf'))).toEqual([]);
  });

  it('is left out of kit and recount with the reason', () => {
    expect(out.get('parcel-returns/kit/README.md')).toContain('`shelf.last`. Suppressed: below 5.');
    expect(out.get('parcel-returns/kit/data/published.csv')).not.toContain('shelf.last');
    expect(out.get('parcel-returns/evidence/index.html')).toContain('Suppressed, and so not here either: 1 fact.');
    const written = JSON.parse(
      readFileSync(join(suppressed.root, 'dist/parcel-returns/proof.json'), 'utf8'),
    ) as unknown;
    const { facts, suppressed: few, recount } = proof.parse(written);
    expect(few).toMatchObject([{ id: 'shelf.last', below: 5, side: 'count', of: 24 }]);
    expect(facts.map(({ id }) => id)).toEqual(['refund.late', 'refund.median_hours']);
    expect(JSON.stringify(recount)).not.toContain('shelf');
  });
});
