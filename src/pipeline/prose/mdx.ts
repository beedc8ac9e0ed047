/** MDX as a tree with positions, read by the parser that renders the pages (Sätteri), outside Astro. */
import { mdxToMdast } from 'satteri';

/** What a lint needs of a node; `start` and `end` are offsets in UTF-16 units. */
export interface MdxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Literal text of text, code and expressions. */
  readonly value?: string;
  /** Name of an element, as written. */
  readonly name?: string | null;
  readonly attributes?: readonly MdxAttribute[];
  /** Language of a fenced block, and what stands behind it. */
  readonly lang?: string | null;
  readonly meta?: string | null;
  /** Target of a link or an image. */
  readonly url?: string;
  /** Title or alternative text of a link or an image. */
  readonly title?: string | null;
  readonly alt?: string | null;
  readonly children: readonly MdxNode[];
}

export interface MdxAttribute {
  /** Undefined for a spread: `{...props}`. */
  readonly name?: string;
  readonly value: { readonly text: string } | { readonly expression: string } | { readonly bare: true };
}

/** MDX that cannot be parsed; line and column are 1-based. */
export class MdxError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'MdxError';
    this.line = line;
    this.column = column;
  }
}

interface RawAttribute {
  type: string;
  name?: string;
  value?: string | null | { value: string };
}
interface RawNode {
  type: string;
  position?: { start: { offset?: number }; end: { offset?: number } };
  value?: string;
  name?: string | null;
  attributes?: RawAttribute[];
  url?: string;
  title?: string | null;
  alt?: string | null;
  lang?: string | null;
  meta?: string | null;
  children?: RawNode[];
}

function attribute({ type, name, value }: RawAttribute): MdxAttribute {
  if (type !== 'mdxJsxAttribute' || name === undefined)
    return { value: { expression: typeof value === 'string' ? value : '' } };
  if (value === null || value === undefined) return { name, value: { bare: true } };
  return { name, value: typeof value === 'string' ? { text: value } : { expression: value.value } };
}

function node(raw: RawNode): MdxNode {
  return {
    type: raw.type,
    start: raw.position?.start.offset ?? 0,
    end: raw.position?.end.offset ?? 0,
    ...(raw.value !== undefined && { value: raw.value }),
    ...(raw.name !== undefined && { name: raw.name }),
    ...(raw.attributes && { attributes: raw.attributes.map(attribute) }),
    ...(raw.url !== undefined && { url: raw.url }),
    ...(raw.title !== undefined && { title: raw.title }),
    ...(raw.alt !== undefined && { alt: raw.alt }),
    ...(raw.lang !== undefined && { lang: raw.lang, meta: raw.meta ?? null }),
    children: (raw.children ?? []).map(node),
  };
}

// "7:16: Could not parse … (mdx-jsx:unexpected-character)"
const PARSER_MESSAGE = /^(\d+):(\d+):\s*(.*?)(?:\s*\([\w:-]+\))?$/s;

/**
 * The tree of an MDX file; positions count from the start of the file, front matter included.
 *
 * @throws MdxError where the text is no MDX, with the parser's own words and place
 */
export function parseMdx(text: string): MdxNode {
  try {
    return node(mdxToMdast(text, { features: { gfm: true }, position: true }) as RawNode);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', words = message] = PARSER_MESSAGE.exec(message) ?? [];
    throw new MdxError(words, Number(line), Number(column));
  }
}

/** Elements carry these types, as a block and inside a sentence. */
export const isElement = ({ type }: MdxNode): boolean => type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';

/** The text that a reader would see, markup and elements left out. */
export const plainText = ({ value, children, type }: MdxNode): string =>
  type === 'text' || type === 'inlineCode' ? (value ?? '') : children.map(plainText).join('');
