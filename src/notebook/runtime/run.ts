/** A page of cells, running. */
import { Runtime } from '@observablehq/runtime';
import type { Module } from '@observablehq/runtime';
import { defineCell } from './define.ts';
import type { CellHost, LiveCell } from './define.ts';
import { dark, width } from './stage.ts';

export interface Running {
  readonly module: Module;
  dispose(): void;
}

/** A name that no cell defines is one of the browser: the build has refused all others. */
const globalOf = (name: string): unknown => (globalThis as unknown as Record<string, unknown>)[name];

/**
 * Starts cells; they run in the order of their dependencies.
 *
 * @param cells each with what surrounds it
 * @param names tables, facts and constants by name
 */
export function runCells(
  cells: readonly (readonly [cell: LiveCell, host: CellHost])[],
  names: ReadonlyMap<string, unknown>,
): Running {
  const runtime = new Runtime({}, globalOf);
  const module = runtime.module();
  for (const [name, value] of names) module.define(name, [], () => value);
  module.define('width', [], width);
  module.define('dark', [], dark);
  for (const [cell, host] of cells) defineCell(module, cell, host);
  return { module, dispose: () => runtime.dispose() };
}
