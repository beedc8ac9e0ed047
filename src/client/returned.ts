/** A page that the history gives back as it was left, without loading it again: Firefox and Safari do so for files, too. */

/** Safari resets controls without autocompletion on the way back, in a task that comes some time after the event. */
const DELAY = 50;

/** @param then called once such a page shows again */
export function whenReturned(then: () => void): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setTimeout(then, DELAY);
  });
}
