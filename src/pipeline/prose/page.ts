/** Walks the body of a page: elements, references, links, and the text between them. */
import { nearest } from '../../core/nearest.ts';
import { readInfo } from '../../notebook/info-string.ts';
import { checkAttributes, valueStart } from './attributes.ts';
import type { Page } from './attributes.ts';
import { COMPONENTS, HTML_ATTRIBUTES, HTML_ELEMENTS } from './components.ts';
import { report } from './context.ts';
import type { ProseContext } from './context.ts';
import { checkLink } from './links.ts';
import { isElement, plainText } from './mdx.ts';
import type { MdxNode } from './mdx.ts';
import { checkRunningText } from './running-text.ts';
import { REFERENCES, attributeText, sentenceAround } from './spoken.ts';
import { checkCondition, checkTemplated, collectStated, resolveAt } from './templated.ts';

/** Texts of a cell that a reader sees or hears. */
const CELL_WORDS = new Set(['title', 'alt', 'caption']);

/** What holds for the text at a place of the walk. */
interface Surroundings {
  /** Conditions of the <Holds> around it. */
  readonly conditions: readonly string[];
  /** The paragraph, heading or cell that it belongs to: where its sentence is. */
  readonly block: MdxNode;
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'listItem', 'blockquote', 'mdxJsxFlowElement']);
const COMMENT = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*$/;

function checkText(context: ProseContext, page: Page, node: MdxNode, { conditions }: Surroundings): void {
  const text = node.value ?? '';
  const source = page.text.slice(node.start, node.end);
  // Entities, escapes and the indentation of wrapped lines make the source longer than the text.
  const offsetOf = (index: number): number => {
    if (source === text) return index;
    const rest = /^\S+/.exec(text.slice(index))?.[0] ?? '';
    const before = text.slice(0, index).split(rest).length - 1;
    let at = source.indexOf(rest);
    for (let seen = 0; seen < before && at !== -1; seen += 1) at = source.indexOf(rest, at + rest.length);
    return Math.max(0, at);
  };
  const locate = (index: number) => page.lines.at(node.start + offsetOf(index));
  const mark = text.indexOf('[[');
  if (mark !== -1) {
    report(context, locate(mark), {
      code: 'mark-in-body',
      message: '"[[ … ]]" is for strings; in the text an exception is an element.',
      found: text.slice(mark, mark + 60),
      hint: text.startsWith('[[?', mark) ? 'Write <Open>…</Open>.' : 'Write <Stated why="…">…</Stated>.',
    });
    return;
  }
  checkRunningText(context, text, locate, { conditions, notation: 'element' });
}

/** A fenced block that runs: what stands in its line for the reader is text like any other. */
function checkCell(
  context: ProseContext,
  page: Page,
  { lang, meta, start, end }: MdxNode,
  { conditions }: Surroundings,
): void {
  if ((lang !== 'js' && lang !== 'ts') || meta === undefined || meta === null) return;
  const at = start + page.text.slice(start, end).indexOf(meta);
  const { texts, attributes } = readInfo(meta);
  for (const { name, text, at: offset } of texts) {
    if (CELL_WORDS.has(name)) checkTemplated(context, text, (index) => page.lines.at(at + offset + index), conditions);
  }
  const anchor = attributes.id;
  if (anchor === undefined) return;
  if (page.anchors.has(anchor)) {
    report(context, page.lines.at(start), {
      code: 'duplicate-id',
      message: `"${anchor}" names two places of this page.`,
      expected: 'an id of its own for each section, figure and cell',
      found: anchor,
      hint: 'Rename one of the two: links lead to the first.',
    });
  }
  page.anchors.add(anchor);
}

function checkHtml(context: ProseContext, page: Page, node: MdxNode): void {
  const place = page.lines.at(node.start);
  const name = node.name ?? '';
  if (!HTML_ELEMENTS.has(name)) {
    const hints: Record<string, string> = {
      a: 'Write [text](address).',
      img: 'Draw it as a <Figure>: the report loads no pictures.',
    };
    report(context, place, {
      code: 'element-refused',
      message: name === '' ? 'A fragment "<>…</>" has no meaning here.' : `<${name}> cannot stand in a report.`,
      expected: `our own elements, or one of ${[...HTML_ELEMENTS].join(', ')}`,
      found: name === '' ? '<>' : `<${name}>`,
      hint: hints[name] ?? 'Remove it, or use Markdown.',
    });
    return;
  }
  for (const { name: attribute = '{...}', value } of node.attributes ?? []) {
    if (HTML_ATTRIBUTES.has(attribute) && 'text' in value) continue;
    report(context, place, {
      code: 'attribute-refused',
      message: `<${name}> cannot carry "${attribute}" in a report.`,
      expected: `text in one of ${[...HTML_ATTRIBUTES].join(', ')}`,
      found: attribute,
      hint: 'Remove it: styles belong to the theme, and no element runs code.',
    });
  }
}

