/** The ready-made charts of a page as cells of its notebook. */
import { liveNames } from '../charts/live.ts';
import { readChart } from '../charts/read-chart.ts';
import type { Reading } from '../charts/reading.ts';
import { ChartFault } from '../charts/source.ts';
import type { ChartSource } from '../charts/source.ts';
import { figureCharts } from '../charts/spec.ts';
import type { ChartSpec } from '../charts/spec.ts';
import { waitsScale } from '../charts/waits.ts';
import type { WaitsData } from '../charts/waits.ts';
import type { DataRows, NotebookCell, NotebookData } from '../schema/notebook.ts';
import type { CompiledCell } from './compile.ts';
import type { NotebookFault } from './fault.ts';
import { figureKey, inputKey } from './figure-keys.ts';
import { FIGURES } from './names.ts';
import { dataKey } from './read-notebook.ts';
import type { Block } from './read-notebook.ts';

/** A figure as its author wrote it. */
export interface FigureElement {
  readonly id: string;
  readonly title: string;
  readonly deck?: string;
  readonly alt: string;
  readonly chart: unknown;
  /** Name of the rows behind the chart, where they follow what a reader has set. */
  readonly data?: string;
  /** 1-based. */
  readonly at: { readonly line: number; readonly column: number };
}

/** A chart of a figure: its cell, and what the page prints beside it. */
export interface FigureChart {
  readonly block: Block;
  readonly cell: CompiledCell;
  readonly figure: NonNullable<NotebookCell['figure']>;
  /** Behind the chart as published. */
  readonly rows: DataRows;
  /** What the page carries for its script. */
  readonly carried: NotebookData['figures'][string];
}

export interface ReadFigures {
  readonly charts: readonly FigureChart[];
  /** Inputs, values and rows that figures bring along; they are compiled like any other block. */
  readonly blocks: readonly Block[];
  /** Names that a figure would define if it could be read. */
  readonly lost: readonly string[];
  readonly faults: readonly NotebookFault[];
}

const PLAIN = { echo: false, run: true, hidden: false } as const;

/** Fields of a chart that a reader sees; references in them are resolved before the chart is read. */
const WORDS = new Set(['text', 'label', 'detail', 'title', 'note', 'alt', 'caption']);

function resolveWords(value: unknown, field: string, say: (text: string) => string): unknown {
  if (typeof value === 'string') return WORDS.has(field) ? say(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => resolveWords(item, field, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolveWords(inner, name, say)]));
}

/** The place of a figure, as a block. */
export const figureBlock = ({ id, at }: FigureElement): Block => block(figureKey(id), 'figure', '', at);

const block = (key: string, kind: Block['kind'], source: string, at: FigureElement['at']): Block => ({
  key,
  kind,
  language: 'js',
  source,
  attributes: PLAIN,
  line: at.line,
  indent: at.column - 1,
  at,
});

/** Values that a figure shows in its words, each a cell of its own. */
const valueBlocks = ({ title, deck = '', at }: FigureElement, charts: readonly ChartSpec[]): Block[] =>
  [title, deck, ...charts.map((chart) => chart.title ?? '')]
    .flatMap(liveNames)
    .map((name) => block(name, 'value', name, at));

/** The slider of a limit, on the scale of its chart. */
function inputBlocks(element: FigureElement, spec: ChartSpec, drawn: unknown): Block[] {
  if (spec.type !== 'waits' || spec.limit?.input === undefined) return [];
  const { name, label, unit, step } = spec.limit.input;
  const data = drawn as WaitsData;
  const options = { label, unit: unit ?? data.unit, value: data.limit?.at, step };
  const source = `const ${name} = view(Inputs.range([0, ${String(waitsScale(data).end)}], ${JSON.stringify(options)}))`;
  return [block(inputKey(element.id), 'cell', source, element.at)];
}

/** Values in words of a chart that are drawn once; the limit that a reader moves is not. */
function strayNames(spec: ChartSpec): string[] {
  const { title: _, ...rest } = spec;
  const isMoved = spec.type === 'waits' && spec.limit?.input !== undefined;
  return liveNames(JSON.stringify(isMoved ? { ...rest, limit: { ...spec.limit, text: '' } } : rest));
}

/** A cell that draws the chart; what it reads are the width and the values that the chart names. */
function chartCell(element: FigureElement, key: string, reading: Reading, alt: string): CompiledCell {
  const limit = reading.type === 'waits' ? (reading.drawn as WaitsData).limit : undefined;
  const moved = limit?.input === undefined ? [] : [limit.input, ...liveNames(limit.text)];
  const names = [...new Set([...liveNames(alt), ...moved])];
  const chart = `__${reading.type}`;
  const inputs = [FIGURES, 'width', ...names];
  return {
    block: block(key, 'figure', '', element.at),
    code: {
      inputs,
      outputs: [],
      libraries: ['__figure', chart],
      modules: [],
      views: [],
      autodisplay: true,
      body: `(${inputs.join(', ')}) => __figure(${chart}, ${FIGURES}[${JSON.stringify(key)}], width, {${names.join(', ')}})`,
    },
    isStatic: false,
    references: new Map(names.map((name) => [name, element.at])),
    definitions: new Map(),
    words: new Set(),
    prologue: 0,
  };
}

