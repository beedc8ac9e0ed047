/** A small site as Astro would write it: two engagements that share a style sheet and a font. */
import { bytesOf } from '../../src/package/files.ts';
import type { Site } from '../../src/package/gather.ts';

export const page = (title: string, main: string, header = ''): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/_astro/report.css"></head>
<body><a href="#main">Skip</a><header>${header}</header><main id="main">${main}</main><footer>End</footer></body></html>`;

const NAV =
  '<nav><a href="/alpha/" aria-current="page">Summary</a><a href="/alpha/findings/late/index.html">Late</a></nav>';

export const ALPHA: Readonly<Record<string, string>> = {
  'alpha/index.html': page(
    'Alpha summary',
    `<h1>Alpha</h1><p><a id="open" href="./findings/late/index.html#fact-a">19 of 80</a> <a href="#detail">below</a></p>
<p id="detail">Detail</p><a href="/alpha/data/records.csv">CSV</a><a href="proof.json">Proof</a>
<svg role="img" aria-labelledby="t1"><title id="t1">Chart</title><defs><clipPath id="c1"><path d="M0 0"/></clipPath></defs><g clip-path="url(#c1)"></g></svg>
<label for="rate">Rate</label><input id="rate" type="range" min="0" max="10" value="5">
<script type="application/json" data-model>{"a":1}</script>`,
    NAV,
  ),
  'alpha/findings/late/index.html': page(
    'Late',
    '<h1 id="top">Late</h1><p id="fact-a">Fact</p><a href="../../index.html">Back</a><script src="../../report.js" defer></script>',
    NAV,
  ),
  'alpha/report.js': 'document.title = "</script><!--";',
  'alpha/data/records.csv': '\uFEFFAccount\r\nacct_1\r\n',
};

export const SHARED: Readonly<Record<string, string>> = {
  '_astro/report.css': '@font-face{font-family:S;src:url(/_astro/serif.woff2) format("woff2")} body{color:red}',
  '_astro/serif.woff2': 'font bytes',
};

export const BETA: Readonly<Record<string, string>> = {
  'beta/index.html': page('Beta secret', '<h1>Beta secret client</h1>'),
};

export function siteOf(...parts: readonly Readonly<Record<string, string>>[]): Site {
  const files = new Map(parts.flatMap((part) => Object.entries(part)).map(([path, text]) => [path, bytesOf(text)]));
  return { paths: new Set(files.keys()), read: (path) => files.get(path) ?? new Uint8Array() };
}
