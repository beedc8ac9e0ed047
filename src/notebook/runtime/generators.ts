/** `Generators` and `Mutable` as Observable has them; none of them reads a clock. */

type Notify<T> = (value: T) => T;
type Dispose = (() => void) | undefined;

/**
 * Values as something announces them; a value that nobody fetched in time gives way to the next.
 *
 * @param initialize is handed the function that announces a value; what it returns is called at the end
 */
export function observe<T>(initialize: (notify: Notify<T>) => unknown): AsyncGenerator<T, undefined> {
  let waiting: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined;
  let latest: { value: T } | undefined;
  const dispose = initialize((value) => {
    if (waiting === undefined) latest = { value };
    else {
      waiting.resolve(value);
      waiting = undefined;
    }
    return value;
  }) as Dispose;
  const end = (): Promise<{ done: true; value: undefined }> => {
    waiting?.reject(new Error('Generator returned'));
    waiting = undefined;
    if (typeof dispose === 'function') dispose();
    return Promise.resolve({ done: true, value: undefined });
  };
  const generator = {
    async next() {
      if (latest !== undefined) {
        const { value } = latest;
        latest = undefined;
        return { done: false as const, value };
      }
      const value = await new Promise<T>((resolve, reject) => {
        waiting = { resolve, reject };
      });
      return { done: false as const, value };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return generator;
    },
    async [Symbol.asyncDispose]() {
      await end();
    },
  };
  return generator as AsyncGenerator<T, undefined>;
}

/** Like `observe`, but every value is kept until it was fetched. */
export function queue<T>(initialize: (notify: Notify<T>) => unknown): AsyncGenerator<T, undefined> {
  const values: T[] = [];
  let announce: Notify<T> = (value) => value;
  const source = observe<T>((notify) => {
    announce = notify;
    return initialize((value) => {
      values.push(value);
      announce(value);
      return value;
    });
  });
  const next = source.next.bind(source);
  source.next = async () => {
    // What the source has at hand may be a value that was fetched from the queue already.
    while (values.length === 0) await next();
    const [value] = values.splice(0, 1);
    return { done: false, value: value as T };
  };
  return source;
}

const isControl = (element: object): element is HTMLInputElement => 'type' in element;

function valueOf(element: EventTarget & { value?: unknown }): unknown {
  if (!isControl(element)) return element.value;
  switch (element.type) {
    case 'range':
    case 'number':
      return element.valueAsNumber;
    case 'date':
      return element.valueAsDate;
    case 'checkbox':
      return element.checked;
    case 'select-multiple':
      return Array.from((element as unknown as HTMLSelectElement).selectedOptions, (option) => option.value);
    default:
      return element.value;
  }
}

/** The value of an input, now and after every change. */
export function input(element: EventTarget & { value?: unknown }): AsyncGenerator<unknown, undefined> {
  const event = isControl(element) && /^(button|submit|checkbox)$/.test(element.type) ? 'click' : 'input';
  return observe((notify) => {
    const changed = (): unknown => notify(valueOf(element));
    element.addEventListener(event, changed);
    const value = valueOf(element);
    if (value !== undefined) notify(value);
    return () => element.removeEventListener(event, changed);
  });
}

export interface MutableValue<T> extends AsyncGenerator<T, undefined> {
  value: T;
}

/** A value that its own cell, and functions made there, may change; other cells follow. */
export function Mutable<T>(value?: T): MutableValue<T> {
  let change: Notify<T> | undefined;
  let current = value as T;
  const generator = observe<T>((notify) => {
    change = notify;
    if (value !== undefined) notify(value);
  });
  return Object.defineProperty(generator, 'value', {
    get: () => current,
    set: (next: T) => {
      current = next;
      change?.(next);
    },
  }) as MutableValue<T>;
}

export const Generators = { observe, queue, input };
