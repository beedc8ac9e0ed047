/**
 * A page as the shortest text that HTML reads as the same tree: without the end tags and quotation marks
 * that the standard lets a writer leave out (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
 */
import { defaultTreeAdapter as adapter, html } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Document } from '../html.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const VOID = words('area base br col embed hr img input link meta source track wbr');
const RAW = words('style script xmp iframe noembed noframes plaintext');
const STARTS_WITH_LINE = words('pre textarea listing');

/** Each of these ends where one of those begins. */
const ENDED_BY: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words('li'),
  dt: words('dt dd'),
  dd: words('dt dd'),
  thead: words('tbody tfoot'),
  tbody: words('tbody tfoot'),
  tr: words('tr'),
  td: words('td th'),
  th: words('td th'),
  p: words(
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
      'header hr main nav ol p pre section table ul',
  ),
};

/** Each of these ends with one of those around it. */
const ENDS_WITH: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words('ul ol'),
  dd: words('dl'),
  tbody: words('table'),
  tr: words('thead tbody tfoot'),
  td: words('tr'),
  th: words('tr'),
  p: words('article aside blockquote dd details div figcaption figure footer header li main nav section td th'),
};

function endTag(element: Tree.Element, parent: Tree.ParentNode, next: Tree.Node | undefined): string {
  const name = element.tagName;
  const goes =
    next === undefined
      ? ENDS_WITH[name]?.has(parent.nodeName)
      : 'tagName' in next && next.namespaceURI === html.NS.HTML && ENDED_BY[name]?.has(next.tagName);
  return goes === true ? '' : `</${name}>`;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function attributeText({ name, prefix, value }: Tree.Element['attrs'][number]): string {
  const whole = prefix ? `${prefix}:${name}` : name;
  if (value === '') return whole;
  const text = value.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;');
  if (!/[\s"'=<>`]/.test(text)) return `${whole}=${text}`;
  if (!text.includes('"')) return `${whole}="${text}"`;
  return text.includes("'") ? `${whole}="${text.replaceAll('"', '&quot;')}"` : `${whole}='${text}'`;
}

function elementText(element: Tree.Element, parent: Tree.ParentNode, next: Tree.Node | undefined): string {
  const { tagName, attrs, childNodes } = element;
  const isHtml = element.namespaceURI === html.NS.HTML;
  const tag = [tagName, ...attrs.map(attributeText)].join(' ');
  if (isHtml && VOID.has(tagName)) return `<${tag}>`;
  if (!isHtml && childNodes.length === 0) return /["']$/.test(tag) || attrs.length === 0 ? `<${tag}/>` : `<${tag} />`;
  const content = 'content' in element ? (element.content as Tree.DocumentFragment) : element;
  const [first] = childNodes;
  const line =
    isHtml && STARTS_WITH_LINE.has(tagName) && first && adapter.isTextNode(first) && first.value.startsWith('\n');
  return `<${tag}>${line ? '\n' : ''}${contentText(content)}${isHtml ? endTag(element, parent, next) : `</${tagName}>`}`;
}

function contentText(parent: Tree.ParentNode): string {
  return parent.childNodes
    .map((node, index) => {
      if (adapter.isTextNode(node)) return RAW.has(parent.nodeName) ? node.value : escapeText(node.value);
      if (adapter.isElementNode(node)) return elementText(node, parent, parent.childNodes[index + 1]);
      if (adapter.isDocumentTypeNode(node)) return `<!DOCTYPE ${node.name}>`;
      return adapter.isCommentNode(node) ? `<!--${node.data}-->` : '';
    })
    .join('');
}

/** The page as text, from `<!DOCTYPE html>` on. A line's end behind `</html>` would be read as part of the body. */
export function shortHtml(document: Document): string {
  return contentText(document);
}
