import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportScript } from '../../src/notebook/report-script.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let script = '';
beforeAll(async () => {
  script = await reportScript(root, { model: true, notebooks: [] });
});

describe('the script of the report', () => {
  test('is one classic script that keeps its names to itself', () => {
    expect(script).toMatch(/^\(function\s*\(\)\s*\{/);
    expect(script).not.toMatch(/\bimport\s*\(|^import\b|^export\b/m);
  });

  test('compiles nothing and asks the network for nothing', () => {
    expect(script).not.toMatch(
      /\beval\s*\(|new Function|\bFunction\s*\(|XMLHttpRequest|\bfetch\s*\(|WebSocket|sendBeacon/,
    );
  });

  test('holds no path of the machine and no map', () => {
    expect(script).not.toContain(root);
    expect(script).not.toContain('sourceMappingURL');
  });

  test('draws the same on every screen', () => {
    expect(script).not.toContain('devicePixelRatio');
  });

  test('leaves the tools of the build behind', () => {
    // Words of Zod's and Arquero's messages, and of the parser of formulas.
    for (const word of ['ZodError', 'arquero', 'Unclosed (', 'happy-dom']) expect(script).not.toContain(word);
  });

  test('is the same each time, and within its budget', async () => {
    expect(await reportScript(root, { model: true, notebooks: [] })).toBe(script);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(110 * 1024);
  });
});
