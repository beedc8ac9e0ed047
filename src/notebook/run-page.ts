/** One run of a page's cells, in a window of its own. */
import type { CellForm, NotebookData } from '../schema/notebook.ts';
import type { Table } from '../schema/table.ts';
import { cellFactory, errorSpot } from './cell-function.ts';
import type { CellFunction } from './cell-function.ts';
import type { CompiledCell } from './compile.ts';
import type { NotebookFault } from './fault.ts';
import { ancestors, definers } from './graph.ts';
import type { Libraries } from './libraries.ts';
import type { MakeModules, Modules } from './load-modules.ts';
import type { Block } from './read-notebook.ts';
import { decodeConstant, encodeConstant, rowsOf } from './runtime/data.ts';
import { namelessControls } from './nameless.ts';
import { ship } from './ship.ts';
import { suffixIds } from './suffix-ids.ts';
import { createWindow } from './window.ts';

export interface PageRun {
  readonly file: string;
  readonly cells: readonly CompiledCell[];
  readonly data: NotebookData;
  /** In full, for cells that run at build alone. */
  readonly tables: readonly Table[];
  readonly aq: unknown;
  readonly locale: string;
  readonly timeZone: string;
  readonly altOf: (block: Block) => string | undefined;
  readonly libraries: (window: ReturnType<typeof createWindow>) => Libraries;
  readonly modules: MakeModules;
  readonly form: CellForm['name'];
  /** Of a cell, in CSS pixels. */
  readonly width: number;
  /** In milliseconds. */
  readonly timeLimit: number;
}

export interface CellResult {
  readonly html: string;
  readonly value: unknown;
}

export interface PageResult {
  readonly results: ReadonlyMap<string, CellResult>;
  /** What cells with Arquero defined, as JSON. */
  readonly constants: NotebookData['constants'];
  readonly faults: readonly NotebookFault[];
}

/** Turns without anything pending after which a page has settled. */
const QUIET = 3;
/** A cell that gives more values than this by itself is an animation. */
const RESTLESS = 100;

const startOf = ({ block }: CompiledCell): { line: number; column: number } =>
  block.kind === 'cell' ? { line: block.line, column: block.indent + 1 } : block.at;

/** An Arquero table as rows; anything else as it is. What leaves here is what JSON can hold. */
function plain(value: unknown): unknown {
  const rows =
    typeof value === 'object' && value !== null && 'objects' in value && typeof value.objects === 'function'
      ? (value.objects as () => unknown)()
      : value;
  return decodeConstant(JSON.parse(JSON.stringify(encodeConstant(rows ?? null))));
}

function thrown(cell: CompiledCell, error: unknown, file: string): NotebookFault {
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'Error', message: String(error), stack: undefined };
  return {
    code: 'cell-threw',
    ...(errorSpot(error, file) ?? startOf(cell)),
    message: `The cell stopped: ${message}${/[.?!]$/.test(message) ? '' : '.'}`,
    found: name,
    hint: 'Correct the cell: its output stands in the report before any script runs.',
    ...(stack !== undefined && { detail: stack }),
  };
}

/** Errors of cells; one that only hands on what it read is not told again. */
function roots(
  errors: ReadonlyMap<CompiledCell, unknown>,
  cells: readonly CompiledCell[],
  file: string,
): NotebookFault[] {
  const by = definers(cells);
  return [...errors]
    .filter(([cell]) => ![...ancestors(cell, by)].some((other) => errors.has(other)))
    .map(([cell, error]) => thrown(cell, error, file));
}

