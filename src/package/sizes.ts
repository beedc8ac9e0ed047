/** What a reader loads: pages, scripts, styles and fonts, as they lie on disk and as a server would send them. */
import { gzipSync } from 'node:zlib';
import { WHOLE_REPORT } from '../schema/whole-report.ts';
import { resolveAddress } from './addresses.ts';
import { cssAddresses } from './css.ts';
import { textOf } from './files.ts';
import { references } from './references.ts';
import type { Files } from './files.ts';
import type { Document } from './html.ts';

export interface Size {
  readonly bytes: number;
  /** gzip, level 9. */
  readonly gzipped: number;
}

export interface PageSize {
  readonly path: string;
  readonly html: Size;
  readonly scripts: Size;
  readonly styles: Size;
  /** Page, scripts and styles together; fonts apart. */
  readonly loaded: Size;
}

export interface EngagementSizes {
  readonly pages: readonly PageSize[];
  readonly scripts: Size;
  /** woff2 is compressed already. */
  readonly fontBytes: number;
  readonly folderBytes: number;
}

const NOTHING: Size = { bytes: 0, gzipped: 0 };
export const sizeOf = (bytes: Uint8Array): Size => ({
  bytes: bytes.length,
  gzipped: gzipSync(bytes, { level: 9 }).length,
});
const sum = (sizes: readonly Size[]): Size =>
  sizes.reduce((one, other) => ({ bytes: one.bytes + other.bytes, gzipped: one.gzipped + other.gzipped }), NOTHING);

export function measure(files: Files, pages: ReadonlyMap<string, Document>): EngagementSizes {
  const sizes = new Map([...files].map(([path, bytes]) => [path, sizeOf(bytes)]));
  const exists = (path: string): boolean => files.has(path);
  const loadedBy = (path: string, document: Document, extension: string): Size[] => {
    const found = new Set<string>();
    for (const { address, automatic } of references(document)) {
      const target = resolveAddress(address, path, exists);
      if (automatic && target.kind === 'file' && target.path.endsWith(extension)) found.add(target.path);
    }
    return [...found].map((file) => sizes.get(file) ?? NOTHING);
  };
  const fonts = new Set<string>();
  for (const [path, bytes] of files) {
    if (!path.endsWith('.css')) continue;
    for (const address of cssAddresses(textOf(bytes))) {
      const target = resolveAddress(address, path, exists);
      if (target.kind === 'file' && target.path.endsWith('.woff2')) fonts.add(target.path);
    }
  }
  return {
    pages: [...pages].map(([path, document]) => {
      const html = sizes.get(path) ?? NOTHING;
      const scripts = sum(loadedBy(path, document, '.js'));
      const styles = sum(loadedBy(path, document, '.css'));
      return { path, html, scripts, styles, loaded: sum([html, scripts, styles]) };
    }),
    // The copy of the single file is loaded by nobody who only reads.
    scripts: sum([...sizes].filter(([path]) => path.endsWith('.js') && path !== WHOLE_REPORT).map(([, size]) => size)),
    fontBytes: [...fonts].reduce((total, path) => total + (files.get(path)?.length ?? 0), 0),
    folderBytes: [...files.values()].reduce((total, bytes) => total + bytes.length, 0),
  };
}
