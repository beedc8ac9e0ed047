/** `dist/index.html`: the team's shelf, a list of the reports beside it. It stays with the team and goes out with none. */
import { escapeHtml } from './escape.ts';
import { parseDocument, serializeDocument } from './html.ts';
import { PLAIN_STYLES } from './plain-styles.ts';
import { setPolicy } from './policy.ts';

export interface ShelfEntry {
  readonly id: string;
  readonly title: string;
  readonly client: string;
  readonly version: string;
  /** ISO 8601 day. */
  readonly reportDate: string;
  /** SHA-256 of the single file. */
  readonly digest: string;
  readonly singleFileBytes: number;
}

const STYLES = `${PLAIN_STYLES}
ol { list-style: none; margin: 48px 0 0; padding: 0; border-top: 1px solid var(--ink) }
li { padding: 24px 0; border-bottom: 1px solid var(--rule) }
h2 { font-weight: 500; font-size: 23px; line-height: 29px; margin: 0 0 4px }
code { font: 400 13px/20px 'Source Code Pro', ui-monospace, monospace; overflow-wrap: anywhere }`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const inEights = (digest: string): string => digest.replaceAll(/(.{8})(?=.)/g, '$1 ');

function item({ id, title, client, version, reportDate, digest, singleFileBytes }: ShelfEntry): string {
  const address = encodeURIComponent(id);
  return `<li>
<h2><a href="${address}/index.html">${escapeHtml(title)}</a></h2>
<p>${escapeHtml(client)} · version ${escapeHtml(version)} · ${escapeHtml(reportDate)}</p>
<p><a href="${address}.html">All in one file</a>, ${megabytes(singleFileBytes)}, to send or to keep · SHA-256 <code>${inEights(digest)}</code></p>
</li>`;
}

/** The page, with its entries in the order given. */
export function shelf(entries: readonly ShelfEntry[]): string {
  const list =
    entries.length === 0
      ? '<p>No report has been built yet. Write one under content/ and run npm run build.</p>'
      : `<ol>\n${entries.map(item).join('\n')}\n</ol>`;
  const document = parseDocument(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Reports on this shelf</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${STYLES}
</style>
</head>
<body>
<main>
<h1>Reports on this shelf</h1>
<p>For the team. Each report stands on its own in its folder or its one file; this page goes out with none of them.</p>
${list}
</main>
</body>
</html>`);
  setPolicy(document, false);
  return serializeDocument(document);
}
