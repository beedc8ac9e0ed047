import { expect, test } from 'vitest';
import { amounts } from '../../src/charts/amounts.ts';
import { narrow } from '../../src/charts/form.ts';
import { draw } from '../../src/notebook/draw.ts';

// One drawing in full, so that a change of every drawing is seen; the others are held by what they must contain.
test('a drawing, to the letter', () => {
  const { options } = amounts(
    [
      { label: 'Customer input', detail: '', value: 30, text: '30 h', hatched: false },
      { label: 'Undetermined', detail: '', value: 8, text: '8 h', hatched: true },
    ],
    narrow,
  );
  expect(draw(options, 'Two bars').replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<svg class="chart" fill="currentColor" font-family="system-ui, sans-serif" font-size="10" text-anchor="middle" width="350" height="116" viewBox="0 0 350 116" role="img" aria-label="Two bars">
    <g class="marks" fill="var(--blue)">
    <rect x="0" y="27" width="301.2" height="18">
    </rect>
    </g>
    <path d="M0,91L6,85M0,97L12,85M0,103L18,85M6,103L24,85M12,103L30,85M18,103L36,85M24,103L42,85M30,103L48,85M36,103L54,85M42,103L60,85M48,103L66,85M54,103L72,85M60,103L78,85M66,103L80.32,88.68M72,103L80.32,94.68M78,103L80.32,100.68" fill="none" stroke="var(--blue)" stroke-width="1.25">
    </path>
    <g class="marks" fill="none" stroke="var(--blue)">
    <rect x="0" y="85" width="80.32" height="18">
    </rect>
    </g>
    <g stroke="var(--ink)">
    <line x1="0" x2="0" y1="0" y2="116">
    </line>
    </g>
    <g fill="var(--ink)" stroke="var(--paper)" stroke-width="5" stroke-linejoin="round" paint-order="stroke" text-anchor="start" font-size="15" transform="translate(8,0)">
    <text y="0.43em" transform="translate(0,12)">Customer input</text>
    <text y="0.43em" transform="translate(0,70)">Undetermined</text>
    </g>
    <g fill="var(--ink)" stroke="var(--paper)" stroke-width="5" stroke-linejoin="round" paint-order="stroke" text-anchor="start" font-size="15" font-weight="600" transform="translate(9,0)">
    <text y="0.43em" transform="translate(301.2,36)">30 h</text>
    <text y="0.43em" transform="translate(80.32,94)">8 h</text>
    </g>
    </svg>"
  `);
});
