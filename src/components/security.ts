/** The Content-Security-Policy of a page: nothing is fetched, and only scripts known at build time run. */
import { createHash } from 'node:crypto';

/** Source expression that allows one inline script. */
export const scriptHash = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Policy of a page of the folder; `inline` are the texts of its inline scripts, `script` whether it loads report.js. */
export function contentSecurityPolicy({ inline, script }: { inline: readonly string[]; script: boolean }): string {
  const scripts = [...(script ? ["'self'"] : []), ...inline.map(scriptHash)];
  return [
    "default-src 'none'",
    `script-src ${scripts.length === 0 ? "'none'" : scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    'img-src data:',
    "font-src 'self' data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
