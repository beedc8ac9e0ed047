/** Sätteri plugin: a fenced block gives way to the element that shows its cell as the build has drawn it. */
import { defineMdastPlugin } from 'satteri';
import type { MdastPluginEntry } from 'satteri';

/** Blocks are counted as the notebook counts them: all fences of the page, from 0. */
export const cellElements: MdastPluginEntry = () => {
  let fences = 0;
  return defineMdastPlugin({
    name: 'report-cells',
    code(node, context) {
      const key = String(fences);
      fences += 1;
      context.replaceNode(node, {
        type: 'mdxJsxFlowElement',
        name: 'Cell',
        attributes: [{ type: 'mdxJsxAttribute', name: 'block', value: key }],
        children: [],
      });
    },
  });
};
