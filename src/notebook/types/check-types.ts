/** Holds the cells of an engagement, and the modules that they import, against its tables, facts and model. */
import { posix, resolve } from 'node:path';
import ts from 'typescript';
import { cellFiles } from './cell-files.ts';
import type { CellFile } from './cell-files.ts';
import { plotColumnFaults } from './plot-columns.ts';
import { SCOPE } from './scope.ts';

export interface TypedPage {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
}

export interface TypeFault {
  /** Page or module, relative to the root. */
  readonly file: string;
  /** Text of the file. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What the message rests on, where the checker gives a chain of reasons. */
  readonly found?: string;
  readonly hint?: string;
}

export interface TypesInput {
  /** Absolute folder that holds content/. */
  readonly root: string;
  /** Absolute folder of the workbench: types of libraries are found from there. */
  readonly home: string;
  /** Name of the engagement. */
  readonly id: string;
  readonly pages: readonly TypedPage[];
  readonly tables: ReadonlySet<string>;
  /** Text of the engagement's declarations. */
  readonly declarations: string;
}

const SHARED: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
};

/** Bundling leaves nothing of TypeScript but types; JavaScript is written without a thought of blanks and implied types. */
const STRICT: ts.CompilerOptions = { ...SHARED, strict: true, erasableSyntaxOnly: true };
const LOOSE: ts.CompilerOptions = { ...SHARED, strict: false, noImplicitAny: true };

/** Of implied types JavaScript is told one: a name in brackets that there is not, such as that of a fact. */
const isImplied = (code: number): boolean => code >= 7000 && code < 8000;

/** A host that finds virtual files first, and reads each file of the disk once for both passes. */
function hostWith(files: ReadonlyMap<string, string>): (options: ts.CompilerOptions) => ts.CompilerHost {
  const sources = new Map<string, ts.SourceFile | undefined>();
  return (options) => {
    const host = ts.createCompilerHost(options);
    return {
      ...host,
      // Folders of files that are not written have to be taken on trust.
      directoryExists: () => true,
      fileExists: (path) => files.has(path) || host.fileExists(path),
      readFile: (path) => files.get(path) ?? host.readFile(path),
      getSourceFile(path, language) {
        if (!sources.has(path)) {
          const text = files.get(path);
          sources.set(
            path,
            text === undefined
              ? host.getSourceFile(path, language)
              : ts.createSourceFile(
                  path,
                  text,
                  typeof language === 'object' ? language : { languageVersion: language },
                  true,
                ),
          );
        }
        return sources.get(path);
      },
    };
  };
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** The first sentence of the checker, and the last of its reasons. */
function words({ messageText }: ts.Diagnostic): Pick<TypeFault, 'message' | 'found'> {
  const lines = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
  const [first = '', ...rest] = lines.map((line) => line.trim());
  const last = rest.at(-1);
  return { message: sentence(first), ...(last !== undefined && { found: sentence(last) }) };
}

/** Faults in the order of files and places. */
export function checkTypes({ root, home, id, pages, tables, declarations }: TypesInput): TypeFault[] {
  const at = (path: string): string => resolve(root, path).split('\\').join('/');
  const scope = resolve(home, 'src/notebook/types/cell-scope.d.ts').split('\\').join('/');
  const own = at(`.workbench/types/${id}.d.ts`);
  const files = new Map<string, string>([
    [scope, SCOPE],
    [own, declarations],
  ]);
  const cells = new Map<string, { cell: CellFile; page: TypedPage }>();
  for (const page of pages) {
    const made = cellFiles(page.text, page.file, { tables, scope, own });
    for (const { path, text } of [...made.cells, ...made.declarations]) files.set(at(path), text);
    for (const cell of made.cells) cells.set(at(cell.path), { cell, page });
  }
  if (cells.size === 0) return [];

  const host = hostWith(files);
  const folder = at(`content/${id}/`);
  const faults: TypeFault[] = [];
  const pass = (options: ts.CompilerOptions, wanted: (path: string) => boolean): void => {
    const program = ts.createProgram({ rootNames: [...cells.keys()], options, host: host(options) });
    for (const source of program.getSourceFiles()) {
      if (!wanted(source.fileName)) continue;
      const known = cells.get(source.fileName);
      const add = (start: number, said: Pick<TypeFault, 'message' | 'found' | 'hint'>): void => {
        const { line, character } = source.getLineAndCharacterOfPosition(start);
        faults.push(
          known === undefined
            ? {
                file: posix.relative(at('.'), source.fileName),
                text: source.text,
                line: line + 1,
                column: character + 1,
                ...said,
              }
            : { file: known.page.file, text: known.page.text, ...known.cell.place(start), ...said },
        );
      };
      for (const found of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
        const said = words(found);
        const isTold = options === STRICT || !isImplied(found.code) || said.found?.startsWith("Property '") === true;
        if (isTold) add(found.start ?? 0, said);
      }
      if (known !== undefined)
        for (const { start, ...said } of plotColumnFaults(source, program.getTypeChecker())) add(start, said);
    }
  };
  const isModule = (path: string): boolean => !files.has(path) && path.startsWith(`${folder}/`);
  const isStrict = (path: string): boolean =>
    cells.get(path)?.cell.isStrict ?? (isModule(path) && path.endsWith('.ts'));
  pass(STRICT, isStrict);
  pass(LOOSE, (path) => (cells.has(path) || isModule(path)) && !isStrict(path));
  const order = (a: TypeFault, b: TypeFault): number =>
    pagesFirst(a.file) - pagesFirst(b.file) || a.line - b.line || a.column - b.column;
  const pagesFirst = (file: string): number => pages.findIndex((page) => page.file === file) + 1 || pages.length + 1;
  return faults.sort(order);
}
