/** The author's elements on a page, with their attributes as data: what charts and data files are made from before any page is drawn. */
import { isElement, parseMdx } from './mdx.ts';
import type { MdxNode } from './mdx.ts';
import { readLiteral } from './literal.ts';
import type { Literal } from './literal.ts';

export interface PageElement {
  readonly name: string;
  /** Where it begins, as an offset into the text. */
  readonly start: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function toData(literal: Literal): unknown {
  switch (literal.kind) {
    case 'string':
    case 'scalar':
      return literal.value;
    case 'list':
      return literal.items.map(toData);
    case 'record':
      return Object.fromEntries([...literal.entries].map(([name, value]) => [name, toData(value)]));
  }
}

function attributes(node: MdxNode): Record<string, unknown> {
  return Object.fromEntries(
    (node.attributes ?? []).flatMap(({ name, value }) =>
      name === undefined
        ? []
        : [[name, 'text' in value ? value.text : 'expression' in value ? toData(readLiteral(value.expression)) : true]],
    ),
  );
}

/**
 * Elements of these names in the body of a page, in their order.
 *
 * @throws NotLiteral for an attribute that is no data, MdxError for a body that is no MDX: the prose check tells of both
 */
export function pageElements(body: string, names: ReadonlySet<string>): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: MdxNode): void => {
    if (isElement(node) && names.has(node.name ?? ''))
      found.push({ name: node.name ?? '', start: node.start, attributes: attributes(node) });
    node.children.forEach(walk);
  };
  walk(parseMdx(body));
  return found;
}
