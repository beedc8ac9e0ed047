/**
 * Makes the folder of one engagement self-contained: its pages and files, and a copy of what they share with others
 * (style sheets, fonts), every address relative. An address that leads nowhere, or to another engagement, is a problem.
 */
import { posix } from 'node:path';
import { KIT_FOLDER } from '../kit/compose.ts';
import { relativeAddress, resolveAddress } from './addresses.ts';
import { replaceCssAddresses } from './css.ts';
import { bytesOf, textOf } from './files.ts';
import { attribute, elements, parseDocument, serializeDocument } from './html.ts';
import { replaceReferences } from './references.ts';
import type { Files } from './files.ts';
import type { Document } from './html.ts';
import type { Problem } from '../pipeline/problem.ts';

/** What Astro wrote, file by file; paths as in Files. */
export interface Site {
  readonly paths: ReadonlySet<string>;
  read(path: string): Uint8Array;
}

export interface Gathered {
  /** Paths below the folder of the engagement. */
  readonly files: Files;
  /** The pages among them, still as trees, for what comes next. */
  readonly pages: ReadonlyMap<string, Document>;
  readonly problems: readonly Problem[];
}

const ADDED_LATER = new Set(['proof.json', 'proof.schema.json', 'manifest-sha256.txt']);

/** Where a file of the site lies in the engagement's folder: its own below it, shared ones under `assets/`. */
function placeOf(path: string, id: string): string {
  if (path.startsWith(`${id}/`)) return path.slice(id.length + 1);
  const name = path.split('/').slice(1).join('/') || path;
  return `assets/${name}`;
}

export function gather(site: Site, id: string, engagements: readonly string[]): Gathered {
  const files: Files = new Map();
  const pages = new Map<string, Document>();
  const problems: Problem[] = [];
  const foreign = engagements.filter((other) => other !== id);
  const cameFrom = new Map<string, string>();
  const queue: string[] = [...site.paths].filter((path) => path.startsWith(`${id}/`)).sort();
  const seen = new Set(queue);
  const links: { page: string; target: string; fragment: string; address: string }[] = [];

  const exists = (path: string): boolean => {
    const place = placeOf(path, id);
    return site.paths.has(path) || ADDED_LATER.has(place) || place.startsWith(`${KIT_FOLDER}/`);
  };

  function rewrite(address: string, from: string): string {
    const target = resolveAddress(address, from, exists);
    if (target.kind !== 'file') {
      if (target.kind === 'fragment') links.push({ page: from, target: from, fragment: target.fragment, address });
      return address;
    }
    const { path, fragment } = target;
    const other = foreign.find((name) => path.startsWith(`${name}/`));
    if (other !== undefined) {
      problems.push({
        code: 'foreign-link',
        file: from,
        message: `The page of "${id}" points to another engagement: ${address}`,
        expected: 'addresses inside the engagement',
        found: path,
        hint: 'Remove the link; a report holds nothing of another engagement.',
      });
      return address;
    }
    const escapes =
      path.includes('/') && !path.startsWith(`${id}/`) && from.endsWith('.html') && path.endsWith('.html');
    if (!exists(path) || path === 'index.html' || escapes) {
      problems.push({
        code: 'broken-link',
        file: from,
        message: `A link on the page leads nowhere: ${address}`,
        expected: `a file of the engagement "${id}"`,
        found: `nothing at ${path}`,
        hint: 'Correct the address, or write the page it leads to.',
      });
      return address;
    }
    if (site.paths.has(path) && !seen.has(path)) {
      seen.add(path);
      queue.push(path);
    }
    if (path.endsWith('.html')) links.push({ page: from, target: path, fragment, address });
    return relativeAddress(placeOf(from, id), placeOf(path, id), fragment);
  }

  // The queue grows while it is read: pages bring their style sheets, these their fonts.
  for (const path of queue) {
    const place = placeOf(path, id);
    const earlier = cameFrom.get(place);
    if (earlier !== undefined) throw new Error(`Two files want the place ${place}: ${earlier} and ${path}.`);
    cameFrom.set(place, path);
    const bytes = site.read(path);
    if (path.endsWith('.html')) {
      const document = parseDocument(textOf(bytes));
      replaceReferences(document, (address) => rewrite(address, path));
      pages.set(place, document);
      files.set(place, bytesOf(serializeDocument(document)));
    } else if (path.endsWith('.css')) {
      files.set(place, bytesOf(replaceCssAddresses(textOf(bytes), (address) => rewrite(address, path))));
    } else {
      files.set(place, bytes);
    }
  }
  problems.push(...brokenAnchors(links, pages, id));
  return { files, pages, problems };
}

function brokenAnchors(
  links: readonly { page: string; target: string; fragment: string; address: string }[],
  pages: ReadonlyMap<string, Document>,
  id: string,
): Problem[] {
  const ids = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  const reported = new Set<string>();
  for (const { page, target, fragment, address } of links) {
    // "#" alone is the top of the page; "#/…" is state, which the page's script reads.
    if (fragment === '' || fragment.startsWith('/')) continue;
    const document = pages.get(placeOf(target, id));
    if (document === undefined) continue;
    let known = ids.get(target);
    if (known === undefined) {
      known = new Set([...elements(document)].map((element) => attribute(element, 'id') ?? ''));
      ids.set(target, known);
    }
    if (known.has(decodeURIComponent(fragment)) || reported.has(`${page} ${address}`)) continue;
    reported.add(`${page} ${address}`);
    problems.push({
      code: 'broken-anchor',
      file: page,
      message: `A link on the page leads to a place that is not there: ${address}`,
      expected: `an element with the id "${fragment}" on ${posix.basename(posix.dirname(target))}/index.html`,
      found: 'none',
      hint: 'Correct the part after "#".',
    });
  }
  return problems;
}
