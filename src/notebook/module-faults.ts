/** What is wrong with a module that cells import: what it takes from the machine, and from outside its engagement. */
import { posix } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import type { NotebookFault } from './fault.ts';
import { leanings } from './lint.ts';
import { REFUSED_NAMES, refused } from './names.ts';
import { fieldNode, identifierName, nodesOf, parserWords } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

/** A module of an engagement as its author wrote it. */
export interface ModuleText {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
}

/** The engagement's folder that a page or module stands in: `content/<engagement>/`. */
export const folderOf = (file: string): string => `${file.split('/').slice(0, 2).join('/')}/`;

/** Whether a module may import this: a path that stays in the folder of its engagement. */
export const isOwnModule = (file: string, from: string): boolean =>
  /^\.\.?\//.test(from) && posix.join(posix.dirname(file), from).startsWith(folderOf(file));

function spotOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The language by the end of the name: types alone make the difference. */
const languageOf = (file: string): 'ts' | 'js' => (file.endsWith('.ts') ? 'ts' : 'js');

type Found = Omit<NotebookFault, 'line' | 'column'> & { readonly at: number };

function importFaults(tree: SyntaxNode, { file, text }: ModuleText): Found[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const source = /^(Import(Declaration|Expression)|Export(Named|All)Declaration)$/.test(node.type)
      ? fieldNode(node, 'source')
      : undefined;
    // Types are gone before anything runs.
    if (source === undefined || node['importKind'] === 'type' || node['exportKind'] === 'type') return [];
    const from = source['value'];
    if (typeof from === 'string' && isOwnModule(file, from)) return [];
    return [
      {
        code: 'module-import',
        at: source.start,
        message: 'A module of a notebook imports modules of its engagement, and nothing else.',
        found: typeof from === 'string' ? from : text.slice(source.start, source.end),
        hint: 'Let its functions be handed what they need, such as Plot or d3, by the cell that calls them.',
      },
    ];
  });
}

/** Calls of names that have no place in a report, unless the module gives the name itself. */
function refusedCalls(tree: SyntaxNode): Found[] {
  const own = new Set<string | undefined>();
  const called: { name: string; at: number }[] = [];
  for (const node of nodesOf(tree)) {
    for (const given of [node['id'], node['local'], node['params']].flat())
      own.add(identifierName(given as SyntaxNode | undefined));
    const callee = fieldNode(node, 'callee');
    const name = identifierName(callee);
    if (callee !== undefined && name !== undefined && Object.hasOwn(REFUSED_NAMES, name))
      called.push({ name, at: callee.start });
  }
  return called.filter(({ name }) => !own.has(name)).map(({ name, at }) => ({ at, ...refused(name) }));
}

/** Faults of a module, each at its place in the module. */
export function moduleFaults(module: ModuleText): NotebookFault[] {
  const { text, file } = module;
  let tree: SyntaxNode;
  try {
    tree = parseAst(text, { lang: languageOf(file) }) as unknown as SyntaxNode;
  } catch (error) {
    const { message, pos } = error as { message: string; pos?: number };
    return [
      {
        code: 'module-syntax',
        module,
        ...spotOf(text, pos ?? 0),
        message: `The module cannot be read: ${parserWords(message)}.`,
        hint: 'Correct the code.',
      },
    ];
  }
  return [
    ...leanings(tree).map((leaning) => ({ ...leaning, found: text.slice(leaning.at).split('\n', 1)[0] ?? '' })),
    ...refusedCalls(tree),
    ...importFaults(tree, module),
  ].map(({ at, ...fault }) => ({ ...fault, module, ...spotOf(text, at) }));
}
