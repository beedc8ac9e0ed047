/** Says what is going on while it takes long. */

/** A step that has begun. */
export interface Step {
  /** @param detail such as "3 of 12 ran" */
  done(detail?: string): void;
}

export interface Reporter {
  step(name: string): Step;
  note(text: string): void;
}

/** Says nothing. */
export const silentReporter: Reporter = { step: () => ({ done: () => undefined }), note: () => undefined };

/** The part of a terminal, or of a file in its place, that a reporter writes to. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR = '\r\u001b[2K';

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${String(Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * One line per step with its time. In a terminal the step that runs shows once it takes longer than a second;
 * elsewhere only what is finished is written, so that a log stays readable.
 */
export function createReporter(output: Output, now: () => number = () => performance.now()): Reporter {
  const running = new Map<symbol, { name: string; since: number }>();
  let shown = false;
  let ticking: NodeJS.Timeout | undefined;
  const clear = (): void => {
    if (shown) output.write(CLEAR);
    shown = false;
  };
  const show = (): void => {
    const slow = [...running.values()].filter(({ since }) => now() - since > 1000);
    clear();
    if (slow.length === 0) return;
    output.write(slow.map(({ name, since }) => `${name} … ${seconds(now() - since)}`).join('   '));
    shown = true;
  };
  const line = (text: string): void => {
    clear();
    output.write(`${text}\n`);
  };
  return {
    step(name) {
      const id = Symbol(name);
      const since = now();
      running.set(id, { name, since });
      if (output.isTTY) ticking ??= setInterval(show, 250).unref();
      return {
        done(detail) {
          running.delete(id);
          if (running.size === 0) {
            clearInterval(ticking);
            ticking = undefined;
          }
          line(`${name}  ${seconds(now() - since)}${detail === undefined ? '' : `  ${detail}`}`);
        },
      };
    },
    note: line,
  };
}
