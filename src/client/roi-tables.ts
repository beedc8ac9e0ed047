/** Tables under the live figures: written anew where one is open, once the sliders rest, or when it is opened. */
import { MODEL_TABLES, modelTable } from '../charts/roi-table.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { formatNumber } from '../core/format.ts';
import type { RoiModel } from '../core/roi.ts';

/** Writes a table, open or not. */
export function fillTable(details: HTMLDetailsElement, model: RoiModel, state: RoiState): void {
  const noun = MODEL_TABLES.find((name) => name === details.dataset['roiTable']);
  const body = details.querySelector('tbody');
  if (noun === undefined || body === null) return;
  const { columns, rows } = modelTable(noun, model, state);
  body.replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement('tr');
      for (const { name } of columns) {
        const value = row[name] ?? '';
        const cell = line.insertCell();
        if (typeof value === 'number') cell.className = 'amount';
        cell.textContent = typeof value === 'number' ? formatNumber(value, undefined, model.locale) : String(value);
      }
      return line;
    }),
  );
}

/**
 * Wakes the tables of the page.
 *
 * @returns writes those that are open
 */
export function wakeTables(model: RoiModel, state: () => RoiState): () => void {
  const tables = [...document.querySelectorAll<HTMLDetailsElement>('details[data-roi-table]')];
  const fill = (details: HTMLDetailsElement): void => {
    if (details.open) fillTable(details, model, state());
  };
  for (const details of tables) details.addEventListener('toggle', () => fill(details));
  return () => tables.forEach(fill);
}
