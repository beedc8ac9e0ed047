import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attribute, elements, parseDocument, serializeDocument } from '../../src/package/html.ts';
import { setPolicy } from '../../src/package/policy.ts';

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html><head><title>x</title><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const hash = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

function policyOf(html: string, folder = true): string {
  const document = parseDocument(html);
  setPolicy(document, folder);
  const policies = [...elements(document)].filter((element) => attribute(element, 'http-equiv') !== undefined);
  expect(policies).toHaveLength(1);
  return attribute(policies[0]!, 'content') ?? '';
}

describe('setPolicy', () => {
  it('forbids everything but the inline scripts that stand in the page', () => {
    const policy = policyOf(page('<script>alert(1)</script>', '<script type="application/json">{"a":1}</script>'));
    expect(policy).toContain(`script-src ${hash('alert(1)')};`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
  });

  it('lets a page that comes alive load the script beside it', () => {
    expect(policyOf(page('<script src="report.js" defer></script><script>x</script>'))).toContain(
      `script-src 'self' ${hash('x')};`,
    );
    expect(policyOf(page(''))).toContain("script-src 'none'");
  });

  it('lets the single file load nothing at all', () => {
    expect(policyOf(page('<style>p{}</style><script>x</script>'), false)).not.toContain("'self'");
  });

  it('replaces a policy that was there, and stands right behind the encoding', () => {
    const document = parseDocument(page('<meta http-equiv="Content-Security-Policy" content="script-src *">'));
    setPolicy(document, true);
    const html = serializeDocument(document);
    expect(html).not.toContain('script-src *');
    expect(html).toMatch(/<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/);
  });
});
