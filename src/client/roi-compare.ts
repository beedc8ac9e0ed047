/** The table of versions side by side, written anew. */
import { comparisonView } from '../charts/roi-comparison.ts';
import type { ComparisonRow, VersionColumn } from '../charts/roi-comparison.ts';
import type { RoiModel } from '../core/roi.ts';

const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  options: { text?: string; className?: string },
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  if (options.text !== undefined) made.textContent = options.text;
  if (options.className !== undefined && options.className !== '') made.className = options.className;
  made.append(...children);
  return made;
};

function headOf(column: VersionColumn): HTMLElement {
  const title = element('span', { text: column.title, className: 'roi-version' });
  // Cut off after some lines.
  title.title = column.title;
  const cell = element('th', { className: column.yours === true ? 'yours' : '' }, [
    title,
    element('span', { text: column.detail }),
  ]);
  cell.scope = 'col';
  for (const [label, name] of column.kept === undefined
    ? []
    : ([
        ['Use', 'roiUse'],
        ['Forget', 'roiForget'],
      ] as const)) {
    const button = element('button', { text: label, className: 'link-button' }, [
      element('span', { text: ` ${column.title}`, className: 'visually-hidden' }),
    ]);
    button.type = 'button';
    button.dataset[name] = column.kept;
    cell.append(button);
  }
  return cell;
}

function rowOf({ label, kind, cells }: ComparisonRow, columns: readonly VersionColumn[]): HTMLElement {
  const head = element('th', { text: label });
  head.scope = 'row';
  const rest = cells.map(({ text, differs }, index) => {
    const classes = ['amount', ...(differs ? ['differs'] : []), ...(columns[index]?.yours === true ? ['yours'] : [])];
    return element('td', { text, className: classes.join(' ') });
  });
  return element('tr', { className: kind }, [head, ...rest]);
}

/** @param table with a body for results and one for assumptions, of this document or of another */
export function paintComparison(table: HTMLTableElement, model: RoiModel, columns: readonly VersionColumn[]): void {
  const { results, assumptions } = comparisonView(model, columns);
  table.tHead?.replaceChildren(element('tr', {}, [element('td', {}), ...columns.map(headOf)]));
  [results, assumptions].forEach((rows, index) =>
    table.tBodies[index]?.replaceChildren(...rows.map((row) => rowOf(row, columns))),
  );
}

/** Paints and leaves the keyboard where it was: on the same button, or on its neighbour where that is gone. */
export function keepingFocus(table: HTMLTableElement, otherwise: HTMLElement | null, paint: () => void): void {
  const buttons = () => [...table.querySelectorAll('button')];
  const before = buttons();
  const at = before.findIndex((button) => button === document.activeElement);
  paint();
  const held = before[at];
  if (held === undefined) return;
  const after = buttons();
  const same = after.find((button) => button.textContent === held.textContent);
  (same ?? after[Math.min(at, after.length - 1)] ?? otherwise)?.focus();
}
