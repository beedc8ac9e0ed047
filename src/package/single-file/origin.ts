/** Where a single file comes from, said in its head: a copy that a reader has saved and renamed still tells. */
import { escapeHtml } from '../escape.ts';

/** Name of the `meta` element. */
export const ORIGIN = 'report-origin';

export interface Origin {
  /** Of the engagement. */
  readonly id: string;
  readonly version: string;
  /** Digest of the workbench's own files. */
  readonly workbench: string;
  /** Digest of the manifest of the folder that was published with the file. */
  readonly manifest: string;
}

export const originText = ({ id, version, workbench, manifest }: Origin): string =>
  JSON.stringify([id, version, workbench, manifest]);

/** Undefined for a text that is none. */
export function readOrigin(text: string): Origin | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 4) return undefined;
  const [id, version, workbench, manifest] = parts as unknown[];
  const said = [id, version, workbench, manifest];
  if (!said.every((part) => typeof part === 'string')) return undefined;
  return { id: String(id), version: String(version), workbench: String(workbench), manifest: String(manifest) };
}

/** Stands in a composed file until the digest of the manifest is known; without quotation marks in the page. */
export const UNKNOWN_ORIGIN = 'unknown-origin';

/** The composed file with its origin, or without any. */
export function withOrigin(composed: string, origin?: string): string {
  const place = `<meta name=${ORIGIN} content=${UNKNOWN_ORIGIN}>`;
  if (!composed.includes(place)) throw new Error('The single file has no place for its origin.');
  return composed.replace(place, () =>
    origin === undefined ? '' : `<meta name=${ORIGIN} content="${escapeHtml(origin)}">`,
  );
}
