/** A page of cells for a preview: what is wrong stands with the cell that it concerns, and all others are drawn. */
import type { NotebookPage } from '../schema/notebook.ts';
import { drawNotebook } from './draw-notebook.ts';
import type { NotebookInput } from './draw-notebook.ts';
import { figureBlock } from './figures.ts';
import type { NotebookFault } from './fault.ts';
import { readNotebook } from './read-notebook.ts';
import type { Block } from './read-notebook.ts';

export interface DrawnInPlace {
  /** Absent where a fault belongs to no cell, or where the page has none. */
  readonly page?: Omit<NotebookPage, 'slug'>;
  /** Every fault, those of cells included. */
  readonly faults: readonly NotebookFault[];
  /** Faults by the key of their block. */
  readonly byBlock: ReadonlyMap<string, readonly NotebookFault[]>;
  /** Keys of the blocks that read one with a fault. */
  readonly waiting: ReadonlySet<string>;
}

const OWNER = /^data /;

const lastLine = ({ line, source }: Block): number => line + source.split('\n').length - 1;

/** Blocks that a fault concerns: the first says it, and none of them runs. */
function blocksOf({ module, line, column }: NotebookFault, blocks: readonly Block[]): Block[] {
  if (module !== undefined) {
    const importing = blocks.filter(({ kind, source }) => kind === 'cell' && /^\s*import\b/m.test(source));
    const name = module.file.split('/').at(-1) ?? '';
    // A module may be imported by another one.
    const direct = importing.filter(({ source }) => source.includes(name));
    return [...direct, ...importing.filter((block) => !direct.includes(block))];
  }
  const here = blocks.filter((block) =>
    block.kind === 'value'
      ? block.line === line || (block.at.line === line && block.at.column <= column)
      : block.at.line <= line && line <= lastLine(block),
  );
  // Of several values in a line the last one that begins before the fault.
  return here.filter(({ kind, at }) => kind !== 'value' || at.line < line || at.column <= column).slice(-1);
}

/**
 * Draws what can be drawn: blocks with faults are left out, until the others have none.
 */
export async function drawInPlace(input: NotebookInput): Promise<DrawnInPlace> {
  const blocks = [...readNotebook(input.text).blocks, ...input.figures.map(figureBlock)];
  const byBlock = new Map<string, NotebookFault[]>();
  const without = new Set<string>();
  const told: NotebookFault[] = [];
  for (;;) {
    const { page, ran, faults } = await drawNotebook({ ...input, without });
    told.push(...faults);
    if (faults.length === 0) {
      const idle = blocks.filter(
        ({ key, kind }) =>
          (kind === 'cell' || kind === 'value' || kind === 'figure') && ran?.has(key) === false && !without.has(key),
      );
      return { ...(page && { page }), faults: told, byBlock, waiting: new Set(idle.map(({ key }) => key)) };
    }
    const before = without.size;
    for (const fault of faults) {
      const concerned = blocksOf(fault, blocks).map(({ key }) => key.replace(OWNER, ''));
      const [first] = concerned;
      if (first === undefined) return { faults: told, byBlock, waiting: new Set() };
      byBlock.set(first, [...(byBlock.get(first) ?? []), fault]);
      for (const key of concerned) without.add(key).add(`data ${key}`);
    }
    if (without.size === before) return { faults: told, byBlock, waiting: new Set() };
  }
}
