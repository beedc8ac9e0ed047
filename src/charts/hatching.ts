/** Hatching for what is supposed, not counted: strokes cut to their rectangle, so that no pattern needs an id. */

export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Rising diagonals inside a rectangle, `step` pixels apart along x, on a grid that starts at x = 0. */
export function hatching(left: number, right: number, top: number, bottom: number, step: number): Stroke[] {
  const height = bottom - top;
  if (!(right > left) || !(height > 0)) return [];
  const strokes: Stroke[] = [];
  // A stroke that meets the bottom at x = foot meets the top at foot + height.
  for (let foot = Math.floor((left - height) / step) * step; foot < right; foot += step) {
    const x1 = Math.max(foot, left);
    const x2 = Math.min(foot + height, right);
    if (x2 - x1 > 0.5) strokes.push({ x1, y1: bottom - (x1 - foot), x2, y2: bottom - (x2 - foot) });
  }
  return strokes;
}

/** The strokes as the data of one path. */
export const strokePath = (strokes: readonly Stroke[]): string =>
  strokes.map(({ x1, y1, x2, y2 }) => `M${x1},${y1}L${x2},${y2}`).join('');
