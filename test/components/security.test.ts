import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, scriptHash } from '../../src/components/security.ts';
import { mastheadScript } from '../../src/layouts/masthead-script.ts';
import { cssString, runningFoot } from '../../src/styles/running-foot.ts';

describe('policy', () => {
  test('only the inline scripts of the page may run', () => {
    const policy = contentSecurityPolicy({ inline: ['alert(1)'], script: false });
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update('alert(1)').digest('base64')}';`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("script-src 'self'");
  });

  test('a page that comes alive may load the script beside it', () => {
    expect(contentSecurityPolicy({ inline: ['x'], script: true })).toContain(`script-src 'self' ${scriptHash('x')};`);
    expect(contentSecurityPolicy({ inline: [], script: false })).toContain("script-src 'none'");
  });

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
