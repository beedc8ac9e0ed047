/** The one place where problems become text for a terminal. */
import picocolors from 'picocolors';
import { byCodePoint } from './paths.ts';
import type { Problem } from './problem.ts';

export interface RenderOptions {
  /** Colours, for a terminal only. */
  readonly colors?: boolean;
  /** Prints technical detail (stacks) too. */
  readonly debug?: boolean;
}

const WIDTH = 100;
const INDENT = '    ';
/** How much of a long line is shown, and how much of it stands before the caret. */
const EXCERPT = 88;
const BEFORE_CARET = 60;

/** Data is text: a control sign in it must not reach the terminal. A line break stays where `multiline`. */
function printable(text: string, multiline = false): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_C}]/gu, (sign) =>
    sign === '\t' ? ' ' : multiline && sign === '\n' ? sign : '·',
  );
}

/** Breaks at spaces; a longer word (a digest, a path) stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function excerptLines(
  { line, column, length = 1, excerpt }: Problem,
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  if (excerpt === undefined || excerpt.trim() === '' || line === undefined) return [];
  const shown = printable(excerpt).trimEnd();
  const at = column === undefined ? 0 : column - 1;
  const from = shown.length > EXCERPT ? Math.max(0, Math.min(at - BEFORE_CARET, shown.length - EXCERPT)) : 0;
  const cut = `${from > 0 ? '…' : ''}${shown.slice(from, from + EXCERPT)}${from + EXCERPT < shown.length ? '…' : ''}`;
  const gutter = String(line);
  const lines = [`${INDENT}${colors.dim(`${gutter} |`)} ${cut}`];
  if (column !== undefined) {
    const offset = ' '.repeat(at - from + (from > 0 ? 1 : 0));
    // Not beyond the line: an expression can go on in the next one, or be cut here.
    const marks = '^'.repeat(Math.max(1, Math.min(length, shown.length - at, from + EXCERPT - at)));
    lines.push(`${INDENT}${colors.dim(`${' '.repeat(gutter.length)} |`)} ${offset}${colors.red(marks)}`);
  }
  return lines;
}

function placeOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function rendered(
  problem: Problem,
  { debug = false }: RenderOptions,
  colors: ReturnType<typeof picocolors.createColors>,
): string {
  const place = printable(placeOf(problem));
  const lines = [
    `${place === '' ? '' : `${colors.bold(place)}  `}${printable(problem.message)}`,
    ...excerptLines(problem, colors),
  ];
  for (const [label, text] of [
    ['expected', problem.expected],
    ['found', problem.found],
    ['do', problem.hint],
  ] as const) {
    if (text === undefined) continue;
    const [first = '', ...rest] = wrapped(printable(text), WIDTH - INDENT.length - 10);
    lines.push(
      `${INDENT}${colors.dim(label.padEnd(10))}${first}`,
      ...rest.map((line) => `${INDENT}${' '.repeat(10)}${line}`),
    );
  }
  if (debug && problem.detail !== undefined) {
    const [first = '', ...rest] = printable(problem.detail, true).trimEnd().split('\n');
    lines.push(
      `${INDENT}${colors.dim('detail'.padEnd(10))}${first}`,
      ...rest.map((line) => `${INDENT}${' '.repeat(10)}${line}`),
    );
  }
  return lines.join('\n');
}

/** One problem, where it is shown at its place. */
export const renderProblem = (problem: Problem): string => rendered(problem, {}, picocolors.createColors(false));

/** By file, then line and column; what concerns no file comes first. Otherwise in the order in which it was found. */
function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      byCodePoint(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** All problems of a build in one report, with their number at the end. */
export function renderProblems(problems: readonly Problem[], options: RenderOptions = {}): string {
  const colors = picocolors.createColors(options.colors ?? false);
  const files = new Set(problems.map(({ file }) => file).filter((file) => file !== undefined));
  const where = files.size > 1 ? ` in ${counted(files.size, 'file')}` : '';
  const hidden = options.debug !== true && problems.some(({ detail }) => detail !== undefined);
  const end = `${colors.red(`${counted(problems.length, 'problem')}${where}.`)}${hidden ? ' Technical detail with --debug.' : ''}`;
  return `${[...sorted(problems).map((problem) => rendered(problem, options, colors)), end].join('\n\n')}\n`;
}
