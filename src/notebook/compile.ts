/** From a block to a function: Observable's own transpiler, with places kept and what a report refuses told. */
import { posix } from 'node:path';
import { parseJavaScript, toCell, transpile } from '@observablehq/notebook-kit';
import type { TranspiledJavaScript } from '@observablehq/notebook-kit';
import type { CellCode } from '../schema/notebook.ts';
import { eraseTypes } from './erase-types.ts';
import type { NotebookFault } from './fault.ts';
import { leanings } from './lint.ts';
import { isOwnModule } from './module-faults.ts';
import { AQ, LIBRARIES, REFUSED_NAMES, moduleName, refused } from './names.ts';
import type { Block } from './read-notebook.ts';
import { fieldNode, identifierName, nodesOf, parserWords } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

export interface CompiledCell {
  readonly block: Block;
  readonly code: CellCode;
  /** Runs at build only, and its result is shipped. */
  readonly isStatic: boolean;
  /** First place of every name that it reads. */
  readonly references: ReadonlyMap<string, Spot>;
  /** First place of every name that it defines. */
  readonly definitions: ReadonlyMap<string, Spot>;
  /** Names of properties and texts in it: columns and facts that it may read. */
  readonly words: ReadonlySet<string>;
  /** Lines that `body` has before the first line of the source. */
  readonly prologue: number;
}

export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Place in the file of an offset into the source. */
export function spotOf(block: Block, offset: number): Spot {
  const before = block.source.slice(0, offset).split('\n');
  return { line: block.line + before.length - 1, column: block.indent + (before.at(-1) ?? '').length + 1 };
}

/** Names of the inputs that a cell shows, in their order: `const x = view(…)` names its input x. */
function viewNames(tree: SyntaxNode): (string | null)[] {
  const named = new Map<SyntaxNode, string>();
  const calls: SyntaxNode[] = [];
  for (const node of nodesOf(tree)) {
    const init = node.type === 'VariableDeclarator' ? fieldNode(node, 'init') : undefined;
    const name = identifierName(fieldNode(node, 'id'));
    if (init !== undefined && name !== undefined) named.set(init, name);
    if (node.type === 'CallExpression' && identifierName(fieldNode(node, 'callee')) === 'view') calls.push(node);
  }
  return calls.sort((a, b) => a.start - b.start).map((node) => named.get(node) ?? null);
}

function wordsOf(tree: SyntaxNode): Set<string> {
  const words = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'Literal' && typeof node['value'] === 'string') words.add(node['value']);
    if (node.type === 'Identifier') words.add(identifierName(node) ?? '');
    if (node.type === 'TemplateElement') words.add((node['value'] as { cooked?: string | null }).cooked ?? '');
  }
  return words;
}

const IMPORTS = new Set([
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
]);

/** A module of the engagement, written as a path from the page. */
const LOCAL = /^\.\.?\/.+\.(ts|js|mjs)$/;
const MODULE_NAME = /^__module\d+$/;

interface Localised {
  /** The source with its imports of modules turned into declarations, line for line. */
  readonly source: string;
  /** Paths relative to the root. */
  readonly modules: readonly string[];
}

function bindings(node: SyntaxNode, from: string): string {
  const specifiers = Array.isArray(node['specifiers']) ? (node['specifiers'] as SyntaxNode[]) : [];
  const parts = specifiers.map((specifier) => {
    const local = identifierName(fieldNode(specifier, 'local')) ?? '';
    if (specifier.type === 'ImportNamespaceSpecifier') return `const ${local} = ${from};`;
    const imported =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : (identifierName(fieldNode(specifier, 'imported')) ?? local);
    return `const {${imported}: ${local}} = ${from};`;
  });
  return parts.join(' ');
}

/** Turns imports of the engagement's own modules into declarations; every other import is refused elsewhere. */
function localise(source: string, file: string): Localised {
  const { body } = parseJavaScript(source);
  const modules: string[] = [];
  let result = source;
  for (const node of [...nodesOf(body as unknown as SyntaxNode)].reverse()) {
    const from = node.type === 'ImportDeclaration' ? fieldNode(node, 'source')?.['value'] : undefined;
    if (typeof from !== 'string' || !LOCAL.test(from)) continue;
    if (!isOwnModule(file, from)) continue;
    const path = posix.join(posix.dirname(file), from);
    const known = modules.indexOf(path);
    const index = known < 0 ? modules.push(path) - 1 : known;
    const lines = '\n'.repeat(source.slice(node.start, node.end).split('\n').length - 1);
    result = result.slice(0, node.start) + bindings(node, moduleName(index)) + lines + result.slice(node.end);
  }
  return { source: result, modules };
}

