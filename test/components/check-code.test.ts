import { describe, expect, test } from 'vitest';
import { checkView, homeOfCheck, statementLines } from '../../src/components/check-code.ts';
import { codeMarker } from '../../src/components/code-marker.ts';
import { sampleBundle } from './bundle.ts';

const CODE = [
  'export default check({', // 1
  '  facts: () => [',
  "    fact.share('wait.late', {", // 3
  '      of: records,',
  '',
  '    }),', // 6
  "    fact.count('wait.one'),", // 7
  "    fact.count('wait.early',", // 8
  '      records),',
  '  ],', // 10
  '});',
];

describe('statement', () => {
  test.each([
    [3, [3, 4, 5, 6]],
    [7, [7]],
    [8, [8, 9]],
    [1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ])('that begins in line %i ends where it is closed', (from, lines) => {
    expect(statementLines(CODE, from)).toEqual(lines);
  });
});

describe('check', () => {
  const sample = sampleBundle();
  const [check] = sample.checks;
  const [late, early] = sample.facts;
  if (check === undefined || late === undefined || early === undefined)
    throw new Error('the sample has a check and two facts');

  test('the lines that state facts are those of this check alone', () => {
    const view = checkView(sample, 'delay');
    expect(view.lines).toEqual([
      { states: false, shown: true, gap: false },
      { states: true, shown: true, gap: false },
    ]);
    expect(view.code).toBe('one\ntwo');
    expect(view.digests).toEqual(['0123456789abcdef'.repeat(4)]);
  });

  test('a long one folds to the statements that the page is about', () => {
    const code = [...CODE, ...Array.from({ length: 40 }, () => '// more')].join('\n');
    const bundle = {
      ...sample,
      checks: [{ ...check, code, facts: ['wait.early', 'wait.late'] }],
      facts: [
        { ...late, line: 3 },
        { ...early, check: 'delay', line: 8 },
      ],
    };
    const shown = (about: readonly string[]): number[] =>
      checkView(bundle, 'delay', about).lines.flatMap((line, index) => (line.shown ? [index + 1] : []));
    expect(shown(['wait.late', 'wait.early'])).toEqual([3, 4, 5, 6, 8, 9]);
    expect(shown(['some.other'])).toEqual([3, 4, 5, 6, 8, 9]);
    expect(shown([])).toEqual([]);
    const view = checkView(bundle, 'delay', ['wait.late', 'wait.early']);
    expect(view.folded).toBe(true);
    expect(view.lines.flatMap(({ gap }, index) => (gap ? [index + 1] : []))).toEqual([8]);
    expect(checkView(bundle, 'delay', ['wait.late']).facts).toEqual(['wait.late', 'wait.early']);
  });

  test('its home is the finding that names it', () => {
    expect(homeOfCheck(sample, 'delay')?.slug).toBe('late');
    expect(homeOfCheck(sample, 'other')).toBeUndefined();
  });

  test('an unknown check is refused', () => {
    expect(() => checkView(sample, 'none')).toThrow('There is no check "none"');
  });
});

describe('marker', () => {
  const marker = codeMarker([
    { states: true, shown: true, gap: true },
    { states: false, shown: false, gap: false },
  ]);
  const line = (
    number: number,
    children: { type: string; properties?: Record<string, unknown>; children?: { type: string }[] }[] = [],
  ) => {
    const node = { properties: {} as Record<string, unknown>, children };
    marker.line(node, number);
    return node;
  };

  test('lines carry their number and their marks', () => {
    expect(line(1).properties).toEqual({ class: 'line states gap', 'data-line': '1' });
    expect(line(2).properties).toEqual({ class: 'line rest', 'data-line': '2' });
  });

  test('words carry a class, and those of no kind give way to their text', () => {
    const keyword = {
      properties: { style: 'color:var(--astro-code-token-keyword)' } as Record<string, unknown>,
      children: [],
    };
    marker.span(keyword);
    expect(keyword.properties).toEqual({ class: 'k' });
    const plain = {
      type: 'element',
      properties: { style: 'color:var(--astro-code-foreground)' } as Record<string, unknown>,
      children: [{ type: 'text' }],
    };
    marker.span(plain);
    expect(line(1, [plain]).children).toEqual([{ type: 'text' }]);
  });

  test('colours do not depend on how busy the machine is', () => {
    const options: { tokenizeTimeLimit?: number } = {};
    marker.preprocess('', options);
    expect(options.tokenizeTimeLimit).toBe(0);
  });
});
