/** TypeScript to JavaScript of the same length: types become blanks, so that every place stays where its author wrote it. */
import { parseAst } from 'rolldown/parseAst';
import { fieldNode, nodesOf } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

const WHOLE = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
]);
/** Their expression stays. */
const AROUND = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
const REFUSED: Readonly<Record<string, string>> = {
  TSEnumDeclaration: 'an enum',
  TSModuleDeclaration: 'a namespace',
  TSParameterProperty: 'a parameter property',
};

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/**
 * Takes the types out.
 *
 * @throws SyntaxError for TypeScript that is more than types, and for what cannot be parsed; `pos` is the offset where known
 */
export function eraseTypes(source: string): string {
  const tree = parseAst(source, { lang: 'ts' }) as unknown as SyntaxNode;
  let result = source;
  const erase = (start: number, end: number): void => {
    result = result.slice(0, start) + blank(result.slice(start, end)) + result.slice(end);
  };
  for (const node of nodesOf(tree)) {
    const refused = REFUSED[node.type];
    if (refused !== undefined) {
      throw Object.assign(new SyntaxError(`A cell cannot hold ${refused}: types alone are taken out`), {
        pos: node.start,
      });
    }
    if (WHOLE.has(node.type)) erase(node.start, node.end);
    else if (AROUND.has(node.type)) erase(fieldNode(node, 'expression')?.end ?? node.end, node.end);
    else if (node.type === 'Identifier' && node['optional'] === true) {
      const mark = source.indexOf('?', node.start + String(node['name']).length);
      if (mark >= 0 && mark < node.end) erase(mark, mark + 1);
    }
  }
  return result;
}
