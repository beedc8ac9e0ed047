/** A page of cells, drawn: the whole graph runs once in each width, with every input at its default. */
import { stripVTControlCharacters } from 'node:util';
import * as arquero from 'arquero';
import type { Resolve } from '../core/reference.ts';
import type { CellForm, DataRows, NotebookCell, NotebookPage } from '../schema/notebook.ts';
import type { ChartSource } from '../charts/source.ts';
import { compileBlock } from './compile.ts';
import type { CompiledCell } from './compile.ts';
import type { NotebookFault } from './fault.ts';
import { ancestors, definers, graphFaults } from './graph.ts';
import { figureKey } from './figure-keys.ts';
import { figureBlock, readFigures } from './figures.ts';
import type { FigureElement } from './figures.ts';
import { loadLibraries } from './libraries.ts';
import { loadModules } from './load-modules.ts';
import type { LoadedModules } from './load-modules.ts';
import { readNotebook, dataKey } from './read-notebook.ts';
import type { Block } from './read-notebook.ts';
import { runPage } from './run-page.ts';
import type { CellResult } from './run-page.ts';
import { dataRows } from './runtime/rows.ts';
import { dataFor } from './ship.ts';
import type { NotebookSource } from './ship.ts';

export interface NotebookInput extends NotebookSource {
  /** Absolute folder that `file` starts from. */
  readonly root: string;
  /** Text of the MDX file. */
  readonly text: string;
  /** Name of the file in messages. */
  readonly file: string;
  /** Ready-made charts of the page, in their order. */
  readonly figures: readonly FigureElement[];
  readonly resolve: Resolve;
  readonly locale: string;
  readonly timeZone: string;
  /** Resolves references in texts for the reader, such as `alt`; values of cells stay as they are written. */
  readonly say: (text: string) => string;
  /** Milliseconds after which a cell counts as one that never settles. */
  readonly timeLimit?: number;
  /** Keys of blocks that are left out, with all that read them: a preview shows the others. */
  readonly without?: ReadonlySet<string>;
}

export interface DrawnNotebook {
  /** Absent where something is wrong, or where the page has no cells. */
  readonly page?: Omit<NotebookPage, 'slug'>;
  /** Keys of the blocks that ran. */
  readonly ran?: ReadonlySet<string>;
  readonly faults: readonly NotebookFault[];
}

const FORMS = { wide: 948, middle: 680, narrow: 350 } as const;
const WIDE = 'wide';
const FIVE_SECONDS = 5000;
const FOLLOWS_WIDTH = new Set(['width', 'resize']);

const linesOf = ({ line, source }: Block): [number, number] => [line, line + source.split('\n').length - 1];

/** Names that a cell defines, as far as code that cannot be read gives them away. */
const likelyNames = ({ source }: Block): string[] =>
  [...source.matchAll(/^\s*(?:const|let|var|(?:async\s+)?function\*?|class)\s+([\w$]+)/gm)].map(
    ([, name = '']) => name,
  );

/** Cells that can run: nothing is wrong with them, nor with what they read. */
function sound(
  cells: readonly CompiledCell[],
  faults: readonly NotebookFault[],
  lost: ReadonlySet<string>,
): CompiledCell[] {
  const by = definers(cells);
  const faulty = new Set(
    cells.filter(({ block }) => {
      const [first, last] = linesOf(block);
      return faults.some(({ line }) => line >= first && line <= last);
    }),
  );
  const names = new Set([
    ...lost,
    ...faults.flatMap(({ code, found }) => (code === 'cell-unknown-name' && found !== undefined ? [found] : [])),
  ]);
  const stands = (cell: CompiledCell): boolean =>
    !faulty.has(cell) && !cell.code.inputs.some((name) => names.has(name));
  return cells.filter((cell) => stands(cell) && [...ancestors(cell, by)].every(stands));
}

function followsWidth(cells: readonly CompiledCell[]): Set<string> {
  const by = definers(cells);
  const asks = ({ code }: CompiledCell): boolean =>
    [...code.inputs, ...code.libraries].some((name) => FOLLOWS_WIDTH.has(name));
  return new Set(
    cells.filter((cell) => asks(cell) || [...ancestors(cell, by)].some(asks)).map(({ block }) => block.key),
  );
}

