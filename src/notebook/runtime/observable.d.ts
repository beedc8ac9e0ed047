/** The parts of Observable's libraries that come without types. */

declare module '@observablehq/runtime' {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown): void;
    rejected?(error: unknown): void;
  }
  export interface Variable {
    readonly _module: Module;
    readonly _version: number;
    readonly _shadow: Map<string, Variable>;
    define(name: string | null, inputs: readonly string[], definition: unknown): this;
    define(inputs: readonly string[], definition: unknown): this;
    delete(): void;
  }
  export interface Module {
    variable(observer?: Observer | boolean | null, options?: { shadow?: object }): Variable;
    define(name: string, inputs: readonly string[], definition: unknown): Variable;
  }
  export class Runtime {
    constructor(builtins?: object, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
  }
}

declare module '@observablehq/inputs' {
  type Control = HTMLElement & { value: unknown };
  type Options = Readonly<Record<string, unknown>>;
  export function button(content?: unknown, options?: Options): Control;
  export function checkbox(data: Iterable<unknown>, options?: Options): Control;
  export function color(options?: Options): Control;
  export function date(options?: Options): Control;
  export function form(inputs: unknown, options?: Options): Control;
  export function input(value?: unknown): EventTarget & { value: unknown };
  export function number(...options: readonly unknown[]): Control;
  export function radio(data: Iterable<unknown>, options?: Options): Control;
  export function range(extent?: readonly [number, number], options?: Options): Control;
  export function search(data: Iterable<unknown>, options?: Options): Control & { query: string };
  export function select(data: Iterable<unknown>, options?: Options): Control;
  export function text(options?: Options): Control;
  export function textarea(options?: Options): Control;
  export function toggle(options?: Options): Control;
  export function bind<T extends EventTarget>(target: T, source: EventTarget, invalidation?: Promise<unknown>): T;
}
