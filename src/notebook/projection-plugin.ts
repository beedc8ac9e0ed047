/**
 * Rolldown plugin: Plot without its map projections, a tenth of the script, for reports that draw no map.
 *
 * Plot looks a projection up by its name, so nothing tells the bundler that none is used.
 */
import type { Plugin } from 'rolldown';

/** Both functions begin with the case of no projection at all, which stays. */
const MAKERS: readonly RegExp[] = [
  /(?<=function namedProjection\(projection\) \{\n)[\s\S]*?(?=\n\}\n)/,
  /(?<=export function createProjection\([\s\S]*?\n {2}if \(projection == null\) return;\n)[\s\S]*?(?=\n\}\n)/,
];
const NONE = '  throw new Error("This report carries no projections.");';

export interface Projections {
  readonly plugin: Plugin;
  /** Whether some module of the report speaks of projections after all; known once the bundle is made. */
  readonly asked: () => boolean;
}

export function withoutProjections(): Projections {
  let asked = false;
  return {
    asked: () => asked,
    plugin: {
      name: 'without-projections',
      transform(code, id) {
        // Cells stand in the entry, and import modules of their engagement.
        if (!/[\\/]node_modules[\\/]/.test(id)) asked ||= /projection/i.test(code);
        if (!/[\\/]plot[\\/]src[\\/]projection\.js$/.test(id)) return null;
        return MAKERS.reduce((text, maker) => {
          if (!maker.test(text)) throw new Error('Plot has changed; its projections would be shipped to every reader.');
          return text.replace(maker, () => NONE);
        }, code);
      },
    },
  };
}
