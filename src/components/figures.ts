/** Figures are numbered through the whole report, in the order of its pages. */
import { readInfo } from '../notebook/info-string.ts';
import { isElement, parseMdx } from '../pipeline/prose/mdx.ts';
import type { MdxNode } from '../pipeline/prose/mdx.ts';

/** A figure is an element of that name, or a cell with a title. */
function figureId(node: MdxNode): string | undefined {
  const { type, name, attributes, lang, meta } = node;
  if (type === 'code' && (lang === 'js' || lang === 'ts')) {
    const { id, title, run } = readInfo(meta ?? '').attributes;
    return title === undefined || !run ? undefined : id;
  }
  if (name !== 'Figure' || !isElement(node)) return undefined;
  const value = attributes?.find((attribute) => attribute.name === 'id')?.value;
  return value !== undefined && 'text' in value ? value.text : undefined;
}

/** Ids of the figures in the body of a page, in order. */
export function figureIds(body: string): string[] {
  const walk = (node: MdxNode): string[] => [figureId(node) ?? [], ...node.children.map(walk)].flat();
  return walk(parseMdx(body));
}

/** Number of each figure by its id; `bodies` in the order of the pages. */
export function numberFigures(bodies: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const id of bodies.flatMap(figureIds)) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  return numbers;
}
