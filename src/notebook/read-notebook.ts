/** From MDX to cells: fenced blocks and inline values with their places, read by the parser that renders the pages. */
import { mdxToMdast } from 'satteri';
import type { NotebookFault } from './fault.ts';
import { readInfo } from './info-string.ts';
import type { CellAttributes } from './info-string.ts';

export interface Block {
  /** Place among the fenced blocks, from "0"; an inline value has its expression, rows have "data" before the key of their cell. */
  readonly key: string;
  readonly kind: 'cell' | 'value' | 'data' | 'figure' | 'sample';
  readonly language: string;
  readonly source: string;
  readonly attributes: CellAttributes;
  /** Line of the file on which the source begins, 1-based. */
  readonly line: number;
  /** Signs before each line of the source. */
  readonly indent: number;
  /** Place of the block itself, for what concerns it as a whole. */
  readonly at: { readonly line: number; readonly column: number };
}

export interface ReadNotebook {
  readonly blocks: readonly Block[];
  readonly faults: readonly NotebookFault[];
}

/** Key of the rows behind a cell. */
export const dataKey = (key: string): string => `data ${key}`;

interface Raw {
  type: string;
  name?: string | null;
  lang?: string | null;
  meta?: string | null;
  value?: string;
  attributes?: { name?: string; value?: unknown }[];
  position?: { start: { line: number; column: number } };
  children?: Raw[];
}

const RUNS = new Set(['js', 'ts']);
const PLAIN: CellAttributes = { echo: false, run: true, hidden: false };

/** Source without blank lines around it; says how many lines went in front. */
function trimmed(source: string): { text: string; skipped: number } {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? { text: '', skipped: 0 } : { text: lines.slice(first).join('\n').trimEnd(), skipped: first };
}

/**
 * Reads the cells of a page.
 *
 * @param text the whole MDX file; positions count its front matter
 */
export function readNotebook(text: string): ReadNotebook {
  const blocks: Block[] = [];
  const faults: NotebookFault[] = [];
  const lines = text.split('\n');
  let fences = 0;

  const fence = ({ lang, meta, value = '', position }: Raw): void => {
    const at = position?.start ?? { line: 1, column: 1 };
    const key = String(fences);
    fences += 1;
    const language = lang ?? '';
    const indent = at.column - 1;
    const { text: source, skipped } = trimmed(value);
    const base = { key, language, source, line: at.line + 1 + skipped, indent, at };
    if (!RUNS.has(language)) {
      blocks.push({ ...base, kind: 'sample', attributes: { ...PLAIN, run: false } });
      return;
    }
    const info = readInfo(meta ?? '');
    const metaColumn = Math.max(1, (lines[at.line - 1] ?? '').indexOf(meta ?? '') + 1);
    faults.push(
      ...info.faults.map(({ at: offset, ...fault }) => ({
        code: 'cell-attribute',
        line: at.line,
        column: metaColumn + offset,
        ...fault,
      })),
    );
    if (info.attributes.title !== undefined && info.attributes.id === undefined) {
      faults.push({
        code: 'cell-without-id',
        ...at,
        message: 'A cell with a title is a figure, and a figure has an id.',
        expected: 'id=…',
        hint: 'Add id=… to the line of the fence: links lead to it, and its CSV file is named for it.',
      });
    }
    blocks.push({ ...base, kind: info.attributes.run ? 'cell' : 'sample', attributes: info.attributes });
    const rows = info.texts.find(({ name }) => name === 'data');
    if (rows === undefined) return;
    const column = metaColumn + rows.at;
    blocks.push({
      key: dataKey(key),
      kind: 'data',
      language: 'js',
      source: rows.text,
      attributes: PLAIN,
      line: at.line,
      indent: column - 1,
      at: { line: at.line, column },
    });
  };

  /** Where the expression of an inline value begins, behind `of="`. */
  const expressionStart = (at: { line: number; column: number }): { line: number; column: number } => {
    const from = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, at.column - 1);
    const [attribute = ''] = /\bof\s*=\s*["']/.exec(text.slice(from)) ?? [];
    const before = text.slice(0, text.indexOf(attribute, from) + attribute.length).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };

  const value = ({ attributes = [], position }: Raw): void => {
    const of = attributes.find(({ name }) => name === 'of')?.value;
    const at = position?.start ?? { line: 1, column: 1 };
    if (typeof of !== 'string' || blocks.some(({ kind, key }) => kind === 'value' && key === of)) return;
    const start = expressionStart(at);
    blocks.push({
      key: of,
      kind: 'value',
      language: 'js',
      source: of,
      attributes: PLAIN,
      line: start.line,
      indent: start.column - 1,
      at,
    });
  };

  const walk = (node: Raw): void => {
    if (node.type === 'code') fence(node);
    else if (node.name === 'Value') value(node);
    node.children?.forEach(walk);
  };
  walk(mdxToMdast(text, { features: { gfm: true }, position: true }) as Raw);
  return { blocks, faults };
}
