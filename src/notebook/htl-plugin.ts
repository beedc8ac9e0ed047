/**
 * Rolldown plugin: htl fills its templates before they enter the page.
 *
 * It writes "::1" where a handler goes and replaces it a moment later. In the page that is an inline handler,
 * which the page's policy reports as a violation; in a template's own document it is text.
 */
import type { Plugin } from 'rolldown';

const IMPORTED = 'return document.importNode(template.content, true);';

export const htlOutsideThePage = (): Plugin => ({
  name: 'htl-outside-the-page',
  transform(code, id) {
    if (!/[\\/]htl[\\/]dist[\\/]index\.js$/.test(id)) return null;
    if (!code.includes(IMPORTED)) throw new Error('htl has changed: it no longer imports the content of its template.');
    return code.replace(IMPORTED, 'return template.content;');
  },
});
