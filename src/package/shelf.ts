/** `dist/index.html`: the team's shelf, a list of the reports beside it. It stays with the team and goes out with none. */
import { escapeHtml } from './escape.ts';
import { parseDocument, serializeDocument } from './html.ts';
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

const STYLES = `
:root { color-scheme: light dark; --paper: #FAFBFA; --rule: #D2D9D5; --ink: #14202A; --ink2: #414E57; --link: #17508A }
@media (prefers-color-scheme: dark) { :root { --paper: #10181E; --rule: #2F3C45; --ink: #EAEEEC; --ink2: #BEC8CB; --link: #93BFED } }
body { margin: 0 auto; padding: 64px 32px; max-width: 800px; background: var(--paper); color: var(--ink); font: 400 19px/28px 'Source Serif 4', Charter, Georgia, serif }
h1 { font-weight: 400; font-size: 34px; line-height: 39px; letter-spacing: -.014em; margin: 0 0 12px }
p { margin: 0; color: var(--ink2); font: 400 15px/22px 'Source Sans 3', 'Segoe UI', system-ui, sans-serif }
ol { list-style: none; margin: 48px 0 0; padding: 0; border-top: 1px solid var(--ink) }
li { padding: 24px 0; border-bottom: 1px solid var(--rule) }
h2 { font-weight: 500; font-size: 23px; line-height: 29px; margin: 0 0 4px }
a { color: var(--link); text-underline-offset: 3px }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 3px }
code { font: 400 13px/20px 'Source Code Pro', ui-monospace, monospace; overflow-wrap: anywhere }
@media (max-width: 760px) { body { padding: 32px 20px } }`;

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
