/**
 * The whole report in one file: every page a section, header and footer once, style sheets, fonts and script inside.
 * Ids and links get the page's address in front; `#/page/anchor` leads to the same place with and without a script.
 */
import { posix } from 'node:path';
import { resolveAddress } from '../addresses.ts';
import { textOf } from '../files.ts';
import {
  append,
  attribute,
  createElement,
  elements,
  firstElement,
  outerHtml,
  ownText,
  parseDocument,
  remove,
  removeAttribute,
  replaceWith,
  requireElement,
  setAttribute,
} from '../html.ts';
import { isInlineCode, scriptAddress, setPolicy } from '../policy.ts';
import { replaceReferences } from '../references.ts';
import { removeBlanks } from './blanks.ts';
import { dataAddress, embeddedCss, embeddedScript } from './embed.ts';
import { prefixIds } from './ids.ts';
import { keepOnce } from './once.ts';
import { ORIGIN } from './origin.ts';
import { packedElement, takeOut } from './packed.ts';
import { shortHtml } from './short-html.ts';
import type { Files } from '../files.ts';
import type { Document, Element } from '../html.ts';

export interface SingleFileOptions {
  /** The finished folder of the engagement. */
  readonly files: Files;
  /** Addresses of its pages in reading order: `index`, `findings/timer`, … */
  readonly slugs: readonly string[];
  readonly router: string;
  /** From originText(): stands in the head, also of versions that readers save. */
  readonly origin?: string;
}

const pathOf = (slug: string): string => (slug === 'index' ? 'index.html' : `${slug}/index.html`);

// Only what the pages of one file need beyond the report's own style sheet.
const PAGE_STYLES = `
[data-page][hidden] { display: none }
html:not([data-router]) [data-page] + [data-page] { border-top: 3px solid; margin-top: 64px }
[data-page] h1[tabindex='-1']:focus-visible { outline: none }
@media print {
  [data-page][hidden] { display: block }
  [data-page] + [data-page] { break-before: page }
}`;

/** @throws Error where a page or a file that a page needs is missing */
export function composeSingleFile({ files, slugs, router, origin }: SingleFileOptions): string {
  const slugOfPath = new Map(slugs.map((slug) => [pathOf(slug), slug]));
  const styles = new Map<string, string>();
  const scripts = new Map<string, string>();
  const panels = new Set<string>();
  const [first] = slugs;
  if (first === undefined) throw new Error('A single file needs at least one page.');

  const load = (slug: string): Page => {
    const bytes = files.get(pathOf(slug));
    if (bytes === undefined) throw new Error(`The page ${pathOf(slug)} is not in the folder.`);
    const document = parseDocument(textOf(bytes));
    keepOnce(document, panels);
    collect(document, pathOf(slug), files, styles, scripts);
    relink(document, slug, slugOfPath, files);
    return { slug, document, main: requireElement(document, 'main') };
  };

  const pages = slugs.map(load);
  const [{ document: frame, main }] = pages as [Page, ...Page[]];
  const mainId = attribute(main, 'id');
  const container = createElement('div', { ...(mainId !== undefined && { id: mainId }), tabindex: '-1' });
  const shared = sharedFollowers(pages);
  const parts = pages.map((page) => ownParts(page, shared));
  replaceWith(main, container);
  const sections = pages.map((page, index) => section(page, parts[index] ?? []));
  append(container, ...sections);
  keepFrameLinks(frame, first);

  const head = requireElement(frame, 'head');
  const body = requireElement(frame, 'body');
  if (origin !== undefined) append(head, createElement('meta', { name: ORIGIN, content: origin }));
  append(head, createElement('style', {}, [...styles.values(), PAGE_STYLES].join('\n')));
  const packed = takeOut(sections, [...scripts.values()]);
  append(body, packedElement(packed), createElement('script', {}, embeddedScript(router)));
  setPolicy(frame, false, packed.scripts);
  removeBlanks(frame);
  return shortHtml(frame);
}