function moduleFault(cells: readonly CompiledCell[], error: unknown): NotebookFault {
  const { message } = error instanceof Error ? error : { message: String(error) };
  // The bundler names the path; the cell that names it too is the place.
  const cell =
    cells.find(({ code }) => code.modules.some((path) => message.includes(path))) ??
    cells.find(({ code }) => code.modules.length > 0);
  const said = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim());
  return {
    code: 'cell-module',
    line: cell?.block.line ?? 1,
    column: (cell?.block.indent ?? 0) + 1,
    message: 'A module of the engagement cannot be read.',
    found: cell?.code.modules.join(', ') ?? '',
    hint: 'Name a file in the folder of the engagement, by its path from the page, and correct what is wrong in it.',
    detail: said.join('\n'),
  };
}

/** Headings of columns, where all tables that have the column agree. */
function labelsOf({ tables }: NotebookSource): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { columns } of tables)
    for (const { name, label, unit } of columns) labels[name] ??= unit === undefined ? label : `${label} (${unit})`;
  return labels;
}

/** Columns that the cell itself names, with the one that tells rows apart; all where it names none. */
function namedColumns({ columns, rows }: DataRows, words: ReadonlySet<string>, keys: ReadonlySet<string>): DataRows {
  if (!columns.some(({ name }) => words.has(name))) return { columns, rows };
  const chosen = columns.filter(({ name }) => words.has(name) || keys.has(name));
  return {
    columns: chosen,
    rows: rows.map((row) => Object.fromEntries(chosen.map(({ name }) => [name, row[name] ?? null]))),
  };
}

/**
 * Draws the cells of a page.
 *
 * Faults come back all together: what can be told without running first, then what running found.
 */
export async function drawNotebook(input: NotebookInput): Promise<DrawnNotebook> {
  const { text, file, tables, say, timeLimit = FIVE_SECONDS, without = new Set() } = input;
  const read = readNotebook(text);
  const figures = readFigures(input.figures, chartSource(input), say, without);
  const blocks = once([...read.blocks, ...figures.blocks]);
  if (blocks.length + input.figures.length === 0) return { faults: read.faults };
  const all = blocks.filter(({ kind }) => kind !== 'sample').map((block) => ({ block, ...compileBlock(block, file) }));
  const compiled = all.filter(({ block }) => !without.has(block.key));
  const cells = [...compiled.flatMap(({ cell }) => cell ?? []), ...figures.charts.map(({ cell }) => cell)];
  const given = definers(cells);
  // Whoever reads these is not to blame for it.
  const lost = new Set(
    all
      .filter(({ block, cell }) => cell === undefined || without.has(block.key))
      .flatMap(({ block, cell }) => cell?.code.outputs ?? likelyNames(block))
      .concat(figures.lost)
      .filter((name) => !given.has(name)),
  );
  const faults: NotebookFault[] = [
    ...read.faults,
    ...figures.faults,
    ...compiled.flatMap((one) => one.faults),
    ...graphFaults(cells, new Set(tables.map(({ id }) => id)), input.roi !== undefined),
  ].filter(
    ({ code, line, found = '' }) =>
      !(code === 'cell-unknown-name' && lost.has(found)) &&
      !blocks.some((block) => without.has(block.key) && block.at.line === line && block.kind !== 'value'),
  );
  const running = sound(cells, faults, lost);
  const data = {
    ...dataFor(cells, input),
    figures: Object.fromEntries(figures.charts.map(({ block, carried }) => [block.key, carried])),
  };
  const follows = followsWidth(running);
  const setting = {
    file,
    cells: running,
    data,
    tables,
    aq: arquero,
    locale: input.locale,
    timeZone: input.timeZone,
    timeLimit,
    altOf: ({ attributes }: Block) => (attributes.alt === undefined ? undefined : say(attributes.alt)),
  };
  const libraries = await loadLibraries();
  let loaded: LoadedModules;
  try {
    loaded = await loadModules(input.root, [...new Set(running.flatMap(({ code }) => code.modules))]);
  } catch (error) {
    return { faults: [...faults, moduleFault(running, error)] };
  }
  if (loaded.faults.length > 0) return { faults: [...faults, ...loaded.faults] };
  const { make: modules } = loaded;
  const drawn = await runPage({ ...setting, libraries, modules, width: FORMS[WIDE], form: WIDE });
  faults.push(...drawn.faults);
  if (faults.length > 0) return { faults };

  const results: [CellForm['name'], ReadonlyMap<string, CellResult>][] = [[WIDE, drawn.results]];
  if (follows.size > 0) {
    for (const form of ['middle', 'narrow'] as const) {
      const other = await runPage({ ...setting, libraries, modules, width: FORMS[form], form });
      if (other.faults.length > 0) return { faults: other.faults };
      results.push([form, other.results]);
    }
  }

  const byKey = new Map(running.map((cell) => [cell.block.key, cell]));
  const labels = labelsOf(input);
  const keys = new Set(tables.map(({ key }) => key));
  const rowsBehind = (block: Block): DataRows | undefined => {
    const result = drawn.results.get(dataKey(block.key));
    if (result === undefined) return undefined;
    try {
      return namedColumns(dataRows(result.value, labels), byKey.get(block.key)?.words ?? new Set(), keys);
    } catch (error) {
      faults.push({
        code: 'cell-data',
        ...block.at,
        message: error instanceof Error ? error.message : String(error),
        found: block.attributes.data ?? '',
        hint: 'Name rows: a table, or an array of objects that a cell defines.',
      });
      return undefined;
    }
  };
  const page = {
    data: { ...data, constants: drawn.constants },
    cells: [
      ...blocks
        .filter(({ kind }) => kind !== 'data')
        .map((block) => notebookCell(block, { byKey, results, follows, say, rows: rowsBehind(block) })),
      ...figures.charts.map((chart) => ({
        ...notebookCell(chart.block, { byKey, results, follows, say, rows: rowsBehind(chart.block) ?? chart.rows }),
        figure: chart.figure,
      })),
      // A preview shows a figure's fault in its place.
      ...input.figures
        .filter(({ id }) => without.has(figureKey(id)))
        .map((element) => ({
          ...notebookCell(figureBlock(element), { byKey, results, follows, say, rows: undefined }),
          figure: { id: element.id, noun: 'rows', file: element.id, facts: [] },
        })),
    ],
  };
  return faults.length > 0 ? { faults } : { page, ran: new Set(byKey.keys()), faults };
}

