/** How the cells of a page depend on one another, and what is wrong with that. */
import { nearest } from '../core/nearest.ts';
import type { CompiledCell, Spot } from './compile.ts';
import type { NotebookFault } from './fault.ts';
import { AQ, BUILTINS, FIGURES, FIGURE_LIBRARIES, LIBRARIES, REFUSED_NAMES } from './names.ts';

const IN_SCOPE: ReadonlySet<string> = new Set([...LIBRARIES, ...BUILTINS, AQ, FIGURES, ...FIGURE_LIBRARIES]);

const START: Spot = { line: 1, column: 1 };

/** Changes in the browser by itself or by the reader. */
const REACTIVE = new Set(['view', 'width', 'dark', 'roi', 'Mutable', 'Generators']);

/** The cell that defines each name; the first where several do. */
export function definers(cells: readonly CompiledCell[]): Map<string, CompiledCell> {
  const found = new Map<string, CompiledCell>();
  for (const cell of cells) for (const name of cell.code.outputs) if (!found.has(name)) found.set(name, cell);
  return found;
}

/** Cells that a cell reads, directly or through others; itself not among them unless it goes round in a circle. */
export function ancestors(cell: CompiledCell, by: ReadonlyMap<string, CompiledCell>): Set<CompiledCell> {
  const found = new Set<CompiledCell>();
  const visit = ({ code }: CompiledCell): void => {
    for (const name of code.inputs) {
      const other = by.get(name);
      if (other === undefined || found.has(other)) continue;
      found.add(other);
      visit(other);
    }
  };
  visit(cell);
  return found;
}

function duplicates(cells: readonly CompiledCell[], tables: ReadonlySet<string>): NotebookFault[] {
  const first = new Map<string, CompiledCell>();
  return cells.flatMap((cell) =>
    cell.code.outputs.flatMap((name): NotebookFault[] => {
      const spot = cell.definitions.get(name) ?? START;
      const known = IN_SCOPE.has(name);
      if (known || tables.has(name)) {
        return [
          {
            code: 'cell-name-taken',
            ...spot,
            message: `"${name}" is ${known ? 'in scope already' : 'a table of the engagement'}.`,
            found: name,
            hint: 'Choose another name.',
          },
        ];
      }
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, cell);
        return [];
      }
      const line = other.definitions.get(name)?.line ?? other.block.line;
      return [
        {
          code: 'cell-defined-twice',
          ...spot,
          message: `"${name}" is defined by two cells.`,
          found: `line ${line} and line ${spot.line}`,
          hint: 'Rename one of them: cells see each other by name.',
        },
      ];
    }),
  );
}

function unknownNames(cells: readonly CompiledCell[], known: ReadonlySet<string>): NotebookFault[] {
  return cells.flatMap((cell) =>
    cell.code.inputs.flatMap((name): NotebookFault[] => {
      if (known.has(name) || Object.hasOwn(REFUSED_NAMES, name)) return [];
      const near = nearest(
        name,
        [...known].filter((one) => !one.startsWith('__')),
      );
      return [
        {
          code: 'cell-unknown-name',
          ...(cell.references.get(name) ?? START),
          message: `"${name}" is not defined.`,
          expected:
            'a name of another cell, a table, or one of Plot, Inputs, d3, html, svg, aq, facts, roi, width, dark',
          found: name,
          hint:
            near === undefined ? 'Define it in a cell of this page, or correct the name.' : `Did you mean "${near}"?`,
        },
      ];
    }),
  );
}

function withoutModel(cells: readonly CompiledCell[]): NotebookFault[] {
  return cells.flatMap((cell): NotebookFault[] => {
    const spot = cell.references.get('roi');
    if (spot === undefined) return [];
    const hint = 'Write the model, or take it out of the cell.';
    return [
      { code: 'cell-without-model', ...spot, message: 'The engagement has no ROI model.', expected: 'roi.yaml', hint },
    ];
  });
}

/** The names along a circle from a cell back to itself. */
function circleFrom(start: CompiledCell, by: ReadonlyMap<string, CompiledCell>): string[] | undefined {
  const seen = new Set<CompiledCell>();
  const follow = (cell: CompiledCell, path: readonly string[]): string[] | undefined => {
    for (const name of cell.code.inputs) {
      const next = by.get(name);
      if (next === undefined) continue;
      if (next === start) return [...path, name];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = follow(next, [...path, name]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow(start, []);
}

function circles(cells: readonly CompiledCell[], by: ReadonlyMap<string, CompiledCell>): NotebookFault[] {
  const told = new Set<string>();
  return cells.flatMap((cell): NotebookFault[] => {
    const circle = circleFrom(cell, by);
    if (circle === undefined) return [];
    const id = [...circle].sort().join(' ');
    if (told.has(id)) return [];
    told.add(id);
    const [name = ''] = circle;
    return [
      {
        code: 'cell-circular',
        ...(cell.references.get(name) ?? START),
        message: 'Cells go round in a circle.',
        found: `${circle.at(-1) ?? ''} reads ${circle.join(', which reads ')}`,
        hint: 'Break the circle: split a cell, or let one of them keep its value in a Mutable.',
      },
    ];
  });
}

function reactiveName(cell: CompiledCell): string | undefined {
  return [...cell.code.inputs, ...cell.code.libraries].find((name) => REACTIVE.has(name));
}

function movingArquero(cells: readonly CompiledCell[], by: ReadonlyMap<string, CompiledCell>): NotebookFault[] {
  return cells.flatMap((cell): NotebookFault[] => {
    if (!cell.isStatic) return [];
    const moving = [cell, ...ancestors(cell, by)].find((other) => reactiveName(other) !== undefined);
    if (moving === undefined) return [];
    const name =
      moving === cell
        ? reactiveName(cell)
        : cell.code.inputs.find((input) => {
            const definer = by.get(input);
            return definer === moving || (definer !== undefined && ancestors(definer, by).has(moving));
          });
    return [
      {
        code: 'cell-arquero-moves',
        ...(cell.references.get(name ?? AQ) ?? START),
        message: `A cell with aq runs once, at build, and "${name ?? AQ}" changes in the reader's hands.`,
        found: moving === cell ? (name ?? AQ) : `${name ?? AQ}, through line ${moving.block.line}`,
        hint: 'Derive with aq first, in a cell without inputs; filter its result with the input in a second cell, with array methods or d3.',
      },
    ];
  });
}

/** Everything wrong with the names of a page; `roi` is one only where the engagement has a model. */
export function graphFaults(
  cells: readonly CompiledCell[],
  tables: ReadonlySet<string>,
  hasModel: boolean,
): NotebookFault[] {
  const by = definers(cells);
  const known = new Set([...IN_SCOPE, ...tables, ...by.keys()]);
  return [
    ...duplicates(cells, tables),
    ...(hasModel ? [] : withoutModel(cells)),
    ...unknownNames(cells, known),
    ...circles(cells, by),
    ...movingArquero(cells, by),
  ];
}
