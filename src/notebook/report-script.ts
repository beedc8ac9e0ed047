/** The report's script: the browser entry, the cells of the engagement and what they need, as one classic script. */
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'rolldown';
import { moduleName } from './names.ts';
import { oneHtl } from './htl-plugin.ts';
import { withoutProjections } from './projection-plugin.ts';
import { withoutSchemes } from './scheme-plugin.ts';
import type { CellCode, NotebookPage } from '../schema/notebook.ts';

export interface ScriptParts {
  /** The engagement has ROI sliders. */
  readonly model: boolean;
  /** Absolute folder of the content, for modules that cells import. */
  readonly content: string;
  /** Pages with cells, of this engagement and no other. */
  readonly notebooks: readonly NotebookPage[];
}

/** Where a cell's libraries come from; named parts of them, so that only what cells use is shipped. */
const IMPORTS: Readonly<Record<string, string>> = {
  Plot: `import * as Plot from '@observablehq/plot';`,
  Inputs: `import * as Inputs from '../notebook/runtime/inputs.ts';`,
  d3: `import * as d3 from 'd3';`,
  html: `import { html } from 'htl';`,
  svg: `import { svg } from 'htl';`,
  Mutable: `import { Mutable } from '../notebook/runtime/generators.ts';`,
  Generators: `import { Generators } from '../notebook/runtime/generators.ts';`,
  __figure: `import { figure as __figure } from '../notebook/runtime/figure.ts';`,
  __intervals: `import { intervals as __intervals } from '../charts/intervals.ts';`,
  __outcomes: `import { outcomes as __outcomes } from '../charts/outcomes.ts';`,
  __waits: `import { waits as __waits } from '../charts/waits.ts';`,
  __spread: `import { spread as __spread } from '../charts/spread.ts';`,
  __timeline: `import { timeline as __timeline } from '../charts/timeline.ts';`,
  __amounts: `import { amounts as __amounts } from '../charts/amounts.ts';`,
  resize: `import { resize } from '../notebook/runtime/stage.ts';`,
};

/** Modules that add a method to what others export; all others only export, and what is not named is left out. */
const METHODS: readonly { readonly call: RegExp; readonly module: RegExp }[] = [
  { call: /\.(transition|interrupt)\(/, module: /[\\/]d3-transition[\\/]/ },
  { call: /(?<!\bPlot)\.plot\(/, module: /[\\/]plot[\\/]src[\\/]index\.js$/ },
];

function cellText(
  key: string,
  { inputs, outputs, views, autodisplay, modules, body }: CellCode,
  inline: boolean,
  nameOf: (path: string) => string,
): string {
  const settings = JSON.stringify({ key, inputs, outputs, views, autodisplay, ...(inline && { inline }) }).slice(0, -1);
  const names = modules.map((_, index) => moduleName(index)).join(', ');
  const own = modules.length === 0 ? body : `((${names}) => ${body})(${modules.map(nameOf).join(', ')})`;
  return `${settings},"body":${own}}`;
}

/** Source of the entry: cells stand in it as functions, so that nothing is evaluated from text. */
function entrySource({ model, content, notebooks }: ScriptParts): string {
  const cells = notebooks.flatMap(({ cells: all }) => all);
  const codes = cells.flatMap(({ code, dataCode }) => [code, dataCode].filter((one) => one !== undefined));
  const libraries = [...new Set(codes.flatMap((code) => code.libraries))].sort();
  const paths = [...new Set(codes.flatMap(({ modules }) => modules))].sort();
  const readsModel = notebooks.some(({ data }) => data.roi !== undefined);
  const nameOf = (path: string): string => `module${paths.indexOf(path)}`;
  const pages = notebooks.map(({ slug, cells: own }) => {
    const list = own.flatMap(({ key, kind, code, dataCode }) => [
      ...(code === undefined
        ? []
        : [cellText(kind === 'value' ? `value ${key}` : key, code, kind === 'value', nameOf)]),
      ...(dataCode === undefined ? [] : [cellText(`data ${key}`, dataCode, false, nameOf)]),
    ]);
    return `${JSON.stringify(slug)}: [\n${list.join(',\n')}\n]`;
  });
  return [
    ...(model ? [`import { wakeModel } from './main.ts';`] : []),
    ...(readsModel ? [`import { followModel } from './reader-model.ts';`] : []),
    ...(codes.length > 0
      ? [
          `import { wakeNotebooks } from './notebook.ts';`,
          ...libraries.flatMap((name) => IMPORTS[name] ?? []),
          ...paths.map((path) => `import * as ${nameOf(path)} from ${JSON.stringify(resolve(content, path))};`),
        ]
      : []),
    ...(codes.length > 0 ? [`wakeNotebooks({\n${pages.join(',\n')}\n}${readsModel ? ', followModel' : ''});`] : []),
    ...(model ? ['wakeModel();'] : []),
  ].join('\n');
}

/**
 * The script's text: minified, the same bytes for the same sources, without a path of this machine.
 * A classic script, because browsers refuse modules from file://.
 *
 * @param root folder of the workbench, which holds src
 */
export async function reportScript(root: string, parts: ScriptParts): Promise<string> {
  const entry = resolve(root, 'src/client/report-entry.js');
  const source: Plugin = {
    name: 'report-entry',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? entrySource(parts) : null),
  };
  const bodies = parts.notebooks.flatMap(({ cells }) => cells.map(({ code }) => code?.body ?? ''));
  const needed = METHODS.filter(({ call }) => bodies.some((body) => call.test(body)));
  const lean = [withoutProjections(), withoutSchemes()];
  const code = await bundled(lean.map(({ plugin }) => plugin));
  return lean.some(({ asked }) => asked())
    ? bundled(lean.filter(({ asked }) => !asked()).map(({ plugin }) => plugin))
    : code;

  async function bundled(leaner: readonly Plugin[]): Promise<string> {
    const bundle = await rolldown({
      input: entry,
      cwd: root,
      platform: 'browser',
      logLevel: 'silent',
      plugins: [source, oneHtl(entry), ...leaner],
      treeshake: { moduleSideEffects: (id) => id === entry || needed.some(({ module }) => module.test(id)) },
      // Plot moves lines by half a pixel on coarse screens; the build draws for none, and both have to draw the same.
      transform: { define: { 'window.devicePixelRatio': '2' } },
    });
    try {
      const { output } = await bundle.generate({ format: 'iife', minify: true, sourcemap: false });
      const [chunk, ...others] = output;
      if (others.length > 0) throw new Error('The report has one script; the bundle came out in several parts.');
      return chunk.code;
    } finally {
      await bundle.close();
    }
  }
}
