/** What a cell shows, put into its place on the page. */
import { inspect, inspectWords } from './inspect.ts';
import { locale } from './stage.ts';

const NODE = { element: 1, text: 3, fragment: 11 };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'nodeType' in value && typeof value.nodeType === 'number';

/** A node that may move here; one that stands elsewhere is described instead of torn out. */
const isDisplayable = (value: unknown, root: Element): value is Node =>
  isNode(value) && Object.values(NODE).includes(value.nodeType) && (value.parentNode === null || root.contains(value));

export function clear(root: Element): void {
  root.replaceChildren();
}

/** Adds a value: a node as it is, anything else in words. */
export function display(root: Element, value: unknown): void {
  root.append(isDisplayable(value, root) ? value : inspect(value));
}

/** A value within a sentence. */
export function displayInline(root: Element, value: unknown): void {
  const text = typeof value === 'number' ? value.toLocaleString(locale()) : inspectWords(value);
  root.append(isDisplayable(value, root) ? value : text);
}
