/** The ROI sliders of a page: one state, painted into every place that depends on it, at most once a frame. */
import { fromShown } from '../charts/roi-control.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { PUBLISHED, isPublished } from '../charts/roi-view.ts';
import type { RoiState } from '../charts/roi-view.ts';
import type { ModelAssumption } from '../core/roi.ts';
import type { Outcomes } from '../core/simulation.ts';
import { stateKey } from '../schema/state-key.ts';
import { addressKeeper } from './address-bar.ts';
import { anchorOn, formatAddress, parseAddress } from './address.ts';
import type { Address } from './address.ts';
import { sessionKeeper } from './keep.ts';
import { wakeFields } from './roi-fields.ts';
import { findPlaces } from './roi-places.ts';
import { painter } from './roi-painter.ts';
import { roiCsv } from './roi-csv.ts';
import { resting } from './roi-rest.ts';
import { whenReturned } from './returned.ts';
import { wakeTables } from './roi-tables.ts';
import { wakeVersions } from './roi-versions.ts';
import { withInputs, withoutInputs } from './state-names.ts';
import { otherPages, writeNotes } from './version-note.ts';
import { saveText } from './save-text.ts';
import { readState, refusal, withChange, writeState } from './roi-state.ts';

/** A screen reader hears the result once the slider rests. */
const STATUS_DELAY = 700;

const NO_RANGE =
  'With these values a formula of the model has no result for some of the draws, so no range can be shown. What is drawn here is the last one.';

const target = (event: Event, selector: string): HTMLElement | undefined => {
  const element = event.target instanceof Element ? event.target.closest(selector) : null;
  return element instanceof HTMLElement ? element : undefined;
};

