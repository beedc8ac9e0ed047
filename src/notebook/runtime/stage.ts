/** What the page tells its cells about itself: how wide it is, and when that changes. The build and the browser set it. */
import { observe } from './generators.ts';

export interface Stage {
  /** Width of a cell in CSS pixels. */
  width(): number;
  dark(): boolean;
  /** Of the engagement: numbers in sentences follow it. */
  readonly locale: string;
  /** Of the engagement, as IANA names it. */
  readonly timeZone: string;
  /** Calls back when width or dark may have changed; returns how to stop. */
  watch(changed: () => void): () => void;
}

let stage: Stage = { width: () => 948, dark: () => false, locale: 'en', timeZone: 'UTC', watch: () => () => undefined };

export function setStage(next: Stage): void {
  stage = next;
}

export const timeZone = (): string => stage.timeZone;
export const locale = (): string => stage.locale;

function following<T>(read: () => T): AsyncGenerator<T, undefined> {
  return observe<T>((notify) => {
    let last = notify(read());
    return stage.watch(() => {
      const now = read();
      if (now !== last) last = notify(now);
    });
  });
}

export const width = (): AsyncGenerator<number, undefined> => following(() => stage.width());
export const dark = (): AsyncGenerator<boolean, undefined> => following(() => stage.dark());

/**
 * An element whose content is drawn again when the page gets wider or narrower.
 *
 * @param render is handed the width, in CSS pixels, and a height of 0 unless the style sheet sets one
 */
export function resize(
  render: (width: number, height: number) => Node | string,
  invalidation?: Promise<unknown>,
): HTMLElement {
  const element = document.createElement('div');
  element.className = 'resize';
  let last = 0;
  const draw = (): void => {
    const now = stage.width();
    if (now === last) return;
    last = now;
    element.replaceChildren(render(now, element.clientHeight));
  };
  draw();
  const stop = stage.watch(draw);
  void invalidation?.then(stop);
  return element;
}
