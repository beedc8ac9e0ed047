import { dot, plot, ruleX } from '@observablehq/plot';
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/notebook/draw.ts';

const options = { width: 200, height: 80, marks: [ruleX([0]), dot([1, 2, 3], { x: (value: number) => value })] };

describe('draw', () => {
  test('the same options give the same text, whatever was drawn between', () => {
    const first = draw(options, 'Three dots');
    draw({ marks: [dot([1], { x: 0, clip: 'frame' })] }, 'another');
    expect(draw(options, 'Three dots')).toBe(first);
  });

  test('is one picture with one text alternative', () => {
    const svg = draw(options, 'Three dots');
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Three dots">/);
    expect(svg.match(/aria-/g)).toHaveLength(1);
    expect(svg).not.toContain('<style');
  });

  test('words are text, in the drawing and in its alternative', () => {
    const svg = draw({ marks: [dot([1], { x: 0, title: () => '</svg><script>x</script>' })] }, '"><script>y</script>');
    expect(svg).not.toContain('</svg><script>');
    expect(svg).not.toContain('"><script>');
  });

  test('coordinates are short', () => {
    expect(draw(options, 'x')).not.toMatch(/\d\.\d{3,}/);
  });

  test('needs no global document', () => {
    expect(typeof document).toBe('undefined');
    expect(() => plot({})).toThrow();
  });

  test('a legend or a caption of Plot is no chart of ours', () => {
    expect(() => draw({ ...options, caption: 'no' }, 'x')).toThrow(/one SVG element/);
  });
});
