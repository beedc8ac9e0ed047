/** Versions on the page: presets, keeping, comparing, and passing them on as a code, a link, a file or paper. */
import { comparisonView, presetState, versionColumns } from '../charts/roi-comparison.ts';
import type { ComparisonRow, VersionColumn } from '../charts/roi-comparison.ts';
import { PUBLISHED } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { keptVersions } from './roi-kept.ts';
import { roiJson } from './roi-json.ts';
import { readCode, scenarioCode } from './roi-code.ts';
import { saveText } from './save-text.ts';

export interface VersionsHost {
  /** The version in force. */
  state(): RoiState;
  set(state: RoiState): void;
}

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
  const cell = element('th', { text: column.title, className: column.yours === true ? 'yours' : '' }, [
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

/**
 * Wakes the versions, where the page has them.
 *
 * @returns draws the comparison anew; to be called once the state rests
 */
export function wakeVersions(island: RoiIsland, host: VersionsHost): () => void {
  const { model, engagement, version } = island;
  const table = document.querySelector<HTMLTableElement>('[data-roi-compare]');
  const tools = document.querySelectorAll<HTMLElement>('[data-roi-tools]');
  const code = document.querySelector<HTMLInputElement>('[data-roi-code]');
  const said = document.querySelector<HTMLElement>('[data-roi-said]');
  if (table === null || code === null || said === null) return () => undefined;
  const kept = keptVersions(island, () => localStorage);
  for (const place of tools) place.hidden = false;

  const tell = (text: string): void => {
    said.textContent = text;
  };

  function compare(): void {
    const columns = versionColumns(model, version, host.state(), kept.list);
    const { results, assumptions } = comparisonView(model, columns);
    table?.tHead?.replaceChildren(element('tr', {}, [element('td', {}), ...columns.map(headOf)]));
    [results, assumptions].forEach((rows, index) =>
      table?.tBodies[index]?.replaceChildren(...rows.map((row) => rowOf(row, columns))),
    );
    if (code !== null) code.value = scenarioCode(island, host.state());
  }

  async function copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      tell(`${what} copied.`);
    } catch {
      // Browsers may refuse the clipboard to a file: then the reader's own hands do it.
      code?.focus();
      code?.select();
      tell(`This browser does not let a page copy. The code is selected: press Ctrl+C or Cmd+C.`);
    }
  }

  function paste(text: string): void {
    const read = readCode(text, island);
    if ('fault' in read) {
      tell(`${read.fault} Your version stands as it was.`);
      return;
    }
    host.set(read.state);
    tell(['The code is in force.', ...read.notices].join(' '));
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-roi-keep], [data-roi-paste]')) return;
    event.preventDefault();
    const field = form.querySelector('input');
    if (field === null) return;
    if (form.matches('[data-roi-paste]')) {
      paste(field.value);
      return;
    }
    const fault = kept.keep(field.value, host.state());
    tell(fault ?? `“${field.value.trim()}” is kept in this browser.`);
    if (fault === undefined) field.value = '';
    compare();
  });

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    const { roiPreset: preset, roiUse: use, roiForget: forget } = button.dataset;
    if (preset === 'published') host.set(PUBLISHED);
    if (preset === 'conservative' || preset === 'upside') host.set(presetState(model, preset));
    const chosen = kept.list.find(({ name }) => name === use);
    if (chosen !== undefined) host.set(chosen.state);
    if (forget !== undefined) {
      tell(kept.forget(forget) ?? `“${forget}” is forgotten.`);
      compare();
    }
    if (button.matches('[data-roi-copy]')) void copy(scenarioCode(island, host.state()), 'Code');
    if (button.matches('[data-roi-link]')) void copy(location.href, 'Link');
    if (button.matches('[data-roi-json]'))
      saveText(roiJson(island, host.state()), `${engagement}-roi.json`, document, 'application/json');
    if (button.matches('[data-roi-print]')) {
      document.documentElement.classList.add('print-roi');
      window.print();
    }
  });
  window.addEventListener('afterprint', () => document.documentElement.classList.remove('print-roi'));

  // A link to a file is worth nothing on another machine.
  for (const link of document.querySelectorAll<HTMLElement>('[data-roi-link]'))
    link.hidden = !location.protocol.startsWith('http');
  compare();
  return compare;
}
