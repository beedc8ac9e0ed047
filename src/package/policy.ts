/** The Content-Security-Policy of every page: nothing is fetched, sent or embedded; only the report's own script runs. */
import { sha256Source } from './digest.ts';
import { attribute, createElement, elements, ownText, prepend, remove, requireElement } from './html.ts';
import type { Document, Element } from './html.ts';

/** The policy of a page, in its head. */
export const isPolicy = (element: Element): boolean =>
  element.tagName === 'meta' && (attribute(element, 'http-equiv') ?? '').toLowerCase() === 'content-security-policy';

/** A script that the browser would run; JSON in a script element is data and needs no permission. */
export const isInlineCode = (element: Element): boolean => {
  if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) return false;
  const type = (attribute(element, 'type') ?? '').toLowerCase();
  return type === '' || type === 'module' || type.endsWith('javascript');
};

/** Address of a script that the page loads, at once or when a button is pressed. */
export const scriptAddress = (element: Element): string | undefined =>
  element.tagName === 'script' ? attribute(element, 'src') : attribute(element, 'data-script');

export interface PolicyScope {
  /** The page loads style sheets and fonts of its folder. */
  readonly folder: boolean;
  /** The page loads a script of its folder. */
  readonly external: boolean;
}

/** The policy for a page whose inline scripts have these digests. */
export function policyText(scriptDigests: readonly string[], { folder, external }: PolicyScope): string {
  const scripts = [...(external ? ["'self'"] : []), ...scriptDigests.map((digest) => `'${digest}'`)];
  return [
    "default-src 'none'",
    `script-src ${scripts.length > 0 ? scripts.join(' ') : "'none'"}`,
    // Observable Plot writes style attributes and a style element into each chart.
    `style-src ${folder ? "'self' " : ''}'unsafe-inline'`,
    'img-src data:',
    `font-src ${folder ? "'self' " : ''}data:`,
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * Puts the policy into the page's head as its first policy, and takes any other out.
 * @param folder the page lies in a folder with its style sheets and script; false for the single file, which holds all
 * @param packed scripts that the page unpacks, and that run as if they stood in it
 */
export function setPolicy(document: Document, folder: boolean, packed: readonly string[] = []): void {
  const digests = new Set(packed.map(sha256Source));
  let external = false;
  for (const element of [...elements(document)]) {
    if (isPolicy(element)) remove(element);
    else if (scriptAddress(element) !== undefined) external = true;
    else if (isInlineCode(element)) digests.add(sha256Source(ownText(element)));
  }
  const head = requireElement(document, 'head');
  prepend(
    head,
    createElement('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: policyText([...digests].sort(), { folder, external }),
    }),
  );
  const charset = [...elements(head)].find(
    (element) => element.tagName === 'meta' && attribute(element, 'charset') !== undefined,
  );
  if (charset) {
    // The encoding has to be declared within the first 1024 bytes of the page.
    remove(charset);
    prepend(head, charset);
  }
}
