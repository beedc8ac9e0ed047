/** A value that is no element, in words: short, and the same in every browser. */

const MOST = 20;

/** A value in one line; `depth` counts how deep it stands in another. */
function words(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return depth === 0 ? value : JSON.stringify(value);
    case 'function':
      return `ƒ ${value.name}()`;
    case 'bigint':
      return `${value}n`;
    case 'number':
    case 'boolean':
    case 'undefined':
    case 'symbol':
      return String(value);
    case 'object':
  }
  if (value === null) return 'null';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const list =
    Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Set
      ? Array.from(value as Iterable<unknown>)
      : undefined;
  if (list !== undefined) {
    if (depth > 1) return `Array(${list.length})`;
    const shown = list.slice(0, MOST).map((item) => words(item, depth + 1));
    return `[${[...shown, ...(list.length > MOST ? ['…'] : [])].join(', ')}]`;
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  if (depth > 1) return '{…}';
  const shown = entries.slice(0, MOST).map(([name, item]) => `${String(name)}: ${words(item, depth + 1)}`);
  return `{${[...shown, ...(entries.length > MOST ? ['…'] : [])].join(', ')}}`;
}

/** A value in one line. */
export const inspectWords = (value: unknown): string => words(value, 0);

/** The value in a line of code. */
export function inspect(value: unknown): HTMLElement {
  const element = document.createElement('p');
  element.className = 'cell-value';
  element.textContent = inspectWords(value);
  return element;
}
