/** The addresses in a style sheet: `url(…)` and `@import`, found by a CSS parser. */
import { parse, walk } from 'css-tree';
import type { CssNode } from 'css-tree';

interface Address {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** An `@import "…"` is a string and not a `url(…)`. */
  readonly isString: boolean;
}

function addresses(css: string, context: 'stylesheet' | 'declarationList'): Address[] {
  const found: Address[] = [];
  const note = (node: CssNode & { value: string }, isString: boolean): void => {
    if (node.loc) found.push({ value: node.value, start: node.loc.start.offset, end: node.loc.end.offset, isString });
  };
  const tree = parse(css, { positions: true, context, parseCustomProperty: true });
  walk(tree, function (node) {
    if (node.type === 'Url') note(node, false);
    if (node.type === 'String' && this.atrule?.name === 'import') note(node, true);
  });
  return found.toSorted((one, other) => one.start - other.start);
}

/** Every address that a style sheet (or a `style` attribute) names, in order. */
export function cssAddresses(css: string, context: 'stylesheet' | 'declarationList' = 'stylesheet'): string[] {
  return addresses(css, context).map(({ value }) => value);
}

/** The same style sheet with its addresses replaced; all other bytes stay. */
export function replaceCssAddresses(
  css: string,
  replace: (address: string) => string,
  context: 'stylesheet' | 'declarationList' = 'stylesheet',
): string {
  let result = '';
  let at = 0;
  for (const { value, start, end, isString } of addresses(css, context)) {
    const replaced = replace(value);
    if (replaced === value) continue;
    const quoted = JSON.stringify(replaced);
    result += css.slice(at, start) + (isString ? quoted : `url(${quoted})`);
    at = end;
  }
  return result + css.slice(at);
}
