/** Names that cells may use without defining them. */

/** Libraries: read where they are written, so that what no cell names is not shipped. */
export const LIBRARIES = ['Plot', 'Inputs', 'd3', 'html', 'svg', 'Mutable', 'Generators', 'resize'] as const;
export type Library = (typeof LIBRARIES)[number];

/** What figures are drawn with: a cell that draws one names the chart's own function, and no other is shipped. */
export const FIGURE_LIBRARIES = [
  '__figure',
  '__intervals',
  '__outcomes',
  '__waits',
  '__spread',
  '__timeline',
  '__amounts',
] as const;

/** What figures are drawn from, by the key of their cell. */
export const FIGURES = '__figures';

/** Arquero: at build only. */
export const AQ = 'aq';

/** What the runtime gives to a cell. */
export const BUILTINS = ['display', 'view', 'invalidation', 'visibility', 'width', 'dark', 'facts', 'roi'] as const;

/** Names of Observable that have no place in a report, and what to do instead. */
export const REFUSED_NAMES: Readonly<Record<string, string>> = {
  FileAttachment: 'Read the file with a loader; its table is in scope by its name.',
  DatabaseClient: 'Query at load time, in a loader; its table is in scope by its name.',
  Secret: 'A report holds no secrets: read them in a loader.',
  now: 'A report has no clock; the dates of the engagement are facts.',
  fetch: 'A report asks the network for nothing: read the data with a loader.',
  XMLHttpRequest: 'A report asks the network for nothing: read the data with a loader.',
  WebSocket: 'A report asks the network for nothing.',
  EventSource: 'A report asks the network for nothing.',
  eval: "The page's policy forbids it; write the code out.",
  Function: "The page's policy forbids it; write the code out.",
  localStorage: 'State belongs into inputs: their values travel in the address.',
  sessionStorage: 'State belongs into inputs: their values travel in the address.',
  require: 'Everything is in scope already: Plot, Inputs, d3, html, svg.',
};

/** Name under which a cell finds its nth module. */
export const moduleName = (index: number): string => `__module${index}`;

/** What is said of a name that has no place in a report. */
export const refused = (name: string): { code: string; message: string; found: string; hint: string } => ({
  code: 'cell-name-refused',
  message: `"${name}" has no place in a report.`,
  found: name,
  hint: REFUSED_NAMES[name] ?? '',
});

/** What nothing of an engagement may reach at build, whatever way it takes. */
export const FORBIDDEN = ['fetch', 'XMLHttpRequest', 'WebSocket', 'process', 'require', 'global'] as const;