/** Takes style sheets and code out of a page, to stand once in the whole file. */
function collect(
  document: Document,
  page: string,
  files: Files,
  styles: Map<string, string>,
  scripts: Map<string, string>,
): void {
  const exists = (path: string): boolean => files.has(path);
  const head = requireElement(document, 'head');
  for (const element of [...elements(document)]) {
    const source = (element.tagName === 'link' ? attribute(element, 'href') : scriptAddress(element)) ?? '';
    const target = resolveAddress(source, page, exists);
    if (
      element.tagName === 'link' &&
      (attribute(element, 'rel') ?? '').includes('stylesheet') &&
      target.kind === 'file'
    ) {
      if (!styles.has(target.path)) styles.set(target.path, embeddedCss(files, target.path));
      remove(element);
    } else if (element.tagName === 'link' && (attribute(element, 'rel') ?? '').includes('preload')) {
      remove(element);
    } else if (scriptAddress(element) !== undefined && source !== '' && target.kind === 'file') {
      if (!scripts.has(target.path)) scripts.set(target.path, textOf(files.get(target.path) ?? new Uint8Array()));
      if (element.tagName === 'script') remove(element);
      else removeAttribute(element, 'data-script');
    } else if (isInlineCode(element) && element.parentNode !== head) {
      scripts.set(ownText(element), ownText(element));
      remove(element);
    } else if (element.tagName === 'style' && element.parentNode === head) {
      styles.set(ownText(element), ownText(element));
      remove(element);
    }
  }
}

/** Turns a page's addresses into places of the single file, or into data: addresses. */
function relink(document: Document, slug: string, slugOfPath: ReadonlyMap<string, string>, files: Files): void {
  const page = pathOf(slug);
  replaceReferences(document, (address, element) => {
    const target = resolveAddress(address, page, (path) => files.has(path));
    if (target.kind === 'fragment') {
      if (address.trim() === '' || target.fragment.startsWith('/')) return address;
      return target.fragment === '' ? `#/${slug}` : `#/${slug}/${target.fragment}`;
    }
    if (target.kind !== 'file') return address;
    const linked = slugOfPath.get(target.path);
    if (linked !== undefined) {
      if (target.fragment.startsWith('/')) return `#${target.fragment}`;
      return target.fragment === '' ? `#/${linked}` : `#/${linked}/${target.fragment}`;
    }
    if (element.tagName === 'a' && (attribute(element, 'download') ?? '') === '') {
      setAttribute(element, 'download', posix.basename(target.path));
    }
    return dataAddress(files, target.path);
  });
}

interface Page {
  readonly slug: string;
  readonly document: Document;
  readonly main: Element;
}

/** What stands behind `main` in the same element: the way to the next page, the foot. */
function followers(main: Element): Element[] {
  const siblings = main.parentNode?.childNodes ?? [];
  return siblings.slice(siblings.indexOf(main) + 1).filter((node): node is Element => 'tagName' in node);
}

/** Followers that read the same on every page; they stand once. */
function sharedFollowers(pages: readonly Page[]): Set<string> {
  const [first = [], ...others] = pages.map(({ main }) => followers(main).map(outerHtml));
  return new Set(first.filter((markup) => others.every((page) => page.includes(markup))));
}

/** `main`, what follows it on this page only, and data that scripts of the page read. */
function ownParts({ document, main }: Page, shared: ReadonlySet<string>): Element[] {
  const own = followers(main).filter((element) => !shared.has(outerHtml(element)));
  const data = [...elements(requireElement(document, 'body'))].filter(
    (element) => element.tagName === 'script' && ![main, ...own].some((part) => isInside(element, part)),
  );
  return [main, ...own, ...data];
}

function section({ slug, document }: Page, parts: readonly Element[]): Element {
  const title = firstElement(requireElement(document, 'head'), 'title');
  const wrapper = createElement('section', {
    id: `/${slug}`,
    'data-page': slug,
    'data-title': title ? ownText(title) : '',
  });
  append(wrapper, ...parts);
  prefixIds(wrapper, slug);
  return wrapper;
}

/** Links within the frame keep their ids: a skip link in the header leads to whatever page is shown. */
function keepFrameLinks(frame: Document, first: string): void {
  const body = [...elements(requireElement(frame, 'body'))];
  const ids = new Set(body.map((element) => attribute(element, 'id')));
  for (const link of body) {
    const id = attribute(link, 'href')?.startsWith(`#/${first}/`)
      ? attribute(link, 'href')?.slice(first.length + 3)
      : undefined;
    if (id !== undefined && ids.has(id)) setAttribute(link, 'href', `#${id}`);
  }
}

function isInside(element: Element, ancestor: Element): boolean {
  for (let node: Element['parentNode'] = element; node !== null; node = 'parentNode' in node ? node.parentNode : null) {
    if (node === ancestor) return true;
  }
  return false;
}
