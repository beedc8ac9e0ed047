/** Versions on the page: presets, keeping, comparing, and passing them on as a code, a link, a file or paper. */
import { versionColumns } from '../charts/roi-comparison.ts';
import { PUBLISHED } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { keepingFocus, paintComparison } from './roi-compare.ts';
import { keptKey, keptVersions } from './roi-kept.ts';
import { roiJson } from './roi-json.ts';
import { begun } from './roi-presets.ts';
import { readCode, scenarioCode } from './roi-code.ts';
import { saveText } from './save-text.ts';
import { copyOfPage, saveRoot } from './saved-version.ts';
import { loadWhole } from './whole-report.ts';
import { writeVersion } from './write-version.ts';

export interface VersionsHost {
  /** The version in force. */
  state(): RoiState;
  set(state: RoiState): void;
  /** Of the version in force, as it stands in the address. */
  address(): string;
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

  const name = document.querySelector<HTMLInputElement>('[data-roi-keep] input');
  /** The version that the last sentence was about. */
  let toldOf = host.state();
  const tell = (text: string): void => {
    said.textContent = text;
    toldOf = host.state();
  };

  /** The version that another has taken the place of, and by what. */
  let replaced: { state: RoiState; by: string; way: 'undo' | 'redo' } | undefined;
  function offer(state: RoiState, by: string, way: 'undo' | 'redo'): void {
    replaced = { state, by, way };
    for (const button of document.querySelectorAll<HTMLElement>('[data-roi-back]')) {
      button.textContent = `${way} ${by}`;
      button.hidden = false;
    }
  }

  /** Puts another version in the place of the reader's, which is one press away. */
  function replace(next: RoiState, by: string, text: string): void {
    offer(host.state(), by, 'undo');
    host.set(next);
    tell(text);
    compare();
  }

  function back(): void {
    if (replaced === undefined) return;
    const { state, by, way } = replaced;
    offer(host.state(), by, way === 'undo' ? 'redo' : 'undo');
    host.set(state);
    tell(way === 'undo' ? `Your version stands as it did before ${by}.` : `Back to what ${by} gave.`);
    compare();
  }

  function compare(): void {
    if (table !== null)
      keepingFocus(table, name, () =>
        paintComparison(table, model, versionColumns(model, version, host.state(), kept.list)),
      );
    if (code !== null) code.value = scenarioCode(island, host.state());
    // What was said of another version is no longer true.
    if (toldOf !== host.state()) tell('');
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

  async function save(whole: string): Promise<void> {
    const state = host.state();
    const root = document.querySelector('[data-page]') === null ? await loadWhole(whole) : copyOfPage();
    if (root === undefined) {
      tell(
        'The file that holds the whole report is not beside this page: the folder is not complete. The code below carries your version.',
      );
      return;
    }
    writeVersion(root, island, state);
    saveRoot(root, host.address(), `${engagement}-your-version.html`);
    tell(
      'Your version is saved as one file. It opens without this folder, and “Reset all” in it leads back to the published values.',
    );
  }

  function paste(text: string): void {
    const read = readCode(text, island);
    if ('fault' in read) {
      tell(`${read.fault} Your version stands as it was.`);
      return;
    }
    replace(read.state, 'the code', ['The code is in force.', ...read.notices].join(' '));
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
    const known = kept.list.some((one) => one.name === field.value.trim());
    const fault = kept.keep(field.value, host.state());
    tell(
      fault ?? `“${field.value.trim()}” is kept in this browser${known ? ', in place of the one of that name' : ''}.`,
    );
    if (fault === undefined) field.value = '';
    compare();
  });

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    const { roiPreset: preset, roiUse: use, roiForget: forget } = button.dataset;
    if (preset === 'published' || button.matches('[data-roi-reset]'))
      replace(PUBLISHED, `“${button.textContent}”`, 'Everything stands as published, price and rounding included.');
    if (preset === 'conservative' || preset === 'upside') {
      const { state, text } = begun(model, host.state(), preset);
      replace(state, `“${preset}”`, text);
    }
    const chosen = kept.list.find((one) => one.name === use);
    if (chosen !== undefined)
      replace(chosen.state, `“${chosen.name}”`, [`“${chosen.name}” is in force.`, ...chosen.notices].join(' '));
    if (button.matches('[data-roi-back]')) back();
    if (forget !== undefined) {
      tell(kept.forget(forget) ?? `“${forget}” is forgotten.`);
      compare();
    }
    if (button.matches('[data-roi-copy]')) void copy(scenarioCode(island, host.state()), 'Code');
    if (button.matches('[data-roi-link]')) void copy(location.href, 'Link');
    if (button.matches('[data-roi-json]')) {
      saveText(roiJson(island, host.state()), `${engagement}-roi.json`, document, 'application/json');
      tell('Your version is saved as JSON.');
    }
    if (button.matches('[data-roi-save]')) void save(button.dataset['roiSave'] ?? '');
    if (button.matches('[data-roi-print]')) {
      document.documentElement.classList.add('print-roi');
      window.print();
    }
  });
  // Another tab of this browser keeps and forgets, too.
  window.addEventListener('storage', ({ key }) => {
    if (key !== null && key !== keptKey(engagement)) return;
    kept.refresh();
    compare();
  });
  window.addEventListener('afterprint', () => document.documentElement.classList.remove('print-roi'));

  // A link to a file is worth nothing on another machine.
  for (const link of document.querySelectorAll<HTMLElement>('[data-roi-link]'))
    link.hidden = !location.protocol.startsWith('http');
  compare();
  return compare;
}