/** A value that stands in several sentences is one cell. */
const once = (blocks: readonly Block[]): Block[] =>
  blocks.filter(
    ({ kind, key }, index) =>
      kind !== 'value' || blocks.findIndex((one) => one.kind === 'value' && one.key === key) === index,
  );

const chartSource = ({ facts, tables, resolve, locale }: NotebookInput): ChartSource => ({
  facts: new Map(facts.map((fact) => [fact.id, fact])),
  tables: new Map(tables.map((table) => [table.id, table])),
  resolve,
  locale,
});

interface Parts {
  readonly byKey: ReadonlyMap<string, CompiledCell>;
  readonly results: readonly (readonly [CellForm['name'], ReadonlyMap<string, CellResult>])[];
  readonly follows: ReadonlySet<string>;
  readonly say: (text: string) => string;
  readonly rows: DataRows | undefined;
}

function notebookCell(block: Block, { byKey, results, follows, say, rows }: Parts): NotebookCell {
  const { key, kind, language, source, attributes } = block;
  const { id, title, alt, caption, hidden, echo } = attributes;
  const cell = byKey.get(key);
  const dataCell = byKey.get(dataKey(key));
  return {
    key,
    kind:
      kind === 'sample' || kind === 'value' || kind === 'figure' ? kind : cell?.isStatic === true ? 'static' : 'live',
    language,
    ...((echo || kind === 'sample') && { source }),
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title: say(title) }),
    ...(alt !== undefined && { alt: say(alt) }),
    ...(caption !== undefined && { caption: say(caption) }),
    hidden,
    ...(rows !== undefined && { rows }),
    forms: results.flatMap(([name, drawn]) =>
      name === WIDE || follows.has(key) ? [{ name, html: drawn.get(key)?.html ?? '' }] : [],
    ),
    ...(cell !== undefined && !cell.isStatic && { code: cell.code }),
    ...(dataCell !== undefined && { dataCode: { ...dataCell.code, autodisplay: false } }),
  };
}
