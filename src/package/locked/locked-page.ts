/** `<engagement>.locked.html`: a page that says nothing of what it holds, asks for the password and opens the report. */
import { fileURLToPath } from 'node:url';
import { classicScript } from '../classic-script.ts';
import { sha256Source } from '../digest.ts';
import { attribute, elements, parseDocument } from '../html.ts';
import { PLAIN_STYLES } from '../plain-styles.ts';
import { isPolicy, policyText } from '../policy.ts';
import { embeddedScript } from '../single-file/embed.ts';
import { lockText, sealDigest } from './cipher.ts';

const STYLES = `${PLAIN_STYLES}
main { max-width: 604px }
main > p + p { margin-top: 12px }
form { margin: 32px 0; padding: 24px 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--rule) }
form[hidden] { display: none }
label { display: block; font: 600 15px/22px 'Source Sans 3', 'Segoe UI', system-ui, sans-serif }
label.shown { display: flex; gap: 8px; align-items: center; margin-top: 8px; font-weight: 400; min-height: 24px }
input, button { font: inherit; color: inherit }
#password { display: block; box-sizing: border-box; width: 100%; height: 40px; margin-top: 4px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 2px; background: none; font: 400 16px/22px 'Source Code Pro', ui-monospace, monospace }
input[type=checkbox] { width: 18px; height: 18px; margin: 0; accent-color: var(--ink) }
button { height: 34px; margin-top: 20px; padding: 0 14px; border: 1px solid var(--ink); border-radius: 2px; background: var(--ink); color: var(--paper); font: 600 15px/20px 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; cursor: pointer }
[role=status] { min-height: 22px; margin-top: 16px }
.wrong { color: var(--red) }
@media print { form { display: none } }`;

/** Digests of the scripts that the report's own policy lets run; nothing where the page has no policy of ours. */
export function scriptDigests(report: string): readonly string[] {
  const policy = [...elements(parseDocument(report))].find(isPolicy);
  const text = policy === undefined ? '' : (attribute(policy, 'content') ?? '');
  return [...text.matchAll(/'(sha256-[A-Za-z0-9+/]+=*)'/g)].map(([, digest]) => digest ?? '');
}

/** The script that opens a locked file, ready to stand in it. */
export const unlockScript = async (): Promise<string> =>
  embeddedScript(await classicScript(fileURLToPath(new URL('./unlock.ts', import.meta.url))));

/**
 * The whole page. Its policy is that of the report within, since a document keeps the policy that it was opened with:
 * nothing but the report's scripts and the one that asks for the password may run.
 *
 * @param report the single file
 * @param script from unlockScript()
 */
export function lockedPage(report: string, password: string, script: string, iterations?: number): string {
  const locked = lockText(report, password, iterations);
  const digests = [...new Set([...scriptDigests(report), sha256Source(script)])].sort();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyText(digests, { folder: false, external: false })}">
<title>Locked report</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${STYLES}
</style>
</head>
<body>
<main>
<h1>This report is locked</h1>
<p>Whoever sent it gave you the password by another way. It opens here, in your browser; nothing is sent anywhere.</p>
<noscript><p>Opening it needs JavaScript, which is off in this browser or forbidden for files.</p></noscript>
<form data-digest="${sealDigest(locked)}" hidden>
<label for="password">Password</label>
<input id="password" type="password" autocomplete="off" autocapitalize="off" spellcheck="false" required>
<label class="shown"><input type="checkbox"> Show what I type</label>
<button type="submit">Open the report</button>
<p role="status"></p>
</form>
<p>What you save or print from the opened report is not locked. When you close it, this file is as shut as before.</p>
<p>Sealed with AES-256-GCM; the key is made from the password by PBKDF2 with SHA-256. Without the password nobody can open it, its sender included.</p>
</main>
<script type="application/json" data-locked>${locked.parameters}</script>
<script type="text/plain" data-locked>${locked.sealed}</script>
<script>${script}</script>
</body>
</html>
`;
}
