/** A cell as variables of Observable's runtime; follows notebook-kit's own define, with a host in place of the page. */
import type { Module, Variable } from '@observablehq/runtime';
import type { CellCode } from '../../schema/notebook.ts';
import { clear, display, displayInline } from './display.ts';
import { input } from './generators.ts';

/** A cell with its function. */
export type LiveCell = Omit<CellCode, 'body' | 'libraries'> & {
  readonly key: string;
  /** A value in a sentence: text, not a block. */
  readonly inline?: boolean;
  readonly body: (...inputs: readonly never[]) => unknown;
};

/** What surrounds a cell: the build notes what happens, the browser shows it. */
export interface CellHost {
  readonly root: HTMLElement;
  pending(): void;
  /** The cell has shown what it shows. */
  fulfilled(value: unknown): void;
  rejected(error: unknown): void;
  /** One of the names that the cell defines has a value, or a new one. */
  gave(): void;
  /** Something was displayed: the host adds the text alternative. */
  displayed(): void;
  /** An input was shown; name is null for one that no cell can read by name. */
  adopt(element: HTMLElement & { value?: unknown }, name: string | null): void;
}

/** Number of the run of a variable that is being computed. */
const versionOf = (variable: Variable): number => variable._version;

/** Defines the variables of a cell in a module. */
export function defineCell(main: Module, cell: LiveCell, host: CellHost): void {
  const { key, inputs, outputs, autodisplay, views, body } = cell;
  const { root } = host;
  let shows = false;
  const observer = {
    pending: () => host.pending(),
    fulfilled(value: unknown) {
      if (autodisplay) {
        clear(root);
        if (cell.inline === true) displayInline(root, value);
        else display(root, value);
        host.displayed();
      } else if (!shows) clear(root);
      host.fulfilled(value);
    },
    rejected: (error: unknown) => host.rejected(error),
  };
  const variable = main.variable(observer, { shadow: {} });
  const name = outputs.length > 0 ? `cell ${key}` : null;
  if (inputs.includes('display') || inputs.includes('view')) {
    let shown = -1;
    let viewed = 0;
    const own = (inside: Module): Variable =>
      new (variable.constructor as new (type: number, module: Module, observer?: null, options?: object) => Variable)(
        2,
        inside,
        null,
        { shadow: {} },
      );
    const show = own(variable._module);
    show.define(
      inputs.filter((one) => one !== 'display' && one !== 'view'),
      () => {
        const version = versionOf(variable);
        return (value: unknown) => {
          if (version < shown) throw new Error('stale display');
          if (version > shown) {
            clear(root);
            viewed = 0;
          }
          shown = version;
          shows = true;
          display(root, value);
          host.displayed();
          return value;
        };
      },
    );
    variable._shadow.set('display', show);
    const view = own(variable._module);
    view._shadow.set('display', show);
    view.define(['display'], (put: (value: unknown) => unknown) => (element: HTMLElement) => {
      put(element);
      host.adopt(element, views[viewed] ?? null);
      viewed += 1;
      return input(element);
    });
    variable._shadow.set('view', view);
  }
  variable.define(name, inputs, body);
  for (const output of outputs) {
    main
      .variable({ fulfilled: () => host.gave() })
      .define(output, [`cell ${key}`], (exports: Record<string, unknown>) => exports[output]);
  }
}
