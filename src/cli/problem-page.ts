/** The page that a preview shows while there is something to mend. */
import { escapeHtml } from '../package/escape.ts';

/** @param problems as the terminal shows them, without colours */
export function problemPage(problems: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Something to mend</title>
<style>
:root { color-scheme: light dark }
body { margin: 48px auto; padding: 0 32px; max-width: 1000px; font: 15px/22px system-ui, sans-serif }
h1 { font-weight: 600; font-size: 23px }
pre { font: 13px/20px ui-monospace, monospace; white-space: pre-wrap; border-left: 3px solid #B0301B; padding-left: 20px }
</style>
<script type="module" src="/@vite/client"></script>
</head>
<body>
<h1>Something to mend</h1>
<p>The report comes back by itself once this is in order.</p>
<pre>${escapeHtml(problems)}</pre>
</body>
</html>
`;
}
