import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attribute, elements, outerHtml, ownText, parseDocument } from '../../src/package/html.ts';
import { packedElement, takeOut } from '../../src/package/single-file/packed.ts';

const PAGES = [
  '<section id="/a"><p>One</p><script type="application/json">{"a":"ü"}</script><div data-evidence="x" hidden>X</div></section>',
  '<section id="/b"><div data-evidence="y" hidden>Y</div><div data-evidence="z" hidden>Z</div></section>',
  '<section id="/c"><script>run()</script></section>',
];

const sections = () => [...elements(parseDocument(PAGES.join('')))].filter(({ tagName }) => tagName === 'section');

describe('takeOut', () => {
  it('takes panels and the text of data scripts, and leaves what a reader sees and what runs', () => {
    const pages = sections();
    const packed = takeOut(pages, ['wake()']);
    expect(packed).toEqual({
      panels: [
        ['/a', '<div data-evidence="x" hidden="" data-unpacked="">X</div>'],
        [
          '/b',
          '<div data-evidence="y" hidden="" data-unpacked="">Y</div><div data-evidence="z" hidden="" data-unpacked="">Z</div>',
        ],
      ],
      data: ['{"a":"ü"}'],
      scripts: ['wake()'],
    });
    expect(pages.map(outerHtml)).toEqual([
      '<section id="/a"><p>One</p><script type="application/json"></script></section>',
      '<section id="/b"></section>',
      '<section id="/c"><script>run()</script></section>',
    ]);
  });
});

describe('packedElement', () => {
  it('is no script to a browser, holds no markup, and unpacks to what went in', () => {
    const packed = takeOut(sections(), ['"</script><!--"']);
    const element = packedElement(packed);
    expect(attribute(element, 'type')).toBe('text/plain');
    expect(ownText(element)).toMatch(/^[A-Za-z0-9+/]+=*$/);
    const bytes = inflateRawSync(Buffer.from(ownText(element), 'base64'));
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(packed);
  });
});
