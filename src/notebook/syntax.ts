/** Walking a syntax tree of JavaScript or TypeScript (ESTree). */

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Nodes right below a node, in the order of their fields. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] => Object.values(node).flat().filter(isNode);

/** Every node of a tree, parents first. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** A node in a field, such as the callee of a call. */
export function fieldNode(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** Name of an identifier; undefined for anything else. */
export const identifierName = (node: SyntaxNode | undefined): string | undefined =>
  node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : undefined;

/** What a parser says is wrong, in one sentence; the bundler's puts a count before it and the source behind. */
export function parserWords(message: string): string {
  const [first = '', second = ''] = message.split('\n');
  return (first.startsWith('Parse failed') ? second : first).replace(/\s*\(\d+:\d+\)\s*$/, '').replace(/\.$/, '');
}
