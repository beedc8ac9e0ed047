/** A folder in memory: contents by path, with "/" between names and none in front. */
export type Files = Map<string, Uint8Array>;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Paths in the order of their code units, which no machine's locale changes. */
export const sortedPaths = (files: ReadonlyMap<string, unknown>): string[] =>
  [...files.keys()].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));

const TEXT_FILES = /\.(html|css|m?js|json|jsonl|csv|txt|svg|sha256|map|xml|md|sql|yaml|sh)$/;
export const isText = (path: string): boolean => TEXT_FILES.test(path);
