/** What a reader's version is, in a note on the pages of the file that carries it; it follows what is set there later. */
import { roiAnswers } from '../charts/roi-answers.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { PUBLISHED, isPublished, moneyText, roiView } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import { formatQuantity } from '../core/quantity.ts';
import type { RoiModel } from '../core/roi.ts';

/** What a state comes to, each result under its name. */
function resultsOf(model: RoiModel, state: RoiState): [label: string, text: string][] {
  const view = roiView(model, state);
  const { case: one } = roiAnswers(model, state, view);
  const sums = view.result.totals.map(({ label, value, unit }): [string, string] => [
    label,
    moneyText(value, unit, model.locale),
  ]);
  return one === undefined ? sums : [...sums, [`${one.worthLabel}:`, one.worth], [`${one.backLabel}:`, one.back]];
}

/** The note in sentences: whoever gets the file has not seen it happen. */
export function noteLines({ model, version }: Pick<RoiIsland, 'model' | 'version'>, state: RoiState): string[] {
  const { changes, rounding } = state;
  const changed = model.assumptions.flatMap(({ id, label, unit, value }) => {
    const change = changes[id];
    const say = (at: number): string => formatQuantity(at, unit, model.locale);
    return change === undefined ? [] : [`${label} ${say(change)}, published ${say(value)}`];
  });
  const before = resultsOf(model, PUBLISHED);
  const moved = resultsOf(model, state).flatMap(([label, text], index) => {
    const [wasLabel = '', was = ''] = before[index] ?? [];
    if (text === was && label === wasLabel) return [];
    return [`${label} ${text}, published ${label === wasLabel ? '' : `${wasLabel} `}${was}`];
  });
  return [
    `A reader’s version, saved from version ${version} of this report; not the published one. “Reset all” beside the assumptions leads back to it.`,
    `Changed: ${[...changed, ...(rounding ? [] : ['rounding switched off'])].join('; ')}.`,
    ...(moved.length === 0 ? [] : [`Comes to: ${moved.join('; ')}.`]),
  ];
}

/** Writes the note into its places. */
export function writeNotes(notes: Iterable<HTMLElement>, island: RoiIsland, state: RoiState): void {
  for (const note of notes)
    note.replaceChildren(
      ...noteLines(island, state).map((text) => {
        const line = document.createElement('p');
        line.textContent = text;
        return line;
      }),
    );
}

/**
 * Pages of the single file that do not follow the model: numbers of it are marked there while a version is in force.
 *
 * @returns to be called with every change; the pages are looked for once
 */
export function otherPages(root: ParentNode): (state: RoiState) => void {
  const pages = [...root.querySelectorAll('[data-page]')].filter((page) => !page.querySelector('[data-roi-page]'));
  return (state) => pages.forEach((page) => page.toggleAttribute('data-own-version', !isPublished(state)));
}
