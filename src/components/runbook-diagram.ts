/** Alert against runbook as a drawing: signals in the middle, the queue that is alerted at the left, the one the runbook names at the right. */
import type { RunbookRow } from './runbook-map.ts';

export const WIDTH = 1148;
const ROW = 58;
const TOP = 46;
/** Where a queue's name ends at the left, where the signals stand, where a name begins at the right. */
const LEFT = 210;
const SIGNAL = { from: 380, to: 768 } as const;
const RIGHT = 938;
const CHARACTERS = 54;

export interface DiagramQueue {
  readonly name: string;
  readonly side: 'alert' | 'runbook';
  readonly x: number;
  readonly y: number;
}

export interface DiagramSignal {
  readonly id: string;
  readonly lines: readonly string[];
  readonly y: number;
  readonly verdict: RunbookRow['verdict'];
  /** Ways to the queues; a side that names nobody ends in a hollow mark. */
  readonly links: readonly { readonly side: 'alert' | 'runbook'; readonly path: string }[];
  readonly hollow: readonly { readonly x: number; readonly y: number }[];
}

export interface Diagram {
  readonly height: number;
  readonly queues: readonly DiagramQueue[];
  readonly signals: readonly DiagramSignal[];
  /** What the drawing says, for those who do not see it; the table says it signal by signal. */
  readonly alternative: string;
}

/** Words of a text in lines of about equal measure, two at the most before the last one grows. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const middle = round((x1 + x2) / 2);
  return `M${x1} ${round(y1)}C${middle} ${round(y1)} ${middle} ${round(y2)} ${x2} ${round(y2)}`;
};

/** Queues of one side in the order in which signals name them, spread over the height. */
function side(
  rows: readonly RunbookRow[],
  of: 'alert' | 'runbook',
  height: number,
): Map<string, { x: number; y: number }> {
  const names = [...new Set(rows.flatMap((row) => row[of] ?? []))];
  const step = (height - TOP) / Math.max(1, names.length);
  return new Map(
    names.map((name, index) => [name, { x: of === 'alert' ? LEFT : RIGHT, y: round(TOP + step * (index + 0.5)) }]),
  );
}

/** @param signalOf text of a signal with its numbers in place */
export function runbookDiagram(rows: readonly RunbookRow[], signalOf: (row: RunbookRow) => string): Diagram {
  const height = TOP + rows.length * ROW;
  const sides = { alert: side(rows, 'alert', height), runbook: side(rows, 'runbook', height) };
  const signals = rows.map((row, index): DiagramSignal => {
    const y = TOP + ROW * (index + 0.5);
    const ends = (['alert', 'runbook'] as const).map((of) => {
      const from = of === 'alert' ? SIGNAL.from - 14 : SIGNAL.to + 14;
      const name = row[of];
      return { of, from, to: name === undefined ? undefined : sides[of].get(name) };
    });
    return {
      id: row.entry.id,
      lines: wrapped(signalOf(row)),
      y,
      verdict: row.verdict,
      links: ends.flatMap(({ of, from, to }) =>
        to === undefined ? [] : [{ side: of, path: curve(from, y, to.x + (of === 'alert' ? 14 : -14), to.y) }],
      ),
      hollow: ends.flatMap(({ from, to }) => (to === undefined ? [{ x: from, y }] : [])),
    };
  });
  const queues = (['alert', 'runbook'] as const).flatMap((of) =>
    [...sides[of]].map(([name, place]): DiagramQueue => ({ name, side: of, ...place })),
  );
  const number = (verdict: RunbookRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    height,
    queues,
    signals,
    alternative: `Signals between the queue that is alerted and the queue that the runbook names: ${number('agrees')} agree, ${number('conflict')} conflict, ${number('unowned')} are named by one side or by none. The table names each.`,
  };
}
