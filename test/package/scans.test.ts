import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/package/files.ts';
import { outerHtml } from '../../src/package/html.ts';
import { findPrivateValues } from '../../src/package/private-scan.ts';
import { findRequests } from '../../src/package/request-scan.ts';
import { packedElement } from '../../src/package/single-file/packed.ts';
import type { Files } from '../../src/package/files.ts';

const files = (entries: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(entries).map(([path, text]) => [path, bytesOf(text)]));

const values = [
  { value: 'Ana Lucía Díaz', where: 'sample, column contact_name' },
  { value: 'ana.diaz@example.com', where: 'sample, column contact_email' },
  { value: 'Will', where: 'sample, column contact_first_name' },
];
const found = (text: string, name = 'index.html'): string[] =>
  findPrivateValues(files({ [name]: text }), values, 'dist/x').map(({ message }) => message);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('findPrivateValues', () => {
  it.each([
    ['as written', '<p>Ana Lucía Díaz</p>'],
    ['in other capitals, with a no-break space', 'ANA\u00A0LUCÍA DÍAZ'],
    ['as HTML entities', '<p>Ana Luc&#237;a D&iacute;az</p>'],
    ['in an attribute', '<p title="Ana Luc&#xED;a D&iacute;az">x</p>'],
    ['as JSON escapes', '{"a":"Ana Luc\\u00eda D\\u00edaz"}'],
    ['percent-encoded', '<a href="x?n=Ana%20Luc%C3%ADa%20D%C3%ADaz">x</a>'],
    ['in decomposed form', 'Ana Lucía Díaz'.normalize('NFD')],
    [
      'in a data: address, base64',
      `<a href="data:text/csv;charset=utf-8;base64,${base64('a,b\r\n1,Ana Lucía Díaz\r\n')}">CSV</a>`,
    ],
    ['in a data: address, percent-encoded', '<a href="data:text/csv,Ana%20Luc%C3%ADa%20D%C3%ADaz">CSV</a>'],
  ])('finds a name %s', (_, text) => {
    expect(found(text)).toEqual(['The output holds a value of a personal column: sample, column contact_name.']);
  });

  it('finds an e-mail address, and never repeats it', () => {
    const problems = findPrivateValues(files({ 'data/x.csv': 'acct_1,ana.diaz@example.com' }), values, 'dist/x');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'personal-value-published', file: 'dist/x/data/x.csv' });
    expect(JSON.stringify(problems)).not.toContain('ana.diaz');
  });

  it.each(['kit/data/records.csv', 'kit/mapping.sql', 'kit/README.md', 'kit/run-duckdb.mjs'])(
    'looks into %s',
    (name) => {
      expect(found('-- ana.diaz@example.com', name)).toHaveLength(1);
    },
  );

  it('looks into what the single file carries packed', () => {
    const packed = outerHtml(packedElement({ panels: [['p', '<p>Ana Lucía Díaz</p>']], data: [], scripts: [] }));
    expect(packed).not.toContain('Ana');
    expect(found(`<body>${packed}</body>`)).toHaveLength(1);
  });

  it('tells a name of one word from the word in a sentence', () => {
    expect(found('Nothing will be changed.')).toEqual([]);
    expect(found('Ask Will about it.')).toHaveLength(1);
    expect(found('Goodwill')).toEqual([]);
  });
});

describe('findRequests', () => {
  const codes = (entries: Readonly<Record<string, string>>): (string | undefined)[] =>
    findRequests(files(entries), 'dist/x').map(({ found: what }) => what);

  it('finds what a browser would load from elsewhere', () => {
    expect(codes({ 'index.html': '<script src="https://cdn.example/x.js"></script>' })).toEqual([
      'script src: https://cdn.example/x.js',
    ]);
    expect(codes({ 'index.html': '<img src="//cdn.example/x.png">' })).toHaveLength(1);
    expect(codes({ 'index.html': '<p style="background:url(http://e.example/x)">' })).toHaveLength(1);
    expect(codes({ 'index.html': '<style>@import "https://e.example/x.css";</style>' })).toHaveLength(1);
    expect(codes({ 'index.html': '<svg><image href="https://e.example/x.png"/></svg>' })).toHaveLength(1);
    expect(codes({ 'index.html': '<meta http-equiv="refresh" content="0;url=https://e.example/">' })).toHaveLength(1);
    expect(codes({ 'a.css': '@font-face{src:url("https://e.example/f.woff2")}' })).toHaveLength(1);
    expect(codes({ 'a.js': 'const x = await import("./y.js")' })).toEqual(['import(…)']);
    expect(codes({ 'index.html': '<link rel="stylesheet" href="missing.css">' })).toHaveLength(1);
  });

  it('leaves links that a reader follows, and names in prose, alone', () => {
    expect(
      codes({
        'index.html':
          '<a href="https://example.com/">x</a><p>https://example.com import(x)</p><img src="data:image/png;base64,AA">',
      }),
    ).toEqual([]);
  });
});
