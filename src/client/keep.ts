/** Keeps a reader's state from page to page of the folder, for as long as the tab lives. */

export interface Keeper {
  /** The kept text, if any. */
  read(): string | undefined;
  /** @returns whether it could be kept */
  write(text: string): boolean;
}

/**
 * Session storage; browsers may forbid it, and then links have to carry the state.
 *
 * @param key one for each engagement and version: reports read from file:// share their storage
 */
export const sessionKeeper = (key: string): Keeper => ({
  read: () => {
    try {
      return sessionStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: (text) => {
    try {
      if (text === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  },
});
