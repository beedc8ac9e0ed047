/** What a verification says, word for word, for each way in which a small package can differ. */
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../../src/package/files.ts';
import { digestLine, manifest, MANIFEST } from '../../../src/package/manifest.ts';
import { compare } from '../../../src/package/verify/compare.ts';
import { otherState, sourcesHere } from '../../../src/package/verify/made-otherwise.ts';
import { renderProblems } from '../../../src/pipeline/render-problem.ts';
import type { Files } from '../../../src/package/files.ts';

const PROOF = {
  engagement: { id: 'returns' },
  facts: [
    { count: 19, id: 'handoff.late_24h', kind: 'proportion', of: 80, rows: ['a1', 'a2'], unit: 'share', value: 0.2375 },
    { id: 'handoff.median_hours', kind: 'median', of: 80, rows: [], unit: 'h', value: 5.5 },
  ],
  sources: [{ file: 'sample.csv', id: 'sample', sha256: 'aa'.repeat(32) }],
};
const PAGE =
  '<!DOCTYPE html><html><head><style>p{color:red}</style></head><body><h1>Summary</h1><p title="x">Of these, <a class="number" href="evidence/index.html#fact-handoff.late_24h">19 of 80</a> were late.</p>' +
  '<table><tbody id="fact-handoff.late_24h"><tr><td>L1</td><td>19 of 80</td></tr></tbody><tbody id="fact-handoff.median_hours"><tr><td>L2</td><td>5.5 h</td></tr></tbody></table>' +
  '<script type="application/json">{"rows":[[1,2]]}</script></body></html>\n';
const CSV = '\uFEFFAccount,Hours\r\na1,25\r\na2,30\r\na3,48.5\r\n';
const pack = (number: string): string =>
  Buffer.from(
    deflateSync(
      bytesOf(
        JSON.stringify({
          panels: [['/index', `<div data-evidence="handoff.late_24h"><p>${number} of 80</p></div>`]],
          data: ['{"limit":24}'],
          scripts: ['run()'],
        }),
      ),
    ),
  ).toString('base64');
const SINGLE = `<!DOCTYPE html><meta name=report-origin content='["returns","1.0","${'ab'.repeat(32)}","${'cd'.repeat(32)}"]'><section id=/index data-page=index><h1>Summary</h1><a download=rows.csv href="data:text/csv;base64,${Buffer.from(CSV).toString('base64')}">CSV</a></section><script type=text/plain data-packed>${pack('19')}</script>`;

function packaged(edit: (files: Files) => void = () => undefined, lists = true): Files {
  const folder: Files = new Map([
    ['data/fact-handoff.late_24h.csv', bytesOf(CSV)],
    ['font.woff2', Uint8Array.of(1, 2, 3)],
    ['index.html', bytesOf(PAGE)],
    ['proof.json', bytesOf(`${JSON.stringify(PROOF)}\n`)],
    ['report.js', bytesOf('let limit = 24;\nrun(limit);\n')],
  ]);
  const original = manifest(folder);
  const single: Files = new Map([['single.html', bytesOf(SINGLE)]]);
  const digest = digestLine(bytesOf(SINGLE), 'single.html');
  const all: Files = new Map([...folder, ...single]);
  edit(all);
  const after: Files = new Map([...all].filter(([path]) => path !== 'single.html'));
  all.set(MANIFEST, bytesOf(lists ? manifest(after) : original));
  all.set('single.html.sha256', bytesOf(digest));
  return all;
}

const change = (path: string, from: string, to: string) => (files: Files) => {
  const text = textOf(files.get(path) ?? new Uint8Array());
  expect(text).toContain(from);
  files.set(path, bytesOf(text.replace(from, to)));
};

const said = (edit: (files: Files) => void, lists = false): string =>
  renderProblems(
    compare({ published: packaged(edit, lists), recomputed: packaged(), shown: (path) => `dist/${path}` }),
  );

