/** The notebooks of an engagement: its pages' cells drawn, and what is wrong with them. */
import { createResolver } from '../core/reference.ts';
import type { GivenValue } from '../core/reference.ts';
import { roiReferences } from '../core/roi-references.ts';
import type { RoiModel } from '../core/roi.ts';
import { parseTemplate } from '../core/template.ts';
import type { Fact } from '../schema/fact.ts';
import type { NotebookPage } from '../schema/notebook.ts';
import type { Table } from '../schema/table.ts';
import type { Authored } from './engagement-files.ts';
import type { Problem } from './problem.ts';
import { MdxError, parseMdx } from './prose/mdx.ts';
import { Lines, problemAt } from './prose/place.ts';

export interface NotebookInput {
  /** Absolute. */
  readonly root: string;
  readonly authored: Pick<Authored, 'engagement' | 'pages' | 'files'>;
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly roi: RoiModel | undefined;
}

const MAY_HOLD_CELLS = /^[ \t>]*(```|~~~)|<Value\b/m;

/** Draws the cells of every page; pages without cells have no notebook. */
export async function drawNotebooks({
  root,
  authored,
  tables,
  facts,
  given,
  roi,
}: NotebookInput): Promise<{ notebooks: NotebookPage[]; problems: Problem[] }> {
  const { locale, calendar } = authored.engagement;
  const resolve = createResolver({ facts, given, roi: roi === undefined ? [] : roiReferences(roi), locale });
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
  for (const { slug, file } of authored.pages) {
    const text = authored.files.get(file)?.text ?? '';
    if (!MAY_HOLD_CELLS.test(text) || !isReadable(text)) continue;
    // A bundler, a transpiler and a DOM: reports without cells need not wait for them.
    const { drawNotebook } = await import('../notebook/draw-notebook.ts');
    const { page, faults } = await drawNotebook({
      root,
      text,
      file,
      tables,
      facts,
      roi,
      locale,
      timeZone: calendar.time_zone,
      say,
    });
    const lines = new Lines(file, text);
    for (const { line, column, module, ...fault } of faults) {
      const place = (module === undefined ? lines : new Lines(module.file, module.text)).place(line, column);
      // A module that several pages import is told once.
      const isTold = problems.some(
        (one) => one.code === fault.code && one.file === place.file && one.line === line && one.column === column,
      );
      if (!isTold) problems.push(problemAt(place, fault));
    }
    if (page !== undefined) notebooks.push({ slug, ...page });
  }
  return { notebooks, problems };
}

/** MDX that cannot be parsed is told by the prose check. */
function isReadable(text: string): boolean {
  try {
    parseMdx(text);
    return true;
  } catch (error) {
    if (error instanceof MdxError) return false;
    throw error;
  }
}
