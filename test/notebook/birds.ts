/** A small table, and pages drawn over it. */
import { join } from 'node:path';
import { drawNotebook } from '../../src/notebook/draw-notebook.ts';
import type { DrawnNotebook } from '../../src/notebook/draw-notebook.ts';
import { createResolver } from '../../src/core/reference.ts';
import type { FigureElement } from '../../src/notebook/figures.ts';
import type { Fact } from '../../src/schema/fact.ts';
import type { Table } from '../../src/schema/table.ts';

const column = (
  name: string,
  type: Table['columns'][number]['type'],
  kind: Table['columns'][number]['class'] = 'public',
) => ({
  name,
  label: name[0]!.toUpperCase() + name.slice(1),
  type,
  class: kind,
});

export const birds: Table = {
  id: 'birds',
  title: 'Birds',
  scope: 'sample',
  key: 'ring',
  sources: [],
  loader: 'loaders/aviary/birds.table.ts',
  columns: [
    column('ring', 'text'),
    column('island', 'text'),
    column('mass', 'number'),
    column('wing', 'number'),
    column('seen', 'date'),
    column('keeper', 'text', 'internal'),
  ],
  rows: [
    ['b1', 'north', 2, 18, '2026-03-01'],
    ['b2', 'north', 4, 21, '2026-03-02'],
    ['b3', 'south', 5, 24, '2026-03-02'],
    ['b4', 'south', 7, 23, '2026-03-05'],
    ['b5', 'south', 3, null, '2026-03-09'],
  ].map(([ring = '', island = '', mass = 0, wing = null, seen = '']) => ({
    ring,
    island,
    mass,
    wing,
    seen,
    keeper: 'K. Nobody',
  })),
};

export const fact = (id: string, value: number): Fact => ({
  id,
  label: id,
  definition: id,
  kind: 'count',
  value,
  unit: 'birds',
  parameters: {},
  table: 'birds',
  scope: 'sample',
  rows: [],
  population: [],
  show: [],
  check: 'birds',
  file: 'loaders/aviary/birds.check.ts',
  line: 1,
});

const facts = [fact('birds.heavy', 2), fact('birds.light', 3)];

/** Draws a page of cells over the birds. */
export const drawBirds = (
  text: string,
  timeLimit = 2000,
  figures: readonly FigureElement[] = [],
): Promise<DrawnNotebook> =>
  drawNotebook({
    text,
    figures,
    resolve: createResolver({ facts, given: new Map<string, never>(), roi: [] }),
    root: join(import.meta.dirname, '..', 'fixtures', 'notebook'),
    file: 'content/aviary/page.mdx',
    tables: [birds],
    facts,
    locale: 'en',
    timeZone: 'Europe/Berlin',
    say: (words) => words,
    timeLimit,
  });

/** Fenced blocks with these contents. */
export const cells = (...sources: readonly string[]): string =>
  sources.map((source) => `\`\`\`js\n${source}\n\`\`\`\n`).join('\n');

/** What each cell of a page shows, as text. */
export const shown = ({ page, faults }: DrawnNotebook): string[] => {
  if (faults.length > 0) throw new Error(JSON.stringify(faults, null, 1));
  return page!.cells.map(({ forms }) =>
    (forms[0]?.html ?? '')
      .replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};
