/** Attributes of the author's elements: known, present, of the right kind, and their text checked. */
import { nearest } from '../../core/nearest.ts';
import { COMPONENTS, FACT_FIELDS, PROSE_FIELDS } from './components.ts';
import type { AttributeKind } from './components.ts';
import { report } from './context.ts';
import type { ProseContext } from './context.ts';
import { NotLiteral, readLiteral } from './literal.ts';
import type { Literal } from './literal.ts';
import type { MdxAttribute, MdxNode } from './mdx.ts';
import type { Lines, Place } from './place.ts';
import { checkTemplated } from './templated.ts';

/** The file that is being read, for places in it. */
export interface Page {
  readonly text: string;
  readonly lines: Lines;
  /** Address below the engagement's folder. */
  readonly address: string;
  /** Ids of sections and figures that were met so far. */
  readonly anchors: Set<string>;
}

/** Where an attribute's value begins in the file; the parser gives no positions for attributes. */
export function valueStart(page: Page, node: MdxNode, name: string): number {
  const tag = page.text.slice(node.start, node.end);
  const match = new RegExp(`[\\s"'}]${name}\\s*=\\s*["'{]`).exec(tag);
  return match === null ? node.start : node.start + match.index + match[0].length;
}

function checkName(context: ProseContext, place: Place, id: string, what: string, known: ReadonlySet<string>): void {
  if (known.has(id)) return;
  const near = nearest(id, known);
  report(context, place, {
    code: `unknown-${what}`,
    message: `There is no ${what} "${id}".`,
    found: id,
    hint: near === undefined ? `Name a ${what} that the loaders declare.` : `Did you mean "${near}"?`,
  });
}

/** Walks a data attribute: the text in it is prose, and what names a fact or a table has to be there. */
function checkData(
  context: ProseContext,
  value: Literal,
  field: string,
  placeAt: (offset: number) => Place,
  conditions: readonly string[],
): void {
  const inner = (item: Literal, name: string): void => checkData(context, item, name, placeAt, conditions);
  switch (value.kind) {
    case 'scalar':
      return;
    case 'list':
      for (const item of value.items) inner(item, field);
      return;
    case 'record':
      for (const [name, item] of value.entries) {
        const names = name === 'id' || (field === 'compare' && (name === 'from' || name === 'to'));
        inner(item, names && (FACT_FIELDS.has(field) || field === 'compare') ? 'fact' : name);
      }
      return;
    case 'string':
      if (FACT_FIELDS.has(field)) checkName(context, placeAt(value.at), value.value, 'fact', context.names.facts);
      else if (field === 'table') checkName(context, placeAt(value.at), value.value, 'table', context.names.tables);
      else if (PROSE_FIELDS.has(field)) {
        // The words of a chart are drawn again when what they show changes.
        checkTemplated(context, value.value, (index) => placeAt(value.at + index), conditions, true);
      }
  }
}

const FORMS: Readonly<Record<AttributeKind, string>> = {
  prose: 'text in quotes',
  name: 'an id in quotes',
  condition: 'a condition in quotes',
  reason: 'the reason in quotes',
  data: 'data in double braces: {{ … }}',
};

function literalOf(context: ProseContext, page: Page, start: number, expression: string): Literal | undefined {
  try {
    return readLiteral(expression);
  } catch (error) {
    if (!(error instanceof NotLiteral)) throw error;
    report(context, page.lines.at(start + error.at), {
      code: 'expression-refused',
      message: 'An attribute holds data; it cannot compute anything.',
      expected: 'text in quotes, numbers, lists and records',
      found: error.found,
      hint: 'Compute it in a check, as a fact, and refer to that.',
    });
    return undefined;
  }
}

function checkAttribute(
  context: ProseContext,
  page: Page,
  node: MdxNode,
  attribute: MdxAttribute,
  kind: AttributeKind,
  conditions: readonly string[],
): void {
  const { name = '', value } = attribute;
  const start = valueStart(page, node, name);
  const placeAt = (offset: number): Place => page.lines.at(start + offset);
  const literal: Literal | undefined =
    'text' in value
      ? { kind: 'string', value: value.text, at: 0 }
      : 'expression' in value
        ? literalOf(context, page, start, value.expression)
        : undefined;
  if (literal === undefined && 'expression' in value) return;
  const fits =
    kind === 'data'
      ? literal?.kind === 'list' || literal?.kind === 'record'
      : kind === 'name'
        ? 'text' in value
        : literal?.kind === 'string';
  if (literal === undefined || !fits) {
    report(context, placeAt(0), {
      code: 'attribute-form',
      field: name,
      message: `"${name}" of <${node.name}> has the wrong form.`,
      expected: FORMS[kind],
      found: 'bare' in value ? 'no value' : 'expression' in value ? `{${value.expression}}` : `"${value.text}"`,
      hint:
        kind === 'name'
          ? 'Write the id itself: it is looked up when the report is built.'
          : `Write ${name} as ${FORMS[kind]}.`,
    });
    return;
  }
  if (kind === 'data') checkData(context, literal, name, placeAt, conditions);
  else if (kind === 'prose' && literal.kind === 'string')
    checkTemplated(context, literal.value, (index) => placeAt(literal.at + index), conditions, node.name === 'Figure');
  else if (kind === 'name' && literal.kind === 'string') {
    if (name === 'table') checkName(context, placeAt(0), literal.value, 'table', context.names.tables);
    if (name === 'id' && node.name === 'CheckCode')
      checkName(context, placeAt(0), literal.value, 'check', context.names.checks);
  }
}

/** Checks the attributes of one of our elements; `conditions` guard the text in them. */
export function checkAttributes(context: ProseContext, page: Page, node: MdxNode, conditions: readonly string[]): void {
  const specs = COMPONENTS[node.name ?? ''] ?? {};
  const present = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const { name } = attribute;
    const place = page.lines.at(name === undefined ? node.start : valueStart(page, node, name));
    if (name === undefined) {
      report(context, place, {
        code: 'spread-refused',
        message: `<${node.name}> takes no "{...}".`,
        hint: 'Write each attribute out.',
      });
      continue;
    }
    present.add(name);
    const spec = specs[name];
    if (spec === undefined) {
      const near = nearest(name, Object.keys(specs));
      const known = Object.keys(specs);
      report(context, page.lines.at(node.start), {
        code: 'unknown-attribute',
        message: `<${node.name}> has no attribute "${name}".`,
        expected: known.length === 0 ? 'no attributes' : `one of ${known.join(', ')}`,
        found: name,
        hint: near === undefined ? 'Remove it.' : `Did you mean "${near}"?`,
      });
      continue;
    }
    checkAttribute(context, page, node, attribute, spec.kind, conditions);
  }
  for (const [name, { required, kind }] of Object.entries(specs)) {
    if (!required || present.has(name)) continue;
    report(context, page.lines.at(node.start), {
      code: 'missing-attribute',
      field: name,
      message: `<${node.name}> needs "${name}".`,
      expected: FORMS[kind],
      found: (node.attributes ?? []).length === 0 ? 'no attribute' : `only ${[...present].join(', ')}`,
      hint:
        node.name === 'Stated'
          ? 'Say why the number is typed: <Stated why="…">.'
          : `Add ${name}=${kind === 'data' ? '{{ … }}' : '"…"'}.`,
    });
  }
}
