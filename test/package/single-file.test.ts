import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/package/files.ts';
import { gather } from '../../src/package/gather.ts';
import { attribute, elements, ownText, parseDocument } from '../../src/package/html.ts';
import { composeSingleFile } from '../../src/package/single-file/compose.ts';
import { bytesOf } from '../../src/package/files.ts';
import { ALPHA, SHARED, siteOf } from './site.ts';
import type { Document, Element } from '../../src/package/html.ts';
import type { Packed } from '../../src/package/single-file/unpack.ts';

let html: string;
let document: Document;
const all = (match: (element: Element) => boolean): Element[] => [...elements(document)].filter(match);
const hrefs = (): string[] => all(({ tagName }) => tagName === 'a').map((element) => attribute(element, 'href') ?? '');

/** What the file carries for its scripts alone, unpacked by zlib. */
function unpacked(): Packed {
  const [packed] = all((element) => attribute(element, 'data-packed') !== undefined);
  const bytes = inflateRawSync(Buffer.from(ownText(packed!), 'base64'));
  return JSON.parse(bytes.toString('utf8')) as Packed;
}

beforeAll(() => {
  const { files } = gather(siteOf(ALPHA, SHARED), 'alpha', ['alpha']);
  files.set('proof.json', bytesOf('{"format":1}\n'));
  html = composeSingleFile({
    files,
    slugs: ['index', 'findings/late'],
    router: 'document.documentElement.dataset.router = ""',
  });
  document = parseDocument(html);
});

describe('composeSingleFile', () => {
  it('holds every page as a section under its address, header and footer once', () => {
    const sections = all((element) => attribute(element, 'data-page') !== undefined);
    expect(sections.map((section) => [attribute(section, 'id'), attribute(section, 'data-title')])).toEqual([
      ['/index', 'Alpha summary'],
      ['/findings/late', 'Late'],
    ]);
    expect(all(({ tagName }) => tagName === 'header')).toHaveLength(1);
    expect(all(({ tagName }) => tagName === 'footer')).toHaveLength(1);
  });

  it('gives every id once, prefixed by its page, and lets all that names it follow', () => {
    const ids = all(() => true).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['/index/detail', '/index/t1', '/index/rate', '/findings/late/fact-a']));
    const svg = all(({ tagName }) => tagName === 'svg')[0]!;
    expect(attribute(svg, 'aria-labelledby')).toBe('/index/t1');
    expect(html).toContain(`clip-path='url("#/index/c1")'`);
    expect(attribute(all(({ tagName }) => tagName === 'label')[0]!, 'for')).toBe('/index/rate');
  });

  it('leads every link to the same place', () => {
    expect(hrefs()).toEqual([
      '#main',
      '#/index',
      '#/findings/late',
      '#/findings/late/fact-a',
      '#/index/detail',
      `data:text/csv;charset=utf-8;base64,${Buffer.from('\uFEFFAccount\r\nacct_1\r\n').toString('base64')}`,
      `data:application/json;base64,${Buffer.from('{"format":1}\n').toString('base64')}`,
      '#/index',
    ]);
    const [csv] = all((element) => attribute(element, 'href')?.startsWith('data:text/csv') ?? false);
    expect(attribute(csv!, 'download')).toBe('records.csv');
  });

  it('loads nothing: styles, fonts and script stand inside, and the policy names each script', () => {
    expect(all(({ tagName }) => tagName === 'link')).toEqual([]);
    expect(html).toContain(`url("data:font/woff2;base64,${Buffer.from('font bytes').toString('base64')}")`);
    const scripts = all(({ tagName }) => tagName === 'script').filter(
      (script) => attribute(script, 'type') === undefined,
    );
    const packed = unpacked();
    expect(scripts).toHaveLength(1);
    expect(packed.scripts).toEqual(['document.title = "</script><!--";']);
    const policy = attribute(all((element) => attribute(element, 'http-equiv') !== undefined)[0]!, 'content')!;
    for (const script of [...scripts.map(ownText), ...packed.scripts]) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("'self'");
  });

  it('keeps data scripts with their page', () => {
    const [data] = all((element) => attribute(element, 'data-model') !== undefined);
    expect(attribute(data!, 'type')).toBe('application/json');
    expect(ownText(data!)).toBe('');
    expect(unpacked().data).toEqual(['{"a":1}']);
  });

  it('is the same text each time', () => {
    const { files } = gather(siteOf(ALPHA, SHARED), 'alpha', ['alpha']);
    files.set('proof.json', bytesOf('{"format":1}\n'));
    expect(
      textOf(
        bytesOf(
          composeSingleFile({
            files,
            slugs: ['index', 'findings/late'],
            router: 'document.documentElement.dataset.router = ""',
          }),
        ),
      ),
    ).toBe(html);
  });
});
