/** Which places of a report a link may name, as far as the prose knows them. */
import { readInfo } from '../../notebook/info-string.ts';
import { isElement, plainText } from './mdx.ts';
import type { MdxNode } from './mdx.ts';
import { addressOf } from './links.ts';

/** Ids that components print, by the component that prints them. */
export interface ListedIds {
  readonly facts: readonly string[];
  readonly roi: readonly string[];
  readonly claims: readonly string[];
  readonly sources: readonly string[];
  readonly backlog: readonly string[];
  readonly runbooks: readonly string[];
}

const LISTS: Readonly<Record<string, { prefix: string; of: keyof ListedIds }>> = {
  Ledger: { prefix: 'fact-', of: 'facts' },
  RoiBench: { prefix: 'roi-', of: 'roi' },
  Claims: { prefix: 'claim-', of: 'claims' },
  Sources: { prefix: 'source-', of: 'sources' },
  Backlog: { prefix: 'backlog-', of: 'backlog' },
  RunbookMap: { prefix: 'runbook-', of: 'runbooks' },
};

/** As GitHub and Astro make it: lower case, signs dropped, spaces to hyphens. */
const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function textOf(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return value && 'text' in value ? value.text : undefined;
}

function collect(node: MdxNode, ids: ListedIds, anchors: Set<string>): void {
  if (node.type === 'heading') anchors.add(headingId(plainText(node)));
  if (node.type === 'code' && (node.lang === 'js' || node.lang === 'ts')) {
    const { id, title } = readInfo(node.meta ?? '').attributes;
    if (id !== undefined) anchors.add(title === undefined ? id : `figure-${id}`);
  }
  if (isElement(node)) {
    const id = textOf(node, 'id');
    if (id !== undefined && node.name === 'Section') anchors.add(id);
    if (id !== undefined && node.name === 'Figure') anchors.add(`figure-${id}`);
    if (id !== undefined && node.name === 'CheckCode') anchors.add(`check-${id}`);
    const list = LISTS[node.name ?? ''];
    for (const listed of list ? ids[list.of] : []) anchors.add(`${list?.prefix}${listed}`);
  }
  for (const child of node.children) collect(child, ids, anchors);
}

/** Addresses below the engagement's folder, each with the anchors that are known there. */
export function addressBook(
  pages: Iterable<{ slug: string; tree: MdxNode | undefined }>,
  ids: ListedIds,
): Map<string, Set<string>> {
  const book = new Map<string, Set<string>>();
  for (const { slug, tree } of pages) {
    const anchors = new Set<string>();
    if (tree !== undefined) collect(tree, ids, anchors);
    book.set(addressOf(slug), anchors);
  }
  for (const file of ['proof.json', 'proof.schema.json', 'manifest-sha256.txt']) book.set(file, new Set());
  return book;
}
