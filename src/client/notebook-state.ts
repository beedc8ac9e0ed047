/** The inputs of a page and its address: what a reader has set is written there, and taken from there. */
import { nearest } from '../core/nearest.ts';
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
  reset(): void;
  /** Sets the inputs as a code or an address says; what it does not know is explained. */
  take(hash: string): void;
  /** Called after every change. */
  onChange: () => void;
  /** Sentences for the reader about what was not understood. */
  onNotice: (notices: readonly string[]) => void;
}

const VERSION = 'v';
/** Browsers limit how often an address may change. */
const DELAY = 200;

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @param slug of the page that the inputs stand on */
export function notebookState(slug: string, version: string, names: readonly string[]): NotebookState {
  const inputs = new Map<string, Kept>();
  const others = new Set([...stateNames()].filter((name) => !names.includes(name)));
  let wanted = wantedOf(location.hash);
  let timer = 0;

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
    take(hash) {
      wanted = wantedOf(hash);
      const notices = strangers();
      for (const [name, { element, text, published }] of inputs) {
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
    `The input "${name}" cannot be set to "${shortened(value)}"; it stands as published.`;
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
    clearTimeout(timer);
    timer = window.setTimeout(write, DELAY);
  }

  /** The address of the page with what was set here, and with what others have written there. */
  function write(): void {
    const current = parseAddress(location.hash);
    const here = anchorOn(slug, current);
    if (here === undefined) return;
    const foreign = current.pairs.filter(([name]) => others.has(name));
    const own = state.changes();
    const pairs = own.length + foreign.length === 0 ? [] : [[VERSION, version] as const, ...foreign, ...own];
    const single = document.querySelector('[data-page]') !== null;
    const path = pairs.length > 0 || single ? [slug, here].filter((part) => part !== '').join('/') : '';
    const hash = formatAddress({ path, anchor: path === '' ? here : '', pairs });
    if (hash !== location.hash)
      history.replaceState(history.state, '', hash === '' ? location.pathname + location.search : hash);
  }

  addEventListener('hashchange', () => {
    const address = parseAddress(location.hash);
    if (anchorOn(slug, address) !== undefined && (address.pairs.length > 0 || state.changes().length > 0))
      state.take(location.hash);
  });
  return state;
}
