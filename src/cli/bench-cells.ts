/** What a cell costs at build: the notebooks of an engagement drawn again, from its bundle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawNotebook } from '../notebook/draw-notebook.ts';
import { readBundle } from '../pipeline/read-bundle.ts';

export interface CellMeasure {
  /** Cells and inline values that run. */
  readonly cells: number;
  /** For all of them, in every width that they ask for; libraries are loaded before. */
  readonly milliseconds: number;
}

const RUNS = 5;

/** @param id of an engagement that was built before */
export async function measureCells(root: string, id: string): Promise<CellMeasure> {
  const { notebooks, pages, tables, facts, roi, engagement } = readBundle(root, id);
  const cells = notebooks.flatMap((notebook) => notebook.cells).filter(({ kind }) => kind !== 'sample').length;
  const times: number[] = [];
  // The first run loads the libraries.
  for (let run = 0; run <= RUNS; run += 1) {
    const started = performance.now();
    for (const { slug } of notebooks) {
      const file = pages.find((page) => page.slug === slug)?.file ?? '';
      await drawNotebook({
        root,
        text: readFileSync(join(root, file), 'utf8'),
        file,
        tables,
        facts,
        roi,
        locale: engagement.locale,
        timeZone: engagement.calendar.time_zone,
        say: (text) => text,
      });
    }
    if (run > 0) times.push(performance.now() - started);
  }
  return { cells, milliseconds: times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Number.NaN };
}
