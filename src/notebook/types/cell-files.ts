/** The cells of a page as files that a type checker reads, each with the way back to its place in the page. */
import { posix } from 'node:path';
import { parseJavaScript } from '@observablehq/notebook-kit';
import { compileBlock, spotOf } from '../compile.ts';
import type { CompiledCell, Spot } from '../compile.ts';
import { definers } from '../graph.ts';
import { AQ, BUILTINS, LIBRARIES } from '../names.ts';
import { readNotebook } from '../read-notebook.ts';

export interface CellFile {
  /** Beside the page, where its imports of modules lead to the same files; it is never written. */
  readonly path: string;
  readonly text: string;
  /** Checked as TypeScript; JavaScript is checked less strictly. */
  readonly isStrict: boolean;
  /** Place in the page of an offset in `text`. */
  place(offset: number): Spot;
}

export interface DeclarationFile {
  readonly path: string;
  readonly text: string;
}

const SCOPE_NAMES: ReadonlySet<string> = new Set([...LIBRARIES, ...BUILTINS, AQ]);

/** Names of limits that sliders of figures move: numbers that cells read. */
const limitNames = (text: string): Set<string> =>
  new Set([...text.matchAll(/\binput:\s*\{\s*name:\s*['"]([\w$]+)['"]/g)].map(([, name = '']) => name));

const isExpression = (source: string): boolean => {
  try {
    return parseJavaScript(source).expression;
  } catch {
    // Types are not JavaScript; a statement can hold an expression too.
    return false;
  }
};

/**
 * Files of a page.
 *
 * @param text of the MDX
 * @param file of the page, relative to the root
 * @param tables names of tables
 * @param scope path of the module with what every cell has
 * @param own path of the engagement's declarations
 */
export function cellFiles(
  text: string,
  file: string,
  { tables, scope, own }: { tables: ReadonlySet<string>; scope: string; own: string },
): { cells: CellFile[]; declarations: DeclarationFile[] } {
  const { blocks } = readNotebook(text);
  const compiled = blocks
    .filter(({ kind }) => kind === 'cell' || kind === 'value')
    .flatMap((block) => compileBlock(block, file).cell ?? []);
  const by = definers(compiled);
  const limits = limitNames(text);
  const stem = (cell: CompiledCell): string =>
    posix.join(posix.dirname(file), `.${posix.basename(file)}.cell-${String(compiled.indexOf(cell))}`);
  const endOf = ({ block }: CompiledCell): string => (block.language === 'ts' ? '.ts' : '.js');

  const declare = (name: string): string => {
    const other = by.get(name);
    if (other !== undefined)
      // What a cell with aq gives is known only once it ran.
      return other.isStatic
        ? `export declare const ${name}: any;`
        : `export declare const ${name}: Given<typeof import(${JSON.stringify(`./${posix.basename(stem(other))}${endOf(other)}`)}).${name}>;`;
    if (limits.has(name)) return `export declare const ${name}: number;`;
    if (tables.has(name)) return `export declare const ${name}: Tables[${JSON.stringify(name)}];`;
    if (name === 'facts' || name === 'roi')
      return `export declare const ${name}: ${name === 'facts' ? 'Facts' : 'Roi'};`;
    return SCOPE_NAMES.has(name) ? `export { ${name} } from ${JSON.stringify(scope)};` : '';
  };

  const cells: CellFile[] = [];
  const declarations: DeclarationFile[] = [];
  for (const cell of compiled) {
    const { block, code } = cell;
    const path = `${stem(cell)}${endOf(cell)}`;
    // Names of the browser stay what they are.
    const given = [...new Set([...code.inputs, ...code.libraries])]
      .map((name) => ({ name, text: declare(name) }))
      .filter((one) => one.text !== '');
    declarations.push({
      path: `${stem(cell)}.given.d.ts`,
      text: [
        `import type { Given } from ${JSON.stringify(scope)};`,
        `import type { Facts, Roi, Tables } from ${JSON.stringify(own)};`,
        ...given.map((one) => one.text),
        'export {};',
      ].join('\n'),
    });
    const names = given.map(({ name }) => name).join(', ');
    const expression = block.language !== 'ts' && isExpression(block.source);
    const before = `import { ${names} } from ${JSON.stringify(`./${posix.basename(stem(cell))}.given.js`)};\n${expression ? 'export default (\n' : ''}`;
    const after = expression ? '\n);\n' : `\nexport { ${code.outputs.join(', ')} };\n`;
    cells.push({
      path,
      text: before + block.source + after,
      isStrict: block.language === 'ts',
      place: (offset) => spotOf(block, Math.min(Math.max(0, offset - before.length), block.source.length)),
    });
  }
  return { cells, declarations };
}
