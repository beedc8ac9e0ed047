/** What a cell costs at build: the notebooks of an engagement drawn again, from its bundle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResolver } from '../core/reference.ts';
import { roiReferences } from '../core/roi-references.ts';
import { givenValues } from '../core/given.ts';
import { figuresOf } from '../pipeline/notebooks.ts';
import { Lines } from '../pipeline/prose/place.ts';
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
  const bundle = readBundle(root, id);
  const { notebooks, pages, tables, facts, roi, engagement } = bundle;
  const resolve = createResolver({
    facts,
    given: givenValues(bundle),
    roi: roi === undefined ? [] : roiReferences(roi),
    locale: engagement.locale,
  });
  const cells = notebooks.flatMap((notebook) => notebook.cells).filter(({ kind }) => kind !== 'sample').length;
  const times: number[] = [];
  // The first run loads the libraries.
  for (let run = 0; run <= RUNS; run += 1) {
    const started = performance.now();
    for (const { slug } of notebooks) {
      const file = pages.find((page) => page.slug === slug)?.file ?? '';
      const text = readFileSync(join(root, file), 'utf8');
      await drawNotebook({
        root,
        text,
        file,
        figures: figuresOf(text, new Lines(file, text)) ?? [],
        resolve,
        tables,
        facts,
        roi,
        locale: engagement.locale,
        timeZone: engagement.calendar.time_zone,
        say: (words) => words,
      });
    }
    if (run > 0) times.push(performance.now() - started);
  }
  return { cells, milliseconds: times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Number.NaN };
}
