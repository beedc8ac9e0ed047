/**
 * Takes away what would make two runs differ (the clock, chance, the machine's zone) and what a loader has no right to
 * (the network, printing). The permission model stands behind this; these guards give the reason in the author's words.
 */
import { format } from 'node:util';
import { authorPosition, note, problemAt, refuse } from './author.ts';

/** A library may look at the clock while it loads; what an author's code sets off has the author's code on the stack. */
const byAuthor = (): boolean => authorPosition(new Error('here').stack) !== undefined;

/** Does nothing unless the author's code is at work. */
function clock(what: string): void {
  if (!byAuthor()) return;
  refuse({
    code: 'loader-clock',
    message: `This loader asks the clock (${what}); the same input would give another report tomorrow.`,
    hint: 'Take the date from the engagement: `context.engagement.report_date` or `context.engagement.period`.',
  });
}

function chance(what: string): void {
  if (!byAuthor()) return;
  refuse({
    code: 'loader-random',
    message: `This loader draws by chance (${what}); the same input would give another report.`,
    hint: "Draw by a recorded seed, in the data's generator; a loader only reads what was drawn.",
  });
}

function zone(what: string): void {
  if (!byAuthor()) return;
  refuse({
    code: 'loader-zone',
    message: `This loader writes a time without saying in which zone (${what}).`,
    hint: 'Use `context.calendar`, or pass `timeZone` explicitly.',
  });
}

function network(what: string): never {
  return refuse({
    code: 'loader-network',
    message: `This loader reaches for the network (${what}); a report is built from files alone.`,
    hint: 'Export what it would fetch into the data folder and declare it in sources.yaml.',
  });
}

function replace(owner: object, name: string, value: unknown): void {
  if (name in owner)
    Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: true });
}

/** Puts a check before a function and leaves the rest of it as it was. */
function precede<T extends object>(owner: T, name: keyof T & string, check: (args: readonly unknown[]) => void): void {
  const real = owner[name] as ((...args: unknown[]) => unknown) | undefined;
  if (real === undefined) return;
  replace(
    owner,
    name,
    new Proxy(real, {
      apply(target, self, args: unknown[]): unknown {
        check(args);
        return Reflect.apply(target, self, args);
      },
    }),
  );
}

const namesZone = (options: unknown): boolean =>
  (options as Intl.DateTimeFormatOptions | undefined)?.timeZone !== undefined;

function guardDate(): void {
  const RealDate = Date;
  precede(RealDate, 'now', () => {
    clock('Date.now()');
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    precede(RealDate.prototype, name, ([, options]) => {
      if (!namesZone(options)) zone(`${name}()`);
    });
  }
  globalThis.Date = new Proxy(RealDate, {
    construct(target, args: unknown[], newTarget) {
      if (args.length === 0) clock('new Date()');
      return Reflect.construct(target, args, newTarget) as object;
    },
    apply(target, self, args: unknown[]): unknown {
      clock('Date()');
      return Reflect.apply(target, self, args);
    },
  });
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct(target, args: unknown[], newTarget) {
      if (!namesZone(args[1])) zone('Intl.DateTimeFormat');
      return Reflect.construct(target, args, newTarget) as object;
    },
    apply(target, self, args: unknown[]): unknown {
      if (!namesZone(args[1])) zone('Intl.DateTimeFormat');
      return Reflect.apply(target, self, args);
    },
  });
}

function guardClockAndChance(): void {
  const clocks: [object, string[]][] = [
    // Node 24 has none.
    ...('Temporal' in globalThis
      ? [[Temporal.Now, Object.getOwnPropertyNames(Temporal.Now)] satisfies [object, string[]]]
      : []),
    [performance, ['now']],
  ];
  for (const [owner, names] of clocks) {
    for (const name of names) {
      precede(owner, name as never, () => {
        clock(`${name}()`);
      });
    }
  }
  precede(Math, 'random', () => {
    chance('Math.random()');
  });
  for (const name of ['getRandomValues', 'randomUUID'] as const) {
    precede(crypto, name, () => {
      chance(`crypto.${name}()`);
    });
  }
}

function guardNetwork(): void {
  replace(globalThis, 'fetch', (input: unknown) => network(typeof input === 'string' ? `fetch of ${input}` : 'fetch'));
  for (const name of ['WebSocket', 'EventSource']) {
    replace(globalThis, name, function () {
      network(name);
    });
  }
}

const LONGEST = 200;

function printed(parts: readonly unknown[]): void {
  const text = format(...parts).trim();
  note(
    problemAt(authorPosition(new Error('here').stack), {
      code: 'loader-prints',
      message: 'This loader prints; what it has to say belongs into its rows or facts.',
      found: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
      hint: 'Remove the line.',
    }),
  );
}

function guardOutput(): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'dir', 'table', 'trace', 'group']) {
    replace(console, name, (...parts: unknown[]) => {
      printed(parts);
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    replace(stream, 'write', (text: unknown) => {
      printed([text]);
      return true;
    });
  }
  replace(process, 'exit', () =>
    refuse({
      code: 'loader-exits',
      message: 'This loader ends its process.',
      hint: 'Return rows, or throw an Error that says what is wrong.',
    }),
  );
}

/** What an author may still touch of `process`; each refuses, or notes, by itself. */
const TOLD_ELSEWHERE: ReadonlySet<string | symbol> = new Set(['stdout', 'stderr', 'exit', 'getBuiltinModule']);

function guardMachine(): void {
  const real = process;
  const guarded = new Proxy(real, {
    get(target, name): unknown {
      if (typeof name === 'string' && !TOLD_ELSEWHERE.has(name) && byAuthor()) {
        refuse({
          code: 'loader-machine',
          message: `This loader asks the machine (process.${name}); another machine would give another report.`,
          hint: 'Take what it needs from its source, its tables or `context.engagement`.',
        });
      }
      return Reflect.get(target, name);
    },
  });
  Object.defineProperty(globalThis, 'process', { value: guarded, configurable: true });
}

/** To be called once, before anything that an author or a library wrote is loaded. */
export function installGuards(): void {
  guardDate();
  guardClockAndChance();
  guardNetwork();
  guardOutput();
  guardMachine();
}
