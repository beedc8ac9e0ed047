/** HTML as a tree: parsed and written by parse5, walked and changed by small functions. */
import { defaultTreeAdapter as adapter, html, parse, serialize, serializeOuter } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Document = Tree.Document;
export type Element = Tree.Element;
type ParentNode = Tree.ParentNode;
type ChildNode = Tree.ChildNode;

// Content of <noscript> is read as elements, so that its links are rewritten and scanned too.
const OPTIONS = { scriptingEnabled: false };

/** A whole page. Never throws: HTML defines a tree for every text. */
export function parseDocument(text: string): Document {
  return parse(text, OPTIONS);
}

/** The page as text, from `<!DOCTYPE html>` on. */
export function serializeDocument(document: Document): string {
  return `${serialize(document, OPTIONS)}\n`;
}

/** An element as markup. */
export function outerHtml(element: Element): string {
  return serializeOuter(element, OPTIONS);
}

/** Every element below a node, in document order; the content of `<template>` included. */
export function* elements(node: ParentNode): Generator<Element> {
  for (const child of [...node.childNodes]) {
    if (!adapter.isElementNode(child)) continue;
    yield child;
    yield* elements(child);
    if ('content' in child) yield* elements(child.content);
  }
}

/** The first element with a tag name, such as the page's `main`. */
export function firstElement(node: ParentNode, tagName: string): Element | undefined {
  for (const element of elements(node)) if (element.tagName === tagName) return element;
  return undefined;
}

/** @throws Error where the page has no such element; parse5 makes html, head and body itself. */
export function requireElement(document: Document, tagName: string): Element {
  const found = firstElement(document, tagName);
  if (found === undefined) throw new Error(`The page has no <${tagName}>.`);
  return found;
}

const attributeName = (attribute: { name: string; prefix?: string | undefined }): string =>
  attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;

/** Names of an element's attributes as written, `xlink:href` included. */
export function attributeNames(element: Element): string[] {
  return element.attrs.map(attributeName);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => attributeName(candidate) === name)?.value;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const present = element.attrs.find((candidate) => attributeName(candidate) === name);
  if (present) present.value = value;
  else element.attrs.push({ name, value });
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((candidate) => attributeName(candidate) !== name);
}

/** Text directly inside an element: the content of `<style>` and `<script>`. */
export function ownText(element: Element): string {
  return element.childNodes.map((child) => (adapter.isTextNode(child) ? child.value : '')).join('');
}

export function setText(element: Element, text: string): void {
  for (const child of [...element.childNodes]) adapter.detachNode(child);
  adapter.insertText(element, text);
}

export function createElement(
  tagName: string,
  attributes: Readonly<Record<string, string>> = {},
  text?: string,
): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = adapter.createElement(tagName, html.NS.HTML, attrs);
  if (text !== undefined) adapter.insertText(element, text);
  return element;
}

export function append(parent: ParentNode, ...children: ChildNode[]): void {
  for (const child of children) {
    adapter.detachNode(child);
    adapter.appendChild(parent, child);
  }
}

export function prepend(parent: ParentNode, child: ChildNode): void {
  const first = parent.childNodes[0];
  if (first) adapter.insertBefore(parent, child, first);
  else adapter.appendChild(parent, child);
}

export function replaceWith(element: Element, replacement: ChildNode): void {
  if (element.parentNode === null) throw new Error(`<${element.tagName}> has no place in the page.`);
  adapter.insertBefore(element.parentNode, replacement, element);
  adapter.detachNode(element);
}

export function remove(element: Element): void {
  adapter.detachNode(element);
}
