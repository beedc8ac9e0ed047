/** The same records as the proof strip, sorted by outcome, with a count under each group. */
import type { Markish } from '@observablehq/plot';
import type { Drawing, Mark } from './drawing.ts';
import type { Form } from './form.ts';
import { outcomeCounts, stripMarks } from './strip.ts';
import type { OutcomeMark, PlacedMark, StripData } from './strip.ts';
import { colour, label, textWidth } from './style.ts';

const TOP = 2;
const BOTTOM = 28;
const LINE = 21;
const FIGURE_GAP = 5;

interface Group {
  readonly label: string;
  readonly mark: OutcomeMark;
  readonly count: number;
  readonly left: number;
  readonly right: number;
}

function place(data: StripData, width: number, gap: number): { groups: Group[]; marks: PlacedMark[] } {
  const counts = outcomeCounts(data);
  const shown = counts.filter((count) => count > 0).length;
  const total = data.records.length;
  const pitch = (width - gap * Math.max(0, shown - 1)) / Math.max(1, total);
  let x = 0;
  const marks: PlacedMark[] = [];
  const groups = data.outcomes.flatMap((outcome, index): Group[] => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const left = x;
    for (let mark = 0; mark < count; mark += 1) {
      const inset = pitch * 0.16;
      marks.push({ x1: x + inset, x2: x + pitch - inset, mark: outcome.mark });
      x += pitch;
    }
    const group = { ...outcome, count, left: left + pitch * 0.16, right: x - pitch * 0.16 };
    x += gap;
    return [group];
  });
  return { groups, marks };
}

interface Caption extends Group {
  readonly x: number;
  readonly y: number;
}

const size = 14;
const captionWidth = ({ count, label: name }: Group): number =>
  textWidth(String(count), size) + FIGURE_GAP + textWidth(name, size);

/** Captions on one line under their groups, from the right; undefined when they do not fit. */
function inLine(groups: readonly Group[]): Caption[] | undefined {
  let limit = Infinity;
  const captions: Caption[] = [];
  for (const [index, group] of [...groups.entries()].reverse()) {
    const room = captionWidth(group);
    const x = index === 0 ? group.left : Math.max(0, Math.min(group.right, limit) - room);
    if (x + room > limit) return undefined;
    captions.unshift({ ...group, x, y: BOTTOM + 8 });
    limit = x - 14;
  }
  return captions;
}

function captionMarks(captions: readonly Caption[]): Markish[] {
  const fill = ({ mark }: Caption) => (mark === 'late' ? colour.red : colour.ink);
  const shared = { y: 'y', textAnchor: 'start', lineAnchor: 'top', fontSize: size } as const;
  return [
    label(captions, { ...shared, x: 'x', text: (c: Caption) => String(c.count), fill, fontWeight: 600 }),
    label(captions, {
      ...shared,
      x: (c: Caption) => c.x + textWidth(String(c.count), size) + FIGURE_GAP,
      text: 'label',
      fill: (c: Caption) => (c.mark === 'late' ? colour.red : colour.ink2),
    }),
  ];
}

/** Records in the order of the marks: by outcome, and the hollow ones last. */
function inDrawnOrder({ outcomes: kinds, records }: StripData): Mark[] {
  const sorted = kinds.flatMap((kind, index) =>
    records.filter(({ outcome }) => outcome === index).map(({ key }) => ({ key, kind })),
  );
  return [false, true].flatMap((hollow) =>
    sorted.flatMap(({ key, kind }, turn) =>
      (kind.mark === 'hollow') === hollow ? [{ name: key, text: kind.label, turn }] : [],
    ),
  );
}

/** Draws records by outcome. Up to about two hundred have a mark of their own that can be seen. */
export function outcomes(data: StripData, form: Form): Drawing {
  const { width, narrow } = form;
  const { groups, marks } = place(data, width, narrow ? 6 : 18);
  const oneLine = narrow ? undefined : inLine(groups);
  const captions = oneLine ?? groups.map((group, index): Caption => ({ ...group, x: 0, y: BOTTOM + 8 + index * LINE }));
  return {
    options: {
      width,
      height: BOTTOM + 8 + (oneLine === undefined ? groups.length : 1) * LINE,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [...stripMarks(marks, TOP, BOTTOM), ...captionMarks(captions)],
    },
    asides: [],
    marks: inDrawnOrder(data),
  };
}
