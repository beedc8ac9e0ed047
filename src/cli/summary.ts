/** What a build says at its end: each page with its size, and the file to open. */
import { join, relative } from 'node:path';
import pc from 'picocolors';
import type { LoaderRun } from '../pipeline/load.ts';
import type { BuildResult, BuiltEngagement } from './build-report.ts';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}

function engagementText({ id, sizes, singleFileBytes }: BuiltEngagement): string {
  const rows = sizes.pages.map(({ path, html, loaded }) => [
    path,
    kilobytes(html.bytes),
    kilobytes(html.gzipped),
    kilobytes(loaded.gzipped),
  ]);
  return [
    `${pc.bold(id)}: ${String(sizes.pages.length)} ${sizes.pages.length === 1 ? 'page' : 'pages'}`,
    table([['page', 'raw', 'gz', 'with styles and script, gz'], ...rows]),
    `  script ${kilobytes(sizes.scripts.bytes)} (${kilobytes(sizes.scripts.gzipped)} gz), fonts ${kilobytes(sizes.fontBytes)}, ` +
      `folder ${kilobytes(sizes.folderBytes)}, single file ${kilobytes(singleFileBytes)}`,
  ].join('\n');
}

/** What is still open, with its place: a report goes out when nothing is. */
function openText({ id, open }: BuiltEngagement): string[] {
  if (open.length === 0) return [];
  const width = Math.max(...open.map(({ file, line }) => `${file}:${String(line)}`.length));
  return [
    '',
    pc.bold(
      `${id}: ${open.length === 1 ? 'one answer is' : `${String(open.length)} answers are`} still open; the report says so where each belongs.`,
    ),
    ...open.map(({ text, file, line }) => `  ${`${file}:${String(line)}`.padEnd(width)}  ${text}`),
  ];
}

/** @param seconds how long the whole build took */
export function summaryText({ dist, built, runs }: BuildResult, cwd: string, seconds: number): string {
  const shown = (path: string): string => relative(cwd, path) || '.';
  const ran = runs.filter(({ cached }) => !cached).length;
  return [
    '',
    ...built.map(engagementText),
    ...built.flatMap(openText),
    '',
    `${String(ran)} of ${String(runs.length)} loaders ran; ${seconds.toFixed(1)} s in all.`,
    ...built.map(
      ({ id }) =>
        `Open ${pc.bold(shown(join(dist, id, 'index.html')))}, or send ${pc.bold(shown(join(dist, `${id}.html`)))}`,
    ),
  ].join('\n');
}

/** Why each loader ran or did not. */
export function explanation(runs: readonly LoaderRun[]): string {
  return runs
    .map(
      ({ engagement, loader, cached, reason, milliseconds }) =>
        `  ${cached ? 'kept' : 'ran '}  ${engagement}/${loader}: ${reason}${cached ? '' : ` (${String(Math.round(milliseconds))} ms)`}`,
    )
    .join('\n');
}
