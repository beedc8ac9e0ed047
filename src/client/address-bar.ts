/** Writes the address of the page: after a pause, and never over one that has just been asked for. */

/** Browsers limit how often an address may change; a reader waits this long without noticing. */
const DELAY = 200;

/** The address as this page knows it: it differs while a change waits for its event. */
let known: string | undefined;
/** Whether the last change led back to a place in the history of the tab. */
let back = false;

function mark(hash: string): void {
  history.replaceState(
    { ...(history.state as object | null), seen: true },
    '',
    hash === '' ? location.pathname + location.search : hash,
  );
  known = location.hash;
}

function watch(): void {
  if (known !== undefined) return;
  mark(location.hash);
  addEventListener('hashchange', () => {
    back = (history.state as { seen?: boolean } | null)?.seen === true;
    mark(location.hash);
  });
}

/** True while an address is being taken that was left before and is returned to; false for one that is new. */
export const cameBack = (): boolean => back;

/**
 * Keeps the address in step with something that a reader sets.
 *
 * @param compose the hash as it should be, with its `#`; undefined where the address is none of its business
 * @returns to be called after each change
 */
export function addressKeeper(compose: () => string | undefined): () => void {
  watch();
  let timer = 0;
  function write(): void {
    timer = 0;
    // Somebody has just asked for another address: what it says is taken in a moment, and must not be lost.
    if (location.hash !== known) return;
    const hash = compose();
    if (hash !== undefined && hash !== location.hash) mark(hash);
  }
  // Who follows a link right after a change leaves from an address that tells of it.
  addEventListener(
    'click',
    () => {
      if (timer === 0) return;
      clearTimeout(timer);
      write();
    },
    true,
  );
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(write, DELAY);
  };
}
