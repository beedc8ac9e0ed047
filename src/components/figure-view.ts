/** A figure, ready to print: its charts as the notebook has drawn them, what moves them, and what they rest on. */
import { figureKey, inputKey } from '../notebook/figure-keys.ts';
import type { NotebookCell } from '../schema/notebook.ts';
import type { DataFile } from './figure.ts';
import { cellFile, notebookOf } from './notebook.ts';
import type { Report } from './report.ts';

export interface FigureProps {
  readonly id: string;
  readonly title: string;
  readonly deck?: string;
  readonly alt: string;
  /** Tested by the pipeline before a page is drawn. */
  readonly holds?: string;
  /** Read by the pipeline, which draws the charts. */
  readonly chart: unknown;
  readonly data?: string;
}

export interface FigureLink {
  readonly text: string;
  /** Nothing where the report has no page of evidence. */
  readonly href: string | undefined;
  readonly title?: string;
}

export interface FigureView {
  readonly charts: readonly {
    readonly cell: NotebookCell;
    readonly part: string | undefined;
    readonly file: DataFile | undefined;
  }[];
  /** The slider of its limit, and what stands beside it. */
  readonly input: { readonly cell: NotebookCell; readonly note: string | undefined } | undefined;
  readonly ledger: readonly FigureLink[];
  readonly checks: readonly FigureLink[];
}

/**
 * The whole figure.
 *
 * @throws Error where the bundle does not have it: the page was edited after it was loaded
 */
export function figureView(
  report: Pick<Report, 'bundle' | 'page' | 'has' | 'href' | 'ledger'>,
  id: string,
): FigureView {
  const cells = notebookOf(report)?.cells ?? [];
  const charts = cells
    .filter(({ figure }) => figure?.id === id)
    .map((cell) => ({ cell, part: cell.figure?.part, file: cellFile(report, cell) }));
  if (charts.length === 0)
    throw new Error(`${report.page.file}: the figure "${id}" is not in the bundle; load the engagement again.`);
  const ids = [...new Set(charts.flatMap(({ cell }) => cell.figure?.facts ?? []))];
  const facts = ids.flatMap((one) => report.bundle.facts.filter((fact) => fact.id === one));
  const evidence = report.has('evidence');
  const link = (anchor: string): string | undefined => (evidence ? report.href('evidence', anchor) : undefined);
  const input = cells.find(({ key }) => key === inputKey(id));
  return {
    charts,
    input: input && { cell: input, note: cells.find(({ key }) => key === figureKey(id))?.figure?.note },
    ledger: facts.map((fact) => ({ text: report.ledger(fact.id), title: fact.id, href: link(`fact-${fact.id}`) })),
    checks: [...new Set(facts.map(({ check }) => check))].map((one) => ({ text: one, href: link(`check-${one}`) })),
  };
}