/** Checks an element and says what holds inside it; undefined where its content is done with. */
function checkElement(
  context: ProseContext,
  page: Page,
  node: MdxNode,
  around: Surroundings,
): Surroundings | undefined {
  const name = node.name ?? '';
  const place = page.lines.at(node.start);
  if (!/^[A-Z]/.test(name)) {
    checkHtml(context, page, node);
    return around;
  }
  if (!Object.hasOwn(COMPONENTS, name)) {
    const near = nearest(name, Object.keys(COMPONENTS));
    report(context, place, {
      code: 'unknown-element',
      message: `There is no element <${name}>.`,
      expected: `one of ${Object.keys(COMPONENTS).join(', ')}`,
      found: `<${name}>`,
      hint: near === undefined ? 'Use one of these; pages import nothing.' : `Did you mean <${near}>?`,
    });
    return around;
  }
  const own = attributeText(node, name === 'Holds' ? 'if' : 'holds');
  const conditions = own === undefined ? around.conditions : [...around.conditions, own];
  checkAttributes(context, page, node, conditions);
  if (own !== undefined) {
    const start = valueStart(page, node, name === 'Holds' ? 'if' : 'holds');
    const sentence = name === 'Holds' ? sentenceAround(context, around.block, node) : attributeText(node, 'title');
    checkCondition(context, own, sentence, (index) => page.lines.at(start + index));
  }
  const of = REFERENCES[name];
  const id = attributeText(node, 'id');
  if (of !== undefined && id !== undefined) resolveAt(context, place, of, id, attributeText(node, 'as'));
  if (id !== undefined && (name === 'Section' || name === 'Figure')) {
    if (page.anchors.has(id)) {
      report(context, place, {
        code: 'duplicate-id',
        message: `"${id}" names two places of this page.`,
        expected: 'an id of its own for each section and figure',
        found: id,
        hint: 'Rename one of the two: links lead to the first.',
      });
    }
    page.anchors.add(id);
  }
  // A blank says what is missing; whatever it names is no claim.
  if (name === 'Open') return undefined;
  if (name === 'Stated') {
    const why = attributeText(node, 'why');
    if (why !== undefined) collectStated(context, place, plainText(node).replaceAll(/\s+/g, ' ').trim(), why);
    return undefined;
  }
  return { ...around, conditions };
}

function walk(context: ProseContext, page: Page, node: MdxNode, outer: Surroundings): void {
  const around = BLOCKS.has(node.type) && node.name !== 'Holds' ? { ...outer, block: node } : outer;
  const place = () => page.lines.at(node.start);
  let inside: Surroundings | undefined = around;
  switch (node.type) {
    case 'yaml':
    case 'toml':
    case 'inlineCode':
      return;
    case 'code':
      checkCell(context, page, node, around);
      return;
    case 'text':
      checkText(context, page, node, around);
      return;
    case 'mdxjsEsm':
      report(context, place(), {
        code: 'code-refused',
        message: 'A page imports and exports nothing.',
        found: (node.value ?? '').split('\n', 1)[0] ?? '',
        hint: 'Remove the line: every element is there without it.',
      });
      return;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (COMMENT.test(node.value ?? '')) return;
      report(context, place(), {
        code: 'code-refused',
        message: 'Text in braces is code, and a page holds none.',
        found: `{${node.value ?? ''}}`,
        hint: 'State the number as a fact in a check and write <Fact id="…"/>.',
      });
      return;
    case 'image':
    case 'imageReference':
      report(context, place(), {
        code: 'image-refused',
        message: 'A report loads no pictures.',
        found: node.url ?? node.alt ?? '',
        hint: 'Draw it as a <Figure>, from a table.',
      });
      return;
    case 'link':
    case 'definition':
      checkLink(context, place(), node.url ?? '', page.address);
      break;
    default:
      if (isElement(node)) inside = checkElement(context, page, node, around);
  }
  if (inside === undefined) return;
  for (const child of node.children) walk(context, page, child, inside);
}

/** Checks the body of one page; front matter is checked with the other templated text. */
export function checkPage(context: ProseContext, page: Page, tree: MdxNode): void {
  walk(context, page, tree, { conditions: [], block: tree });
}
