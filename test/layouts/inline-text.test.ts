import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { mastheadScript } from '../../src/layouts/masthead-script.ts';
import { cssString, runningFoot } from '../../src/styles/running-foot.ts';

describe('masthead', () => {
  test('the script of the masthead is small and cannot end its element', () => {
    expect(mastheadScript.length).toBeLessThan(2048);
    expect(mastheadScript).not.toMatch(/<\/|<!--/);
    expect(() => new Script(mastheadScript)).not.toThrow();
  });
});

describe('running foot', () => {
  test('a title cannot leave its CSS string or the style element', () => {
    expect(cssString('A "quoted" \\ title')).toBe('"A \\22 quoted\\22  \\5c  title"');
    expect(runningFoot('</style><script>')).not.toContain('<');
    expect(cssString('two\nlines')).toBe('"two\\a lines"');
  });

  test('plain titles stay as they are', () => {
    expect(runningFoot('Été · 1.0 · 4 May 2026')).toContain('content:"Été · 1.0 · 4 May 2026"');
  });
});
