/** Figures are numbered through the whole report, in the order of its pages. */
import { pageElements } from './page-elements.ts';

const FIGURES = new Set(['Figure']);

/** Ids of the figures in the body of a page, in order. */
export const figureIds = (body: string): string[] =>
  pageElements(body, FIGURES).flatMap(({ attributes: { id } }) => (typeof id === 'string' ? [id] : []));

/** Number of each figure by its id; `bodies` in the order of the pages. */
export function numberFigures(bodies: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const id of bodies.flatMap(figureIds)) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  return numbers;
}
