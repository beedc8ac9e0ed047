/** What the pictures of a page share: where their rows come from, the files behind them, and how a fault in one is told. */
import type { z } from 'zod';
import { ChartFault } from '../charts/source.ts';
import type { ChartSource } from '../charts/source.ts';
import type { DataTable } from '../charts/table.ts';
import type { Report } from './report.ts';

/** What pictures need of a report; the CSV files are made from the same. */
export type FigureReport = Pick<Report, 'bundle' | 'page' | 'resolve' | 'href' | 'has' | 'ledger' | 'file'>;

export interface DataFile {
  /** Path below the report's folder. */
  readonly path: string;
  /** What its rows are, where a figure has several: "records". */
  readonly noun: string;
  readonly table: DataTable;
  readonly csv: string;
}

export const chartSource = ({ bundle, resolve }: Pick<FigureReport, 'bundle' | 'resolve'>): ChartSource => ({
  facts: new Map(bundle.facts.map((fact) => [fact.id, fact])),
  tables: new Map(bundle.tables.map((table) => [table.id, table])),
  resolve,
  locale: bundle.engagement.locale,
});

/** A figure that cannot be drawn, with its page and id, for the person who wrote it. */
export class FigureError extends Error {
  readonly file: string;
  readonly hint: string;
  constructor(file: string, what: string, message: string, hint: string) {
    super(`${file}: ${what}: ${message}`);
    this.name = 'FigureError';
    this.file = file;
    this.hint = hint;
  }
}

/** What is wrong with the way a chart is written, field by field. */
export const writtenWrongly = (report: FigureReport, what: string, { issues }: z.ZodError): FigureError =>
  new FigureError(
    report.page.file,
    what,
    issues.map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': ')).join('; '),
    'The fields of every chart are described in src/charts/spec.ts.',
  );

/** Runs what may find fault with a chart, and says in which figure of which file. */
export function inFigure<T>(report: FigureReport, what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ChartFault)) throw error;
    throw new FigureError(report.page.file, what, error.message, error.hint);
  }
}

/** Address of a data file of a page: `data/findings-timer-waits.csv`. */
export const dataPath = (page: string, ...words: readonly string[]): string =>
  `data/${[...page.split('/'), ...words].join('-')}.csv`;
