/** What a page adds to highlighted code: line numbers, marked and folded lines, and classes in place of inline colours. */
import type { CodeLine } from './check-code.ts';

/** The parts of a hast element that Shiki's transformers are handed. */
interface CodeElement {
  properties: Record<string, unknown>;
  children: CodeNode[];
}
type CodeNode = { type: string } & Partial<CodeElement>;

const CLASSES: Readonly<Record<string, string>> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  comment: 'c',
  punctuation: 'p',
};

const TOKEN = /--astro-code-token-([a-z-]+)/;

/** A transformer for Shiki's theme of CSS variables; a style on every word would be more than half of the page. */
export function codeMarker(lines: readonly CodeLine[]) {
  return {
    name: 'report-code',
    // Shiki gives up on a line after half a second; on a busy machine the same code would then come out otherwise.
    preprocess(_code: string, options: { tokenizeTimeLimit?: number }): void {
      options.tokenizeTimeLimit = 0;
    },
    span(node: CodeElement) {
      const token = TOKEN.exec(String(node.properties['style']))?.[1];
      const name = token === undefined ? undefined : CLASSES[token];
      node.properties = name === undefined ? {} : { class: name };
    },
    line(node: CodeElement, number: number) {
      const line = lines[number - 1];
      const marks = [line?.states && 'states', line?.shown === false && 'rest', line?.gap && 'gap'].filter(Boolean);
      node.properties = { class: ['line', ...marks].join(' '), 'data-line': String(number) };
      // A word of no kind gives way to its text.
      node.children = node.children.flatMap((word) =>
        word.properties !== undefined && word.properties['class'] === undefined ? (word.children ?? []) : [word],
      );
    },
    // Lines are blocks; the line ends between them would show as empty lines where some are folded.
    code(node: CodeElement) {
      node.children = node.children.filter(({ type }) => type === 'element');
    },
    pre(node: CodeElement) {
      node.properties = {};
    },
  };
}
