import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fontFaces, fontLicences, reportFonts } from '../../src/package/fonts.ts';

describe('fonts', () => {
  test('are woff2, within 100 KB together, and named by their digest', async () => {
    const fonts = await reportFonts();
    expect(fonts.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(100_000);
    for (const { file, bytes } of fonts) {
      expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe('wOF2');
      expect(file).toContain(createHash('sha256').update(bytes).update('\0').digest('hex').slice(0, 8));
    }
  });

  test('each has its rule, with the address that was asked for', async () => {
    const fonts = await reportFonts();
    const css = fontFaces(fonts, ({ file }) => `fonts/${file}`);
    for (const { file } of fonts) expect(css).toContain(`url(fonts/${file}) format('woff2')`);
    expect(css).not.toContain('http');
  });

  test('ship with their licences', async () => {
    const text = await fontLicences();
    expect(text.match(/SIL OPEN FONT LICENSE Version 1\.1/g)).toHaveLength(3);
  });
});