/** Wakes the sliders of a page. */
export function wakeRoi(island: RoiIsland): void {
  const { model, version, engagement } = island;
  const keeper = sessionKeeper(stateKey(engagement, version));
  // Pages of the single file that have sliders; in the folder the page itself.
  const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')].filter((page) =>
    page.querySelector('[data-roi-page]'),
  );
  const places = findPlaces(pages.length > 0 ? pages : [document]);
  let state: RoiState = PUBLISHED;
  /** Of the state as it stands; nothing while they are drawn. */
  let outcomes: Outcomes | undefined;
  let linksCarry = false;
  let statusTimer = 0;
  const page = painter(model, places, () => ({ state, outcomes }));
  /** Results that have been said, or that stood on the page before anything was. */
  let told = new Map(page.results().map(({ label, text }) => [label, text]));

  const assumptionOf = (id: string | undefined): ModelAssumption | undefined =>
    model.assumptions.find((one) => one.id === id);

  function address(): string {
    const current = parseAddress(location.hash);
    const pairs = withInputs(writeState(state, model, version), current, version);
    const stands = standing();
    const slug = stands ?? island.page;
    if (pairs.length > 0)
      return formatAddress({
        path: current.path === '' ? [slug, current.anchor].filter((part) => part !== '').join('/') : current.path,
        anchor: '',
        pairs,
      });
    if (stands !== undefined) return formatAddress({ ...current, pairs });
    return formatAddress({ path: '', anchor: anchorOn(slug, current) ?? '', pairs });
  }

  /** The page of the single file that is shown; none in the folder. */
  function standing(): string | undefined {
    return document.querySelector<HTMLElement>('[data-page]:not([hidden])')?.dataset['page'];
  }

  /** Address of the version in the file that is saved, which shows the page that stands here. */
  function versionAddress(): string {
    const pairs = withInputs(writeState(state, model, version), parseAddress(location.hash), version);
    return formatAddress({ path: standing() ?? island.page, anchor: '', pairs });
  }

  const keepAddress = addressKeeper(() => {
    const pairs = writeState(state, model, version);
    linksCarry = !keeper.write(pairs.length === 0 ? '' : formatAddress({ path: '', anchor: '', pairs }));
    return address();
  });

  const markOthers = otherPages(document);
  /** What a saved file says of its version is true of the one in force. */
  const notes = document.querySelectorAll<HTMLElement>('[data-roi-saved]');
  const follow = (): void => {
    if (!isPublished(state)) writeNotes(notes, island, state);
  };

  /** Says which results have moved since the last time; the first of all where none has. */
  function announce(): void {
    follow();
    const results = page.results();
    const moved = results.filter(({ label, text }) => told.get(label) !== text);
    told = new Map(results.map(({ label, text }) => [label, text]));
    const text = (moved.length > 0 ? moved : results.slice(0, 1))
      .map(({ label, text: now, difference }) => [`${label}: ${now}`, difference].filter(Boolean).join(', '))
      .join('. ');
    for (const status of document.querySelectorAll('[data-roi-status]')) status.textContent = `${text}.`;
  }

  // Only the page with the whole model shows a range of outcomes; there the last state is drawn once it rests.
  const rest = resting(model, (drawn) => {
    outcomes = drawn;
    for (const place of places.waiting) place.classList.toggle('waiting', drawn === undefined);
    if (drawn === undefined) {
      for (const { id, element } of places.words) if (id === 'outcomes.note') element.textContent = NO_RANGE;
    }
    // Everything else followed the thumb and stands there already.
    requestAnimationFrame(() => page.paintRest());
    setTimeout(compare, 0);
    setTimeout(tabulate, 0);
  });
  const tabulate = wakeTables(model, () => state);
  const compare = wakeVersions(island, {
    state: () => state,
    address: versionAddress,
    set: (next) => {
      explain([]);
      set(next);
    },
  });

  const clearFaults = wakeFields({
    model,
    state: () => state,
    take: (id, value) => set(withChange(state, model, id, value)),
    paintAgain: () => page.paintAgain(),
  });

  function set(next: RoiState, draw = true): void {
    state = next;
    outcomes = undefined;
    if (draw && places.waiting.length > 0) {
      for (const place of places.waiting) place.classList.add('waiting');
      rest.start(next);
    }
    clearFaults();
    page.paint();
    markOthers(state);
    keepAddress();
    clearTimeout(statusTimer);
    statusTimer = window.setTimeout(announce, STATUS_DELAY);
  }

  function explain(notices: readonly string[]): void {
    for (const place of document.querySelectorAll<HTMLElement>('[data-roi-notice]')) {
      place.hidden = notices.length === 0;
      place.replaceChildren(
        ...(notices.length === 0 ? [] : ['Not everything in the address could be taken.', ...notices]).map((text) => {
          const line = document.createElement('p');
          line.textContent = text;
          return line;
        }),
      );
    }
  }

  /** What another page of this tab has left. */
  const kept = (): Address['pairs'] => parseAddress(keeper.read() ?? '').pairs;

  /**
   * Takes the state of the address; without one, another; without that, the published one.
   *
   * @param asBuilt whether the page stands as the build has drawn it
   */
  function take(other: Address['pairs'], asBuilt = false): void {
    const here = withoutInputs(parseAddress(location.hash));
    const read = readState(here.pairs.length > 0 ? here.pairs : other, model, version);
    explain(here.pairs.length > 0 ? read.notices : []);
    // The build has drawn the outcomes of the published version.
    set(read.state, !(asBuilt && isPublished(read.state)));
  }

  /** Goes to the place that the address names; the single file's router does so there. */
  function goThere(): void {
    const here = parseAddress(location.hash);
    const anchor = anchorOn(island.page, here);
    if (here.path !== '' && anchor !== undefined && anchor !== '' && pages.length === 0)
      document.getElementById(anchor)?.scrollIntoView();
  }

  document.addEventListener('input', (event) => {
    const slider = target(event, '[data-roi-slider]');
    if (!(slider instanceof HTMLInputElement)) return;
    const assumption = assumptionOf(slider.dataset['roiSlider']);
    if (assumption === undefined) return;
    const value = fromShown(Number(slider.value), assumption.unit);
    if (refusal(model, { ...state.changes, [assumption.id]: value }) === undefined)
      set(withChange(state, model, assumption.id, value));
    else page.paintAgain();
  });

  document.addEventListener('change', (event) => {
    const box = target(event, '[data-roi-rounding]');
    if (box instanceof HTMLInputElement) set({ ...state, rounding: box.checked });
  });

  document.addEventListener('click', (event) => {
    const undo = target(event, '[data-roi-undo]');
    const undone = assumptionOf(undo?.dataset['roiUndo']);
    if (undo !== undefined && undone !== undefined) {
      set(withChange(state, model, undone.id, undone.value));
      undo.closest('[data-roi-assumption]')?.querySelector<HTMLElement>('[data-roi-slider]')?.focus();
    }
    if (target(event, '[data-roi-reset]') !== undefined) {
      const sliders = [...document.querySelectorAll<HTMLElement>('[data-roi-slider]')];
      sliders.find(({ offsetParent }) => offsetParent !== null)?.focus();
    }
    const file = target(event, 'a[data-roi-csv]');
    const csv = file && roiCsv(file.dataset['roiCsv'], model, state);
    if (file instanceof HTMLAnchorElement && csv !== undefined) {
      event.preventDefault();
      saveText(csv, file.download.replace(/\.csv$/, '-your-version.csv'), document);
    }
    const link = target(event, 'a[href]');
    if (
      linksCarry &&
      link instanceof HTMLAnchorElement &&
      link.pathname.endsWith('.html') &&
      link.protocol === location.protocol &&
      link.host === location.host
    )
      carry(link);
  });

  /** Without storage the next page learns the state from its address. */
  function carry(link: HTMLAnchorElement): void {
    const own = island.page === 'index' ? 'index.html' : `${island.page}/index.html`;
    const folder = location.pathname.slice(0, -own.length);
    const slug = link.pathname.slice(folder.length).replace(/\/?index\.html$/, '') || 'index';
    const { path, anchor } = parseAddress(link.hash);
    const place = path === '' ? [slug, anchor].filter((part) => part !== '').join('/') : path;
    link.hash = formatAddress({ path: place, anchor: '', pairs: writeState(state, model, version) });
  }

  addEventListener('hashchange', () => {
    take(writeState(state, model, version));
    goThere();
  });
  whenReturned(() => {
    page.paintAgain();
    take(kept());
  });
  // Drawings that cannot be seen are left as they were; these two are moments when they come into sight.
  addEventListener('beforeprint', () => {
    page.paintAll();
    follow();
  });
  addEventListener('resize', () => requestAnimationFrame(() => page.paintRest()));

  for (const control of document.querySelectorAll<HTMLInputElement>(
    '[data-roi-slider], [data-roi-field], [data-roi-rounding]',
  ))
    control.disabled = false;
  take(kept(), true);
  goThere();
}
