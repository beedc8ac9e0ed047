/** The notebooks of an engagement: its pages' cells drawn, and what is wrong with them. */
import { createResolver } from '../core/reference.ts';
import type { GivenValue } from '../core/reference.ts';
import { roiReferences } from '../core/roi-references.ts';
import type { RoiModel } from '../core/roi.ts';
import { parseTemplate } from '../core/template.ts';
import type { DrawnInPlace } from '../notebook/draw-in-place.ts';
import type { NotebookFault } from '../notebook/fault.ts';
import type { FigureElement } from '../notebook/figures.ts';
import type { Fact, SuppressedFact } from '../schema/fact.ts';
import type { NotebookPage } from '../schema/notebook.ts';
import type { Table } from '../schema/table.ts';
import type { Authored } from './engagement-files.ts';
import type { Problem } from './problem.ts';
import { renderProblem } from './render-problem.ts';
import { MdxError } from './prose/mdx.ts';
import { NotLiteral } from './prose/literal.ts';
import { pageElements } from './prose/page-elements.ts';
import { Lines, problemAt } from './prose/place.ts';

export interface NotebookInput {
  /** Absolute. */
  readonly root: string;
  readonly authored: Pick<Authored, 'engagement' | 'pages' | 'files'>;
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly suppressed?: readonly SuppressedFact[];
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly roi: RoiModel | undefined;
  /** Draws what can be drawn, with faults of cells in their places: for a preview, never for a report. */
  readonly inPlace?: boolean;
}

export interface DrawnNotebooks {
  readonly notebooks: NotebookPage[];
  readonly problems: Problem[];
  /** Problems that stand in the page, at their cells. */
  readonly shown: Problem[];
}

const MAY_HOLD_CELLS = /^[ \t>]*(```|~~~)|<(Value|Figure)\b/m;

/** Draws the cells of every page; pages without cells have no notebook. */
export async function drawNotebooks({
  root,
  authored,
  tables,
  facts,
  suppressed = [],
  given,
  roi,
  inPlace = false,
}: NotebookInput): Promise<DrawnNotebooks> {
  const { locale, calendar } = authored.engagement;
  const resolve = createResolver({
    facts,
    suppressed,
    given,
    roi: roi === undefined ? [] : roiReferences(roi),
    locale,
  });
  const say = (text: string): string => {
    try {
      return parseTemplate(text)
        .map((segment) =>
          segment.kind === 'reference' ? resolve(segment.of, segment.id, segment.as).text : segment.text,
        )
        .join('');
    } catch {
      // The prose check tells what is wrong with it.
      return text;
    }
  };
  const notebooks: NotebookPage[] = [];
  const problems: Problem[] = [];
  const shown: Problem[] = [];
  for (const { slug, file } of authored.pages) {
    const text = authored.files.get(file)?.text ?? '';
    if (!MAY_HOLD_CELLS.test(text)) continue;
    const lines = new Lines(file, text);
    const figures = figuresOf(text, lines);
    if (figures === undefined) continue;
    const zone = calendar.time_zone;
    const input = { root, text, file, figures, tables, facts, roi, resolve, locale, timeZone: zone, say };
    const problemOf = ({ line, column, module, ...fault }: NotebookFault): Problem =>
      problemAt((module === undefined ? lines : new Lines(module.file, module.text)).place(line, column), fault);
    // A bundler, a transpiler and a DOM: reports without cells need not wait for them.
    if (inPlace) {
      const { drawInPlace } = await import('../notebook/draw-in-place.ts');
      const drawn = await drawInPlace(input);
      (drawn.page === undefined ? problems : shown).push(...drawn.faults.map(problemOf));
      if (drawn.page !== undefined) notebooks.push({ slug, ...withTroubles(drawn.page, drawn, problemOf) });
      continue;
    }
    const { drawNotebook } = await import('../notebook/draw-notebook.ts');
    const { page, faults } = await drawNotebook(input);
    // A module that several pages import is told once.
    for (const problem of faults.map(problemOf))
      if (!problems.some((one) => isSame(one, problem))) problems.push(problem);
    if (page !== undefined) notebooks.push({ slug, ...page });
  }
  return { notebooks, problems, shown };
}

const isSame = (a: Problem, b: Problem): boolean =>
  a.code === b.code && a.file === b.file && a.line === b.line && a.column === b.column;

/** The page with words in the place of each cell that could not be drawn. */
function withTroubles(
  page: NonNullable<DrawnInPlace['page']>,
  { byBlock, waiting }: DrawnInPlace,
  problemOf: (fault: NotebookFault) => Problem,
): NonNullable<DrawnInPlace['page']> {
  const lines = [...byBlock.values()].flatMap(([fault]) => fault?.line ?? []).sort((a, b) => a - b);
  const toMend = lines.map((line) => `line ${String(line)}`).join(', ');
  return {
    ...page,
    cells: page.cells.map((cell) => {
      const faults = byBlock.get(cell.key);
      if (faults !== undefined)
        return { ...cell, trouble: faults.map((fault) => renderProblem(problemOf(fault))).join('\n\n') };
      return waiting.has(cell.key) ? { ...cell, trouble: `Waits for what has to be mended first: ${toMend}.` } : cell;
    }),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The ready-made charts of a page.
 *
 * @returns nothing for a page that cannot be read, or whose attributes are no data: the prose check tells of it
 */
export function figuresOf(body: string, lines: Lines): FigureElement[] | undefined {
  try {
    return pageElements(body, new Set(['Figure'])).map(({ start, attributes }) => {
      const { line, column } = lines.at(start);
      const { id, title, deck, alt, chart, data } = attributes;
      return {
        id: text(id),
        title: text(title),
        alt: text(alt),
        chart,
        ...(typeof deck === 'string' && { deck }),
        ...(typeof data === 'string' && { data }),
        at: { line, column },
      };
    });
  } catch (error) {
    if (error instanceof MdxError || error instanceof NotLiteral) return undefined;
    throw error;
  }
}