/** Runs the cells until nothing moves any more, and takes down what each shows. */
export async function runPage({
  file,
  cells,
  data,
  tables,
  aq,
  locale,
  timeZone,
  altOf,
  libraries: load,
  modules,
  form,
  width,
  timeLimit,
}: PageRun): Promise<PageResult> {
  const window = createWindow(width);
  const libraries = load(window);
  const { document } = window;
  libraries.setStage({ width: () => width, dark: () => false, locale, timeZone, watch: () => () => undefined });
  const whole = Object.fromEntries(tables.map((table) => [table.id, rowsOf(ship(table, () => true))]));
  let made: Modules;
  try {
    made = modules(window);
  } catch (error) {
    const importing = cells.find(({ code }) => code.modules.length > 0);
    const found = importing === undefined ? [] : [thrown(importing, error, file)];
    return { results: new Map(), constants: {}, faults: found };
  }
  const scope = { window, libraries, aq, modules: made, tables: whole };

  const pending = new Set(cells);
  const errors = new Map<CompiledCell, unknown>();
  const values = new Map<CompiledCell, unknown>();
  const given = new Map<CompiledCell, number>();
  const constants: Record<string, string> = {};
  const elements = new Map(
    cells.map((cell) => [cell, document.createElement(cell.block.kind === 'value' ? 'span' : 'div')]),
  );
  document.body.append(...elements.values());

  const settle = (cell: CompiledCell, run: CellFunction): CellFunction => {
    if (!cell.isStatic) return run;
    return async (...inputs) => {
      const result = await run(...inputs);
      if (cell.code.outputs.length === 0) return result;
      const own = Object.entries(result as Record<string, unknown>).map(
        ([name, value]) => [name, plain(value)] as const,
      );
      for (const [name, value] of own) constants[name] = JSON.stringify(encodeConstant(value));
      return Object.fromEntries(own);
    };
  };
  const live = cells.map((cell) => {
    const root = elements.get(cell) as unknown as HTMLElement;
    const runs = {
      ...cell.code,
      key: cell.block.key,
      inline: cell.block.kind === 'value',
      autodisplay: cell.code.autodisplay && cell.block.kind !== 'data',
      body: settle(cell, cellFactory(cell, file)(scope)),
    };
    const count = (): void => {
      given.set(cell, (given.get(cell) ?? 0) + 1);
    };
    const host = {
      root,
      gave: count,
      pending: () => pending.add(cell),
      fulfilled(value: unknown) {
        values.set(cell, value);
        count();
        errors.delete(cell);
        pending.delete(cell);
      },
      rejected(error: unknown) {
        errors.set(cell, error);
        pending.delete(cell);
      },
      displayed: () => undefined,
      adopt: () => undefined,
    };
    return [runs, host] as const;
  });
  const running = libraries.runCells(live, libraries.namesOf(data));

  const faults: NotebookFault[] = [];
  const deadline = performance.now() + timeLimit;
  const restless = (): CompiledCell[] => cells.filter((cell) => (given.get(cell) ?? 0) > RESTLESS);
  const valuesGiven = (): number => [...given.values()].reduce((sum, count) => sum + count, 0);
  for (let quiet = 0, before = 0; quiet < QUIET && performance.now() < deadline && restless().length === 0;) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = valuesGiven();
    quiet = pending.size === 0 && now === before ? quiet + 1 : 0;
    before = now;
  }
  const by = definers(cells);
  const waiting = [...pending].filter((cell) => ![...ancestors(cell, by)].some((other) => pending.has(other)));
  faults.push(
    ...roots(errors, cells, file),
    ...waiting.map((cell): NotebookFault => ({
      code: 'cell-never-settles',
      ...startOf(cell),
      message: `The cell has no value after ${timeLimit / 1000} s.`,
      expected: 'a value that comes by itself, with each input at its default',
      hint: 'A promise has to resolve, and a generator to yield, without a reader who does something first.',
    })),
    ...restless().map((cell): NotebookFault => ({
      code: 'cell-restless',
      ...startOf(cell),
      message: 'The cell keeps changing by itself.',
      expected: 'one value at the start',
      hint: 'Yield once, and again only when an input changes: paper shows one state.',
    })),
  );

  const results = new Map<string, CellResult>();
  for (const cell of cells) {
    const root = elements.get(cell) as unknown as HTMLElement;
    libraries.describe(root, altOf(cell.block));
    libraries.reflectInputs(root);
    if (
      faults.length === 0 &&
      cell.block.kind === 'cell' &&
      libraries.undescribed(root).some((drawing) => drawing.getAttribute('aria-hidden') !== 'true')
    ) {
      faults.push({
        code: 'cell-without-alternative',
        ...cell.block.at,
        message: 'The drawing has no text alternative.',
        expected: 'alt="…" in the line of the fence',
        hint: 'Say in alt what the drawing shows, for those who cannot see it; or give the drawing an ariaLabel.',
      });
    }
    const [nameless] = namelessControls(root);
    if (faults.length === 0 && nameless !== undefined) {
      faults.push({
        code: 'cell-input-without-label',
        ...startOf(cell),
        message: 'An input has no label.',
        found: nameless,
        expected: 'label: "…" among the options of the input',
        hint: 'Say what it changes: who cannot see the page hears the label and nothing else.',
      });
    }
    if (form !== 'wide') suffixIds(root, form);
    results.set(cell.block.key, { html: root.innerHTML, value: values.get(cell) });
  }
  running.dispose();
  void window.happyDOM.close();
  return { results, constants, faults };
}
