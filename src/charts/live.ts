/** What a reader moves, in the words and rules of a chart: values of the page's cells by name. */

export type Values = Readonly<Record<string, unknown>>;

const LIVE = /\{\{\s*value\.([\w$]+)\s*\}\}/g;

/** Names of the values that a text shows, written as `{{value.name}}`. */
export const liveNames = (text: string): string[] => [...text.matchAll(LIVE)].map(([, name = '']) => name);

/** The text with these values in it. */
export const liveText = (text: string, values: Values): string =>
  text.replaceAll(LIVE, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
