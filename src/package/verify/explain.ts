/** How two files that should be the same differ, by their kind. There is always an answer: bytes, where nothing says more. */
import { posix } from 'node:path';
import { WHOLE_REPORT } from '../../schema/whole-report.ts';
import { textOf } from '../files.ts';
import { explainBytes, explainText, explainTransport } from './explain-bytes.ts';
import { explainCsv } from './explain-csv.ts';
import { explainJson } from './explain-json.ts';
import { inflated } from './explain-packed.ts';
import { explainPage } from './explain-page.ts';
import type { Explanation } from './explanation.ts';

const TEXT = /\.(css|js|mjs|txt|md|sql|svg|sha256|sig|xml|yaml)$/;

/** The single file that the folder carries packed, for readers who save a version; undefined where it cannot be unpacked. */
function wholeReportIn(script: Uint8Array): Uint8Array | undefined {
  const base64 = /"([A-Za-z0-9+/=]*)"/.exec(textOf(script))?.[1];
  return base64 === undefined ? undefined : inflated(base64);
}

/** At least one explanation. @param path of the file, for its kind and its name */
export function explain(path: string, published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  const transport =
    /\.(html|csv|json)$/.test(path) || TEXT.test(path) ? explainTransport(published, recomputed) : undefined;
  if (transport) return [transport];
  if (posix.basename(path) === WHOLE_REPORT) {
    const [ours, theirs] = [wholeReportIn(published), wholeReportIn(recomputed)];
    if (ours && theirs && Buffer.compare(ours, theirs) !== 0)
      return explainPage(ours, theirs, explain).map((one) => ({
        ...one,
        message: `In the report that it carries: ${one.message}`,
      }));
  }
  if (path.endsWith('.csv')) return explainCsv(path, published, recomputed);
  if (path.endsWith('.json')) return explainJson(path, published, recomputed);
  if (path.endsWith('.html')) return explainPage(published, recomputed, explain);
  return TEXT.test(path) ? explainText(published, recomputed) : explainBytes(published, recomputed);
}
