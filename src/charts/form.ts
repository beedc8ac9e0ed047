/**
 * The forms in which a chart is drawn, each for itself: a wide drawing is never scaled down to a
 * telephone. The style sheet shows one of them by the width of the figure; `middle` serves tablets
 * and A4, where 680 px are the full width of the paper.
 */
export type FormName = 'wide' | 'middle' | 'narrow';

export interface Form {
  readonly name: FormName;
  /** Width of the drawing in CSS pixels. */
  readonly width: number;
  /** Fewer ticks, shorter labels. */
  readonly narrow: boolean;
}

export const wide: Form = { name: 'wide', width: 948, narrow: false };
export const middle: Form = { name: 'middle', width: 680, narrow: false };
export const narrow: Form = { name: 'narrow', width: 350, narrow: true };

export const FORMS: readonly Form[] = [wide, middle, narrow];

/** The form that suits this width, drawn for it; up to a limit, beyond which more room does not help. */
export function formOf(width: number): Form {
  if (width >= 900) return { ...wide, width: Math.min(width, wide.width) };
  if (width >= 640) return { ...middle, width: Math.min(width, 760) };
  return { ...narrow, width: Math.min(width, 440) };
}
