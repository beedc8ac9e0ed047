/**
 * Rolldown plugin: d3's colour schemes without those that nobody can meet in a report that names none.
 *
 * Plot looks a scheme up by its name, so nothing tells the bundler which are used. What it takes without being
 * asked stays: its own for categories, turbo, and those of booleans, diverging, quantised and cyclical scales.
 */
import type { Plugin } from 'rolldown';

const KEPT = new Set(['observable10', 'Greys', 'RdBu', 'RdYlBu']);

/** `var Blues = …` with its list of lists before it, `var Accent = colors("…")`, `var viridis = ramp(colors("…"))`. */
const RAMP = /var (scheme\S*) = new Array\(3\)\.concat\([^)]*\)\.map\(colors\);\s*var (\w+) = ramp\$1\(\1\);/g;
const LIST = /var (\w+) = colors\("\w+"\);/g;
const LONG = /var (\w+) = ramp\(colors\("\w+"\)\);/g;
const NONE = '() => { throw new Error("This report carries no such scheme."); }';
/** Schemes that fall away; fewer, and the library is written in another way. */
const LEAST = 30;

export interface Schemes {
  readonly plugin: Plugin;
  /** Whether some module of the report speaks of schemes after all; known once the bundle is made. */
  readonly asked: () => boolean;
}

export function withoutSchemes(): Schemes {
  let asked = false;
  return {
    asked: () => asked,
    plugin: {
      name: 'without-schemes',
      transform(code, id) {
        // Cells stand in the entry, and import modules of their engagement. A page may prefer a scheme of light and dark.
        if (!/[\\/]node_modules[\\/]/.test(id)) asked ||= /(?<!color-)scheme|interpolate/i.test(code);
        if (!/[\\/]d3-scale-chromatic[\\/]/.test(id)) return null;
        let left = 0;
        const drop = (name: string, whole: string, rest: string): string => {
          if (KEPT.has(name)) return whole;
          left += 1;
          return rest;
        };
        const lean = code
          .replace(RAMP, (whole, scheme: string, name: string) =>
            drop(name, whole, `var ${scheme} = [];\nvar ${name} = ${NONE};`),
          )
          .replace(LONG, (whole, name: string) => drop(name, whole, `var ${name} = ${NONE};`))
          .replace(LIST, (whole, name: string) => drop(name, whole, `var ${name} = [];`));
        if (left < LEAST) throw new Error('d3 has changed; its colour schemes would be shipped to every reader.');
        return lean;
      },
    },
  };
}
