/**
 * Rolldown plugin: one htl for cells and inputs, which sets handlers without writing them as attributes.
 *
 * It marks the place of a handler with `oninput="::1"` and replaces the mark a moment later; to the page's policy
 * that is an inline handler, and a violation. Under another name the mark is text.
 */
import type { Plugin } from 'rolldown';

const CHANGES: readonly (readonly [from: string, to: string])[] = [
  [
    'if ((name === "style" && isObjectLiteral(value)) || typeof value === "function") {',
    `if (typeof value === "function") string = string.slice(0, attributeNameStart - strings[j].length) + "data-" + name + "=";
     if ((name === "style" && isObjectLiteral(value)) || typeof value === "function") {`,
  ],
  ['element[name] = value;', 'element[name.replace(/^data-/, "")] = value;'],
];

/** @param from a file of ours: Observable Inputs brings an older copy, and two would be twice the weight */
export const oneHtl = (from: string): Plugin => ({
  name: 'one-htl',
  resolveId(id, importer) {
    return id === 'htl' && importer !== from ? this.resolve(id, from) : null;
  },
  transform(code, id) {
    if (!/[\\/]htl[\\/](dist|src)[\\/]index\.js$/.test(id)) return null;
    return CHANGES.reduce((text, [before, after]) => {
      if (!text.includes(before))
        throw new Error(`htl has changed; its handlers would violate the policy of the page: ${before}`);
      return text.replace(before, () => after);
    }, code);
  },
});
