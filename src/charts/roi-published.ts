/** The published version beside a reader's: a thin line under each bar, and the published amount under the reader's. */
import type { Markish } from '@observablehq/plot';
import { AXIS_SIZE, colour } from './style.ts';

interface PublishedRow {
  /** Centre line of the row, in pixels. */
  readonly y: number;
  /** In the unit of the `x` scale. */
  readonly was?: { readonly from: number; readonly to: number; readonly text: string | undefined };
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * One mark for all rows: a slider redraws it with every move.
 *
 * @param right width of the column of amounts
 */
export const publishedMarks =
  (rows: readonly PublishedRow[], right: number): Markish =>
  (_index, { x }, _values, { width, marginRight }, { document }) => {
    const place = (value: number): number => Math.round(Number(x?.(value) ?? 0) * 10) / 10;
    const group = document.createElementNS(SVG, 'g');
    group.setAttribute('class', 'published');
    const lines = document.createElementNS(SVG, 'path');
    lines.setAttribute(
      'd',
      rows.flatMap(({ y, was }) => (was ? [`M${place(was.from)},${y + 7.5}H${place(was.to)}`] : [])).join(''),
    );
    lines.setAttribute('stroke', colour.ink3);
    lines.setAttribute('stroke-width', '3');
    group.append(lines);
    for (const { y, was } of rows) {
      if (was?.text === undefined) continue;
      const text = document.createElementNS(SVG, 'text');
      text.setAttribute('x', String(width - marginRight + right));
      text.setAttribute('y', String(y + 13));
      text.setAttribute('text-anchor', 'end');
      text.setAttribute('font-size', String(AXIS_SIZE));
      text.setAttribute('fill', colour.ink3);
      text.textContent = was.text;
      group.append(text);
    }
    return group;
  };
