/** A figure, ready to print: its words, its drawings in every form, the data behind it and what it rests on. */
import type { z } from 'zod';
import type { Aside } from '../charts/drawing.ts';
import { FORMS } from '../charts/form.ts';
import type { Form } from '../charts/form.ts';
import { readChart } from '../charts/read-chart.ts';
import type { Reading } from '../charts/reading.ts';
import { ChartFault } from '../charts/source.ts';
import type { ChartSource } from '../charts/source.ts';
import { figureCharts } from '../charts/spec.ts';
import type { ChartType } from '../charts/spec.ts';
import type { DataTable } from '../charts/table.ts';
import { toCsv } from '../core/csv.ts';
import { draw } from '../notebook/draw.ts';
import { plainText } from './prose.ts';
import type { Report } from './report.ts';

export interface FigureProps {
  readonly id: string;
  readonly title: string;
  readonly deck?: string;
  readonly alt: string;
  /** Tested by the pipeline before a page is drawn. */
  readonly holds?: string;
  readonly chart: unknown;
}

/** What figures need of a report; the CSV files are made from the same. */
export type FigureReport = Pick<Report, 'bundle' | 'page' | 'resolve' | 'href' | 'has' | 'ledger' | 'file'>;

export interface DataFile {
  /** Path below the report's folder. */
  readonly path: string;
  /** What its rows are, where a figure has several: "records". */
  readonly noun: string;
  readonly table: DataTable;
  readonly csv: string;
}

export interface Chart {
  readonly title?: string;
  readonly type: ChartType;
  readonly reading: Reading;
  readonly file: DataFile;
}

export interface DrawnForm {
  readonly name: Form['name'];
  readonly svg: string;
  readonly asides: readonly (Aside & { readonly style: string })[];
}

/** Fields of a chart that a reader sees; references in them are resolved before the chart is read. */
const WORDS = new Set(['text', 'label', 'detail', 'title', 'note', 'alt', 'caption']);

function resolveWords(value: unknown, field: string, say: (text: string) => string): unknown {
  if (typeof value === 'string') return WORDS.has(field) ? say(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => resolveWords(item, field, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolveWords(inner, name, say)]));
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

/** A noun as part of the name of a file. */
const fileWord = (noun: string): string => noun.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/**
 * Reads the charts of a figure and the data behind them.
 *
 * @throws FigureError where the chart is written wrongly or does not fit its rows
 */
export function figureData(report: FigureReport, { id, chart }: Pick<FigureProps, 'id' | 'chart'>): Chart[] {
  const what = `figure "${id}"`;
  const parsed = figureCharts.safeParse(resolveWords(chart, 'chart', (text) => plainText(report, text)));
  if (!parsed.success) throw writtenWrongly(report, what, parsed.error);
  const source = chartSource(report);
  return inFigure(report, what, () => {
    const readings = parsed.data.map((spec) => ({
      type: spec.type,
      title: spec.title,
      reading: readChart(spec, source),
    }));
    return readings.map(({ type, title, reading }, index) => {
      const { noun, data } = reading;
      const twins = readings.filter((other) => other.reading.noun === noun).length > 1;
      const words = readings.length === 1 ? [id] : [id, fileWord(noun), ...(twins ? [String(index + 1)] : [])];
      const path = dataPath(report.page.slug, ...words);
      return { title, type, reading, file: { path, noun, table: data, csv: toCsv([...data.columns], data.rows) } };
    });
  });
}

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 10000) / 100}%`;

/** Draws a chart in every form. The first chart of a figure carries its text alternative. */
export function drawForms(reading: Reading, alt: string): DrawnForm[] {
  return FORMS.map((form) => {
    const { options, asides } = reading.draw(form);
    return {
      name: form.name,
      svg: draw(options, alt),
      asides: asides.map((aside) => ({
        ...aside,
        style: `left:${percent(aside.x, options.width)};top:${percent(aside.y, options.height)}`,
      })),
    };
  });
}

export interface FigureLink {
  readonly text: string;
  /** Nothing where the report has no page of evidence. */
  readonly href: string | undefined;
  readonly title?: string;
}

export interface FigureView {
  readonly title: string;
  readonly deck: string | undefined;
  readonly charts: readonly (Chart & { readonly forms: readonly DrawnForm[] })[];
  readonly ledger: readonly FigureLink[];
  readonly checks: readonly FigureLink[];
}

/** The whole figure. */
export function figureView(report: FigureReport, props: FigureProps): FigureView {
  const say = (text: string): string => plainText(report, text);
  const charts = figureData(report, props);
  const ids = [...new Set(charts.flatMap(({ reading }) => reading.facts))];
  const facts = ids.flatMap((id) => report.bundle.facts.filter((fact) => fact.id === id));
  const evidence = report.has('evidence');
  const link = (anchor: string) => (evidence ? report.href('evidence', anchor) : undefined);
  const alt = say(props.alt);
  return {
    title: say(props.title),
    deck: props.deck === undefined ? undefined : say(props.deck),
    charts: charts.map((chart, index) => ({
      ...chart,
      forms: drawForms(
        chart.reading,
        index === 0 ? alt : `${chart.title ?? say(props.title)}. The data stand in the table below.`,
      ),
    })),
    ledger: facts.map(({ id }) => ({ text: report.ledger(id), title: id, href: link(`fact-${id}`) })),
    checks: [...new Set(facts.map(({ check }) => check))].map((id) => ({ text: id, href: link(`check-${id}`) })),
  };
}