/** A noun as part of the name of a file. */
const fileWord = (noun: string): string => noun.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Names of the files behind the charts of a figure: by noun where there are several, counted where a noun comes twice. */
const fileNames = (id: string, readings: readonly Reading[]): string[] =>
  readings.map(({ noun }, index) => {
    if (readings.length === 1) return id;
    const isTwin = readings.filter((other) => other.noun === noun).length > 1;
    return [id, fileWord(noun), ...(isTwin ? [String(index + 1)] : [])].join('-');
  });

/** Names of inputs, as far as a chart that cannot be read gives them away. */
const likelyNames = ({ chart }: FigureElement): string[] =>
  [...JSON.stringify(chart ?? null).matchAll(/"input":\{"name":"([\w$]+)"/g)].map(([, name = '']) => name);

function readFigure(element: FigureElement, source: ChartSource, say: (text: string) => string): ReadFigures {
  const { id, title, at, data } = element;
  const parsed = figureCharts.safeParse(resolveWords(element.chart, 'chart', say));
  const fault = (message: string, hint: string): ReadFigures => ({
    charts: [],
    blocks: [],
    lost: likelyNames(element),
    faults: [
      { code: 'figure-unfit', ...at, message: `The figure "${id}" cannot be drawn: ${message}`, found: id, hint },
    ],
  });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) =>
      // One chart is a list of one.
      [path.slice(Array.isArray(element.chart) ? 0 : 1).join('.'), message].filter((part) => part !== '').join(': '),
    );
    return fault(`${issues.join('; ')}.`, 'The fields of every chart are described in src/charts/spec.ts.');
  }
  const stray = parsed.data.flatMap(strayNames)[0];
  if (stray !== undefined) {
    return fault(
      `a word of its chart shows the value "${stray}", and would not follow it.`,
      'Show values in title, deck, alternative text, or in the text of a limit that has an input.',
    );
  }
  let readings: readonly Reading[];
  try {
    readings = parsed.data.map((spec) => readChart(spec, source));
  } catch (error) {
    if (error instanceof ChartFault) return fault(error.message, error.hint);
    throw error;
  }
  const files = fileNames(id, readings);
  const charts = readings.map((reading, index): FigureChart => {
    const key = figureKey(id, index);
    const spec = parsed.data[index];
    const part = spec?.title;
    const note = spec?.type === 'waits' ? spec.limit?.input?.note : undefined;
    const alt = index === 0 ? say(element.alt) : `${part ?? say(title)}. The data stand in the table below.`;
    const cell = chartCell(element, key, reading, alt);
    const { noun, facts, data: table, drawn } = reading;
    return {
      block: cell.block,
      cell,
      figure: {
        id,
        ...(part !== undefined && { part }),
        ...(note !== undefined && { note }),
        noun,
        file: files[index] ?? id,
        facts: [...facts],
      },
      rows: {
        columns: table.columns.map(({ name, label, type }) => ({ name, label, type })),
        rows: table.rows.map((row) => ({ ...row })),
      },
      // As the page will have it: without what JSON cannot hold.
      carried: JSON.parse(JSON.stringify({ drawn, alt })) as FigureChart['carried'],
    };
  });
  return {
    charts,
    blocks: [
      ...valueBlocks(element, parsed.data),
      ...parsed.data.flatMap((spec, index) => inputBlocks(element, spec, readings[index]?.drawn)),
      ...(data === undefined ? [] : [block(dataKey(figureKey(id)), 'data', data, at)]),
    ],
    lost: [],
    faults: [],
  };
}

/**
 * Reads the figures of a page.
 *
 * @param say resolves references in texts for the reader, and leaves the values of cells in them
 * @param without keys of figures that are left out
 */
export function readFigures(
  elements: readonly FigureElement[],
  source: ChartSource,
  say: (text: string) => string,
  without: ReadonlySet<string> = new Set(),
): ReadFigures {
  const read = elements.map((element) =>
    without.has(figureKey(element.id))
      ? { charts: [], blocks: [], lost: likelyNames(element), faults: [] }
      : readFigure(element, source, say),
  );
  return {
    charts: read.flatMap(({ charts }) => charts),
    blocks: read.flatMap(({ blocks }) => blocks),
    lost: read.flatMap(({ lost }) => lost),
    faults: read.flatMap(({ faults }) => faults),
  };
}
