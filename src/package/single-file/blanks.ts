/**
 * Takes out the blanks of a page that no browser shows: between and at the edges of blocks.
 * Between words and inline elements one blank stays, and in code every one of them.
 */
import { defaultTreeAdapter as adapter } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute } from '../html.ts';
import type { Document } from '../html.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const VERBATIM = words('pre code textarea script style title text option');
const BLOCKS = words(
  'html head body main section div header footer nav article aside figure figcaption blockquote hr pre p ' +
    'h1 h2 h3 h4 h5 h6 ol ul li dl dt dd details summary table caption colgroup col thead tbody tfoot tr td th',
);
const DRAWING = words('svg g defs clipPath marker pattern linearGradient symbol');

const isBlock = (node: Tree.Node | null | undefined): boolean =>
  node !== null && node !== undefined && 'tagName' in node && BLOCKS.has(node.tagName);

/** Paragraphs and cells that the report's style sheet sets in one line, in print or on a small screen. */
function runsIn(node: Tree.Node | null | undefined): boolean {
  if (node === null || node === undefined || !('tagName' in node)) return false;
  return node.tagName === 'p' || (attribute(node, 'class') ?? '').split(' ').includes('inline-fact');
}

/** What a cell has drawn: the browser draws the same once more, node for node. */
const isCell = (node: Tree.Element): boolean => attribute(node, 'data-cell') !== undefined;

function tighten(text: Tree.TextNode, parent: Tree.ParentNode, before?: Tree.Node, after?: Tree.Node): string {
  const value = text.value.replaceAll(/[\t\n\f\r ]+/g, ' ');
  if (value === ' ' && DRAWING.has(parent.nodeName)) return '';
  if (value === ' ' && runsIn(before) && runsIn(after)) return value;
  const start = isBlock(before ?? parent) ? value.replace(/^ /, '') : value;
  return isBlock(after ?? parent) ? start.replace(/ $/, '') : start;
}

/** Changes the page in place. */
export function removeBlanks(parent: Tree.ParentNode | Document): void {
  const before = [...parent.childNodes];
  for (const [index, node] of before.entries()) {
    if (adapter.isTextNode(node)) {
      node.value = tighten(node, parent, before[index - 1], before[index + 1]);
      if (node.value === '') adapter.detachNode(node);
    } else if (adapter.isElementNode(node) && !VERBATIM.has(node.tagName) && !isCell(node)) {
      removeBlanks(node);
      if ('content' in node) removeBlanks(node.content);
    }
  }
}
