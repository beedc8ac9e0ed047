/** The inputs of a page and its address: what a reader has set is written there, and taken from there. */
import { nearest } from '../core/nearest.ts';
import { addressKeeper, cameBack } from './address-bar.ts';
import { anchorOn, formatAddress, parseAddress } from './address.ts';
import { readInput, writeInput } from './input-codec.ts';
import type { Input } from './input-codec.ts';
import { stateNames } from './state-names.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

interface Kept {
  element: Input;
  readonly published: unknown;
  readonly text: string;
}

export interface NotebookState {
  /** Takes an input in: it gets the value of the address, and its changes are written there. */
  adopt(element: HTMLElement, name: string): void;
  /** Names and values that differ from the published ones. */
  changes(): Pairs;
  /** Address of the page with all that differs, of the model too. */
  hash(): string;
  reset(): void;
  /** Sets the inputs as a code or an address says; what it does not know is explained. */
  take(hash: string): void;
  /** Called after every change. */
  onChange: () => void;
  /** Sentences for the reader about what was not understood. */
  onNotice: (notices: readonly string[]) => void;
}

const VERSION = 'v';

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @param slug of the page that the inputs stand on */
export function notebookState(slug: string, version: string, names: readonly string[]): NotebookState {
  const inputs = new Map<string, Kept>();
  const others = new Set([...stateNames()].filter((name) => !names.includes(name)));
  let wanted = wantedOf(location.hash);

  function wantedOf(hash: string): Map<string, string> {
    const address = parseAddress(hash);
    return anchorOn(slug, address) === undefined ? new Map<string, string>() : new Map(address.pairs);
  }

  function strangers(): string[] {
    return [...wanted].flatMap(([name, value]) => {
      if (names.includes(name) || others.has(name)) return [];
      if (name === VERSION)
        return value === version
          ? []
          : [
              `The address was made with version ${shortened(value)} of this report; this is version ${version}. Its values are applied to this version.`,
            ];
      const near = nearest(name, names);
      return [`This page has no input "${shortened(name)}".${near === undefined ? '' : ` Was "${near}" meant?`}`];
    });
  }

  const state: NotebookState = {
    adopt(element, name) {
      const input = element as Input;
      const before = inputs.get(name);
      const text = readInput(input);
      if (text === undefined) return;
      inputs.set(name, { element: input, published: input.value, text });
      // A cell that ran again made the input anew: it goes on from where the reader left it.
      const value = before === undefined ? wanted.get(name) : readInput(before.element);
      if (value !== undefined && value !== text && !writeInput(input, value, input.value)) refuse(name, value);
      input.addEventListener('input', () => changed());
      if (before === undefined) state.onNotice(strangers());
      state.onChange();
    },
    changes: () =>
      [...inputs].flatMap(([name, { element, text }]): Pairs => {
        const now = readInput(element);
        return now === undefined || now === text ? [] : [[name, now]];
      }),
    reset() {
      for (const { element, text, published } of inputs.values()) put(element, text, published);
      state.onNotice([]);
      changed();
    },
    hash: () => formatAddress({ path: slug, anchor: '', pairs: allPairs() }),
    take(hash) {
      wanted = wantedOf(hash);
      const notices = strangers();
      // Where nothing is meant for this page, nothing changes on it.
      const isForeign = notices.length > 0 && !names.some((name) => wanted.has(name));
      for (const [name, { element, text, published }] of isForeign ? [] : inputs) {
        const value = wanted.get(name) ?? text;
        if (!put(element, value, published)) notices.push(refusal(name, value));
      }
      state.onNotice(notices);
      changed();
    },
    onChange: () => undefined,
    onNotice: () => undefined,
  };

  const refusal = (name: string, value: string): string =>
    `The input "${name}" cannot be set to "${shortened(value)}"; it stands as it was.`;
  function refuse(name: string, value: string): void {
    wanted.delete(name);
    queueMicrotask(() => state.onNotice([...strangers(), refusal(name, value)]));
  }

  /** Sets an input and lets the cells that read it know. */
  function put(element: Input, text: string, published: unknown): boolean {
    if (readInput(element) === text) return true;
    const taken = writeInput(element, text, published);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    return taken;
  }

  function changed(): void {
    state.onChange();
    keepAddress();
  }

  /** What was set here, and what others have written into the address. */
  function allPairs(): Pairs {
    const foreign = parseAddress(location.hash).pairs.filter(([name]) => others.has(name));
    const own = state.changes();
    return own.length + foreign.length === 0 ? [] : [[VERSION, version], ...foreign, ...own];
  }

  /** The address of the page with what was set here, and with what others have written there. */
  const keepAddress = addressKeeper(() => {
    const current = parseAddress(location.hash);
    const here = anchorOn(slug, current);
    if (here === undefined) return undefined;
    const pairs = allPairs();
    const single = document.querySelector('[data-page]') !== null;
    const path = pairs.length > 0 || single ? [slug, here].filter((part) => part !== '').join('/') : '';
    return formatAddress({ path, anchor: path === '' ? here : '', pairs });
  });

  addEventListener('hashchange', () => {
    const address = parseAddress(location.hash);
    if (anchorOn(slug, address) === undefined) return;
    const isSet = address.pairs.some(([name]) => name !== VERSION && !others.has(name));
    if (isSet || (cameBack() && state.changes().length > 0)) state.take(location.hash);
    // A link within the report is no wish to lose what was set: its address tells of it from now on.
    else if (state.changes().length > 0) changed();
  });
  return state;
}
