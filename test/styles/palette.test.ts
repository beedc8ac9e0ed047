import { describe, expect, test } from 'vitest';
import { PALETTE, paletteCss } from '../../src/styles/palette.ts';
import type { Theme } from '../../src/styles/palette.ts';

/** Contrast ratio of WCAG 2.2 between two sRGB colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
    const [red = 0, green = 0, blue = 0] = channels.map((c) =>
      c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const themes: readonly Theme[] = ['light', 'dark'];

describe.each(themes)('%s', (theme) => {
  const of = (name: keyof typeof PALETTE): string => PALETTE[name][theme];

  test.each(['ink', 'ink2', 'ink3', 'link', 'red', 'string'] as const)('%s is legible on paper and on tint', (name) => {
    expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(5.6);
    expect(contrast(of(name), of('tint'))).toBeGreaterThanOrEqual(5.6);
  });

  test('ink is legible on the highlighter and in the well', () => {
    expect(contrast(of('ink'), of('highlight'))).toBeGreaterThanOrEqual(7);
    expect(contrast(of('ink'), of('well'))).toBeGreaterThanOrEqual(7);
  });

  test.each(['edge', 'rest', 'late', 'later', 'cat1', 'cat2', 'cat3', 'cat4', 'cat5', 'cat6', 'blue-mid'] as const)(
    '%s stands out as a mark',
    (name) => {
      // Two greys and the ochre sit at 3 to 1 by design; their published ratios are rounded.
      expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(2.95);
    },
  );
});

test('the published ratios of the light text colours come out', () => {
  const { ink, ink2, ink3, link, red, paper } = PALETTE;
  expect([ink, ink2, ink3, link, red].map(({ light }) => Math.round(contrast(light, paper.light) * 10) / 10)).toEqual([
    15.9, 8.3, 6.1, 7.9, 6.2,
  ]);
});

test('print is light on white whatever the theme', () => {
  const css = paletteCss();
  expect(css).toContain('@media print{:root{--paper:#FFFFFF}}');
  expect(css.match(/@media screen[^{]*\{:root/g)).toHaveLength(2);
});
