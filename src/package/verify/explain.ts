/** How two files that should be the same differ, by their kind. There is always an answer: bytes, where nothing says more. */
import { explainBytes, explainText, explainTransport } from './explain-bytes.ts';
import { explainCsv } from './explain-csv.ts';
import { explainJson } from './explain-json.ts';
import { explainPage } from './explain-page.ts';
import type { Explanation } from './explanation.ts';

const TEXT = /\.(css|js|txt|md|sql|svg|sha256|sig|xml|yaml)$/;

/** At least one explanation. @param path of the file, for its kind and its name */
export function explain(path: string, published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  const transport =
    /\.(html|csv|json)$/.test(path) || TEXT.test(path) ? explainTransport(published, recomputed) : undefined;
  if (transport) return [transport];
  if (path.endsWith('.csv')) return explainCsv(path, published, recomputed);
  if (path.endsWith('.json')) return explainJson(path, published, recomputed);
  if (path.endsWith('.html')) return explainPage(published, recomputed, explain);
  return TEXT.test(path) ? explainText(published, recomputed) : explainBytes(published, recomputed);
}