describe('compare', () => {
  it('says nothing where nothing differs', () => {
    expect(compare({ published: packaged(), recomputed: packaged() })).toEqual([]);
  });

  it.each<[string, (files: Files) => void]>([
    ['a fact in proof.json', change('proof.json', '"count":19', '"count":18')],
    ['a row of a fact in proof.json', change('proof.json', ',"a2"', '')],
    ['another value of proof.json', change('proof.json', '"value":5.5', '"value":5.6')],
    [
      'a fact removed from proof.json',
      (files) => files.set('proof.json', bytesOf(JSON.stringify({ ...PROOF, facts: PROOF.facts.slice(1) }))),
    ],
    ['the digest of a source', change('proof.json', 'aaaa', 'bbbb')],
    ['proof.json written otherwise', change('proof.json', '"count":19', '"count": 19')],
    ['proof.json cut', (files) => files.set('proof.json', bytesOf('{"facts":'))],
    ['a number in a page', change('index.html', '>19 of 80</a>', '>18 of 80</a>')],
    [
      'a line of the ledger',
      change('index.html', '<tbody id="fact-handoff.median_hours"><tr><td>L2</td><td>5.5 h</td></tr></tbody>', ''),
    ],
    ['an attribute', change('index.html', 'title="x"', 'title="y"')],
    ['the style of a page', change('index.html', 'red', 'rgb(0,0,0)')],
    ['the data of a page', change('index.html', '[[1,2]]', '[[1,3]]')],
    ['a row edited', change('data/fact-handoff.late_24h.csv', '48.5', '47.5')],
    ['a row removed', change('data/fact-handoff.late_24h.csv', 'a2,30\r\n', '')],
    ['a row added', change('data/fact-handoff.late_24h.csv', 'a3,', 'a9,99\r\na3,')],
    ['the ends of lines', change('report.js', '\nrun', '\r\nrun')],
    ['the byte order mark', change('data/fact-handoff.late_24h.csv', '\uFEFF', '')],
    ['code', change('report.js', 'limit = 24', 'limit = 48')],
    ['bytes', (files) => files.set('font.woff2', Uint8Array.of(1, 9, 3))],
    [
      'a file inside the single file',
      change(
        'single.html',
        Buffer.from(CSV).toString('base64'),
        Buffer.from(CSV.replace('a1', 'a7')).toString('base64'),
      ),
    ],
    ['evidence packed in the single file', change('single.html', pack('19'), pack('18'))],
    ['a packed part that was cut', change('single.html', pack('19'), pack('19').slice(0, 40))],
    ['a file removed', (files) => files.delete('report.js')],
    ['a file added', (files) => files.set('notes.txt', bytesOf('x'))],
    ['a file left by a system', (files) => files.set('data/.DS_Store', bytesOf('x'))],
    [
      'a file moved',
      (files) => {
        files.set('js/report.js', files.get('report.js') ?? new Uint8Array());
        files.delete('report.js');
      },
    ],
  ])('names %s', (_, edit) => {
    expect(said(edit)).toMatchSnapshot();
  });

  it('says that the manifest matches what was altered', () => {
    expect(said(change('index.html', '>19 of 80</a>', '>18 of 80</a>'), true)).toMatchSnapshot();
  });

  it('names a link in the place of a file', () => {
    const published = packaged();
    published.delete('report.js');
    const strange = new Map([['report.js', 'a symbolic link']]);
    expect(renderProblems(compare({ published, recomputed: packaged(), strange }))).toMatchSnapshot();
  });

  it('knows a version that a reader has saved', () => {
    const save = change('single.html', '<section', '<meta name="report-state" content="#/roi?rate=70"><section');
    expect(said(save)).toMatchSnapshot();
    expect(
      said((files) => {
        save(files);
        change('single.html', pack('19'), pack('18'))(files);
      }),
    ).toContain('Its evidence, data or scripts are not the published ones');
  });

  it('survives a file made to break it', () => {
    const deep = `{"facts":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(said((files) => files.set('proof.json', bytesOf(deep)))).toContain('dist/proof.json  facts[0] differs.');
    const tags = `${PAGE}${'<a '.repeat(50_000)}`;
    expect(said((files) => files.set('index.html', bytesOf(tags)))).toContain('dist/index.html');
    const odd = `${PAGE}${'<div>'.repeat(20_000)}`;
    expect(said((files) => files.set('index.html', bytesOf(odd)))).toContain('dist/index.html');
  });
});

describe('a package of another state', () => {
  const state = (workbench: string) => ({
    made_from: {
      workbench: workbench.repeat(32),
      packages: 'aa'.repeat(32),
      content: 'bb'.repeat(32),
      loaders: 'cc'.repeat(32),
    },
  });

  it('is told first', () => {
    expect(renderProblems(otherState('returns', state('11'), state('22')))).toMatchSnapshot();
    expect(otherState('returns', state('11'), state('11'))).toEqual([]);
    expect(otherState('returns', undefined, state('11'))).toEqual([]);
  });

  it('has its sources compared where it cannot be recomputed', () => {
    expect(renderProblems(sourcesHere('returns', PROOF, () => 'bb'.repeat(32)))).toMatchSnapshot();
    expect(sourcesHere('returns', PROOF, () => 'aa'.repeat(32))).toEqual([]);
    const sly = { sources: [{ id: 'x', file: '../../secret', sha256: 'aa' }] };
    expect(sourcesHere('returns', sly, () => 'never asked')).toEqual([]);
  });
});