function refusals(
  tree: SyntaxNode,
  references: readonly { name: string; start: number }[],
  source: string,
): { code: string; at: number; message: string; found?: string; hint: string }[] {
  const faults = leanings(tree).map((leaning) => ({
    ...leaning,
    found: source.slice(leaning.at).split('\n', 1)[0] ?? '',
  }));
  const found = [];
  for (const node of nodesOf(tree)) {
    if (!IMPORTS.has(node.type)) continue;
    const from = fieldNode(node, 'source')?.['value'];
    found.push({
      code: 'cell-import',
      at: node.start,
      message: 'A cell imports modules of its engagement, and nothing else: a report opens without a network.',
      found: typeof from === 'string' ? from : source.slice(node.start, node.end),
      hint: 'Plot, Inputs, d3, html, svg and aq are in scope without an import; a module is named by its path from the page, such as "./bands.ts".',
    });
  }
  const free = new Map(references.map(({ name, start }) => [name, start]));
  // Globals of the browser are no references of the cell.
  for (const node of nodesOf(tree)) {
    const name = identifierName(node);
    const callee = fieldNode(node, 'callee');
    const called = identifierName(callee);
    if (name !== undefined && free.get(name) === node.start && Object.hasOwn(REFUSED_NAMES, name)) {
      found.push({ at: node.start, ...refused(name) });
    } else if (
      callee !== undefined &&
      called !== undefined &&
      !free.has(called) &&
      Object.hasOwn(REFUSED_NAMES, called)
    ) {
      found.push({ at: callee.start, ...refused(called) });
    }
  }
  return [...faults, ...found];
}

function syntaxFault(block: Block, error: unknown): NotebookFault {
  const { message, pos } = error as { message: string; pos?: number };
  const inText = /\s*\((\d+):(\d+)\)\s*$/.exec(message);
  const spot =
    pos !== undefined
      ? spotOf(block, pos)
      : inText !== null
        ? { line: block.line + Number(inText[1]) - 1, column: block.indent + Number(inText[2]) + 1 }
        : { line: block.line, column: block.indent + 1 };
  return {
    code: 'cell-syntax',
    ...spot,
    message: `The cell cannot be read: ${parserWords(message)}.`,
    hint: 'Correct the code; a block that only shows code has run=false.',
  };
}

export type Compiled =
  | { readonly cell: CompiledCell; readonly faults: readonly NotebookFault[] }
  | { readonly cell?: undefined; readonly faults: readonly NotebookFault[] };

/** Compiles a block; a fault leaves no cell where the code cannot be read at all. */
export function compileBlock(block: Block, file: string): Compiled {
  let source: string;
  let modules: readonly string[];
  let parsed: ReturnType<typeof parseJavaScript>;
  let transpiled: TranspiledJavaScript;
  try {
    ({ source, modules } = localise(block.language === 'ts' ? eraseTypes(block.source) : block.source, file));
    parsed = parseJavaScript(source);
    transpiled = transpile(toCell({ id: 0, value: source, mode: 'js' }));
  } catch (error) {
    return { faults: [syntaxFault(block, error)] };
  }
  const tree = parsed.body as unknown as SyntaxNode;
  const references = parsed.references.map(({ name, start }) => ({ name, start }));
  const faults = refusals(tree, references, source).map(({ at, ...fault }) => ({ ...fault, ...spotOf(block, at) }));

  const names = [...new Set(references.map(({ name }) => name))];
  const libraries = names.filter((name) => name === AQ || (LIBRARIES as readonly string[]).includes(name));
  const inputs = names.filter((name) => !libraries.includes(name) && !MODULE_NAME.test(name));
  const body = transpiled.body.replace(
    /^(async )?\([^)]*\) => \{/,
    (_, prefix: string | undefined) => `${prefix ?? ''}(${inputs.join(', ')}) => {`,
  );
  const first = (list: readonly { name: string; start: number }[]): Map<string, Spot> =>
    new Map([...list].reverse().map(({ name, start }) => [name, spotOf(block, start)]));
  return {
    faults,
    cell: {
      block,
      code: {
        inputs,
        outputs: transpiled.outputs ?? [],
        libraries,
        modules: [...modules],
        views: viewNames(tree),
        autodisplay: (transpiled.autodisplay ?? false) && !block.attributes.hidden,
        body,
      },
      isStatic: libraries.includes(AQ),
      references: first(references),
      definitions: first((parsed.declarations ?? []).map(({ name, start }) => ({ name, start }))),
      words: wordsOf(tree),
      prologue: parsed.expression ? 2 : 1,
    },
  };
}
