import { describe, expect, it } from 'vitest';
import { parseDocument, serializeDocument } from '../../src/package/html.ts';
import { removeBlanks } from '../../src/package/single-file/blanks.ts';
import { shortHtml } from '../../src/package/single-file/short-html.ts';

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>${body}</body>`;
const short = (body: string): string => /<body>(.*)<\/body>/s.exec(shortHtml(parseDocument(page(body))))?.[1] ?? '';

function tightened(body: string): string {
  const document = parseDocument(page(body));
  removeBlanks(document);
  return /<body>(.*)<\/body>/s.exec(serializeDocument(document))?.[1] ?? '';
}

const BODIES = [
  '<ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul><p>After</p>',
  '<dl><dt>A</dt><dd>1</dd><dt>B</dt><dd>2</dd></dl><dl><div><dt>A</dt><dd>1</dd></div></dl>',
  '<table><caption>C</caption><thead><tr><th scope="col">H</th></tr></thead><tbody><tr><th>a</th><td>1</td></tr><tr></tr></tbody><tbody></tbody></table>',
  '<table><tbody><tr><td>a</td> <td>b</td> </tr> </tbody> </table>',
  '<div><p>One</p><p>Two</p> <p>Three</p>text<p>Four</p><span>x</span></div>',
  '<a href="#"><p>In a link</p></a><button><p>b</p></button><ins><p>i</p></ins><p>Last',
  '<p title="">e</p><p title="a b">q</p><p title=\'"\'>d</p><p title="&quot;\'">both</p><p title="a&amp;b&nbsp;`">&lt;&amp;&nbsp;</p>',
  '<a href="#/x?a=1">x</a><input disabled value="a/"><br><img src="data:,/" alt="">',
  '<svg viewBox="0 0 1 1"><g><circle r="1"></circle><path d="M0 0"></path><use xlink:href="#a"></use></g><text> a <tspan>b</tspan></text></svg>',
  '<pre>\n\nkept</pre><pre>a  b\n</pre><textarea>\nx</textarea>',
  '<script type="application/json">{"a":"<b>&amp;"}</script><style>a > b { }</style><template><p>t</p><tr></template>',
  '<details><summary>S</summary><p>x</p></details><!-- a note --><section><h2>H</h2><p>y</p></section>',
];

describe('shortHtml', () => {
  it.each(BODIES)('is read as the same tree: %s', (body) => {
    const document = parseDocument(page(body));
    expect(serializeDocument(parseDocument(shortHtml(document)))).toBe(serializeDocument(document));
  });

  it('leaves out end tags and quotation marks where the standard allows it, and nowhere else', () => {
    expect(short('<ul><li class="a">One</li><li class="a b">Two</li></ul>')).toBe(
      '<ul><li class=a>One<li class="a b">Two</ul>',
    );
    expect(short('<a href="#x"><p>In a link</p></a>')).toBe('<a href=#x><p>In a link</p></a>');
    expect(short('<svg><circle r="1"></circle></svg>')).toBe('<svg><circle r=1 /></svg>');
  });
});

describe('removeBlanks', () => {
  it.each([
    [
      'between and within blocks',
      '<div> <h2> A </h2>\n <ul>\n<li> b </li> </ul> </div>',
      '<div><h2>A</h2><ul><li>b</li></ul></div>',
    ],
    [
      'but one between words and elements in a line',
      '<p> a  <b>b</b>\n<i>c</i> d </p>',
      '<p>a <b>b</b> <i>c</i> d</p>',
    ],
    [
      'but one between paragraphs, which print may run in',
      '<div> <p>a</p> <p>b</p> </div>',
      '<div><p>a</p> <p>b</p></div>',
    ],
    [
      'none of them in code',
      '<pre> a\n  b </pre><p><code> a  b </code></p>',
      '<pre> a\n  b </pre><p><code> a  b </code></p>',
    ],
    [
      'between shapes, none in their words',
      '<svg> <g> <text> a </text> </g> </svg>',
      '<svg><g><text> a </text></g></svg>',
    ],
    ['none that cannot be broken', '<p>\u00A0a</p>', '<p>&nbsp;a</p>'],
  ])('takes out blanks %s', (_, body, expected) => {
    expect(tightened(body)).toBe(expected);
  });
});
