/** Versions on the page: presets, keeping, comparing, and passing them on as a code, a link, a file or paper. */
import { presetState, versionColumns } from '../charts/roi-comparison.ts';
import { PUBLISHED } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { paintComparison } from './roi-compare.ts';
import { keptVersions } from './roi-kept.ts';
import { roiJson } from './roi-json.ts';
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

  const tell = (text: string): void => {
    said.textContent = text;
  };

  function compare(): void {
    if (table !== null) paintComparison(table, model, versionColumns(model, version, host.state(), kept.list));
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
    if (button.matches('[data-roi-save]')) void save(button.dataset['roiSave'] ?? '');
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
