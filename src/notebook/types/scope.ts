/** What every cell has in scope, as TypeScript declares it. Beside it stands the engagement's own (declarations.ts). */

/** Text of a module that exports the names; `Given` is what a cell reads of what another one defines. */
export const SCOPE = `
export * as Plot from '@observablehq/plot';
export * as d3 from 'd3';
export declare const aq: any;
export declare const html: any;
export declare const svg: any;
export declare const width: number;
export declare const dark: boolean;
export declare const invalidation: Promise<void>;
export declare function visibility<T>(value?: T): Promise<T>;
export declare function display<T>(value: T): T;

/** Something with a value that tells of its changes. */
export type Input<T> = HTMLElement & { value: T };
export declare function view<T>(input: { value: T }): AsyncGenerator<T, undefined>;
export declare function resize(render: (width: number, height: number) => Node | string): HTMLElement;
export declare function Mutable<T>(value?: T): AsyncGenerator<T, undefined> & { value: T };
export declare const Generators: {
  observe<T>(initialize: (notify: (value: T) => T) => unknown): AsyncGenerator<T, undefined>;
  queue<T>(initialize: (notify: (value: T) => T) => unknown): AsyncGenerator<T, undefined>;
  input<T = any>(element: { value: T } | Element): AsyncGenerator<T, undefined>;
};

/** Other cells see what a promise resolves to and what a generator yields. */
export type Given<T> = T extends PromiseLike<infer V>
  ? Given<V>
  : T extends { next(...given: any): Promise<{ done?: boolean; value: infer V }> }
    ? Exclude<V, undefined>
    : T extends Iterator<infer V, any, any>
      ? V
      : T;

interface Common { label?: unknown; unit?: string; disabled?: unknown; width?: unknown; [option: string]: unknown }
interface Choice<T> extends Common { value?: unknown; format?: (value: T, index: number, data: T[]) => unknown; sort?: unknown; unique?: boolean }
type Data<T> = Iterable<T> & { map?: unknown };
export declare const Inputs: {
  range(extent?: readonly [min: number, max: number], options?: Common & { value?: number; step?: number; format?: unknown; transform?: unknown }): Input<number>;
  number(extent?: readonly [min: number, max: number] | Common, options?: Common & { value?: number | null }): Input<number>;
  text(options?: Common & { value?: string }): Input<string>;
  textarea(options?: Common & { value?: string }): Input<string>;
  date(options?: Common & { value?: Date | string | null }): Input<Date | null>;
  color(options?: Common & { value?: string }): Input<string>;
  toggle(options?: Common & { value?: boolean }): Input<boolean>;
  button(content?: any, options?: Common): Input<any>;
  select<K, V>(data: ReadonlyMap<K, V>, options?: Choice<NoInfer<K>> & { multiple?: false }): Input<V>;
  select<T>(data: Iterable<T>, options: Choice<NoInfer<T>> & { multiple: true | number }): Input<T[]>;
  select<T>(data: Iterable<T>, options?: Choice<NoInfer<T>>): Input<T>;
  radio<K, V>(data: ReadonlyMap<K, V>, options?: Choice<NoInfer<K>>): Input<V>;
  radio<T>(data: Iterable<T>, options?: Choice<NoInfer<T>>): Input<T>;
  checkbox<K, V>(data: ReadonlyMap<K, V>, options?: Choice<NoInfer<K>>): Input<V[]>;
  checkbox<T>(data: Iterable<T>, options?: Choice<NoInfer<T>>): Input<T[]>;
  search<T>(data: Iterable<T>, options?: Common & { columns?: readonly (keyof NoInfer<T> & string)[] }): Input<T[]>;
  table<T>(data: Iterable<T>, options: TableOptions<NoInfer<T>> & { multiple: false }): Input<T | null>;
  table<T>(data: Iterable<T>, options?: TableOptions<NoInfer<T>>): Input<T[]>;
  form(inputs: any, options?: Common): Input<any>;
  input<T>(value?: T): EventTarget & { value: T };
  bind<E extends EventTarget>(target: E, source: EventTarget, invalidation?: Promise<unknown>): E;
};
interface TableOptions<T> extends Common {
  columns?: readonly (keyof T & string)[];
  header?: { [K in keyof T]?: unknown };
  format?: { [K in keyof T]?: (value: T[K], index: number, data: T[]) => unknown };
  align?: { [K in keyof T]?: 'left' | 'right' | 'center' };
  sort?: keyof T & string;
  reverse?: boolean;
  select?: boolean;
  multiple?: boolean;
}
`;
