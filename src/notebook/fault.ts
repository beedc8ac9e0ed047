import type { ModuleText } from './module-faults.ts';

/** Something wrong with a cell, at a place of the page or of a module: the pipeline adds file and line of source. */
export interface NotebookFault {
  /** Stable identifier of the kind, such as `cell-unknown-name`. */
  readonly code: string;
  /** The module that the place is in; the page where there is none. */
  readonly module?: ModuleText;
  /** 1-based, in the MDX file or the module. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** The next step. */
  readonly hint?: string;
  /** A stack, shown only when asked for. */
  readonly detail?: string;
}
