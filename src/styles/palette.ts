/**
 * The colours of the report: one table for light, dark and print.
 * Charts draw with the custom properties made from it, so a drawing never knows its theme.
 */
interface Pair {
  readonly light: string;
  readonly dark: string;
}

const pair = (light: string, dark: string): Pair => ({ light, dark });

/** Custom property (without its dashes) to its colour on light and on dark paper. */
export const PALETTE = {
  paper: pair('#FAFBFA', '#10181E'),
  tint: pair('#F0F3F1', '#17212A'),
  well: pair('#E6EBE8', '#202C34'),
  rule: pair('#D2D9D5', '#2F3C45'),
  edge: pair('#75827E', '#82909A'),
  ink: pair('#14202A', '#EAEEEC'),
  ink2: pair('#414E57', '#BEC8CB'),
  ink3: pair('#55626A', '#A3AFB5'),
  link: pair('#17508A', '#93BFED'),
  red: pair('#B0301B', '#F29680'),
  string: pair('#14604F', '#7CC9AE'),
  highlight: pair('#FFF1B8', '#3A371F'),
  'blue-mid': pair('#6F8EBD', '#456FA6'),
  rest: pair('#87939A', '#6F7D86'),
  late: pair('#D66A4B', '#C9583C'),
  later: pair('#A3260F', '#FFB29E'),
  cat1: pair('#1B4B8C', '#6FA8F0'),
  cat2: pair('#BE3F24', '#E56545'),
  cat3: pair('#20786A', '#48967C'),
  cat4: pair('#B5862A', '#F2C978'),
  cat5: pair('#611D4C', '#A7608F'),
  cat6: pair('#848F97', '#D5DDE0'),
  blue: pair('#1B4B8C', '#6FA8F0'),
} as const satisfies Readonly<Record<string, Pair>>;

export type Theme = keyof Pair;

const declarations = (theme: Theme): string =>
  Object.entries(PALETTE)
    .map(([name, colours]) => `--${name}:${colours[theme]}`)
    .join(';');

/**
 * The palette as a stylesheet: light, dark where the system or the reader asks for it, and light on white for print.
 * The reader's choice is `data-theme` on the root element.
 */
export function paletteCss(): string {
  const light = `color-scheme:light;${declarations('light')}`;
  const dark = `color-scheme:dark;${declarations('dark')}`;
  return [
    `:root{${light}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `@media screen{:root[data-theme=dark]{${dark}}}`,
    '@media print{:root{--paper:#FFFFFF}}',
  ].join('\n');
}
