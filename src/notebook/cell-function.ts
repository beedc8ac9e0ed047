/** Cells as functions of Node, with places in the MDX and without the machine's clock, chance and network. */
import { Script } from 'node:vm';
import type { Window } from 'happy-dom';
import type { CompiledCell } from './compile.ts';
import { DOM_NAMES, domValues } from './libraries.ts';
import type { Libraries } from './libraries.ts';
import { AQ, FIGURE_LIBRARIES, FORBIDDEN, LIBRARIES, moduleName } from './names.ts';

export interface CellScope {
  readonly window: Window;
  readonly libraries: Libraries;
  /** Arquero, for cells that name it. */
  readonly aq: unknown;
  /** Modules of the engagement, by path. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** Whole tables by name. */
  readonly tables: Readonly<Record<string, unknown>>;
}

export type CellFunction = (...inputs: readonly never[]) => unknown;

/**
 * Compiles a cell; the function that comes back makes it for a page's scope.
 *
 * @param file name in stacks: the MDX file
 */
export function cellFactory(cell: CompiledCell, file: string): (scope: CellScope) => CellFunction {
  const { code, isStatic, block, prologue } = cell;
  const { modules: paths } = code;
  const shared = [...LIBRARIES, ...FIGURE_LIBRARIES];
  const names = [...DOM_NAMES, ...shared, AQ, ...paths.map((_, index) => moduleName(index)), ...FORBIDDEN];
  const own = isStatic ? code.inputs : [];
  // The source starts `prologue` lines below the first one of the script.
  const script = new Script(`(function (${names.join(', ')}) { return (${code.body}\n)})`, {
    filename: file,
    lineOffset: block.line - 1 - prologue,
  });
  const make = script.runInThisContext() as (...values: unknown[]) => CellFunction;
  return ({ window, libraries, aq, modules, tables }) => {
    const run = make(
      ...domValues(window),
      ...shared.map((name) => libraries[name]),
      aq,
      ...paths.map((path) => modules[path]),
    );
    if (own.length === 0) return run;
    return (...inputs) =>
      run(...(own.map((name, index) => (Object.hasOwn(tables, name) ? tables[name] : inputs[index])) as never[]));
  };
}

/** Where in the file an error was thrown: the topmost frame in it. */
export function errorSpot(error: unknown, file: string): { line: number; column: number } | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  const at = error.stack.indexOf(`${file}:`);
  const [, line, column] = /^:(\d+):(\d+)/.exec(at < 0 ? '' : error.stack.slice(at + file.length)) ?? [];
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) };
}
