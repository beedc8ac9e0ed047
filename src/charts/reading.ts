/** A chart read from facts and rows: how to draw it in each form, the data behind it, and what it rests on. */
import type { Drawing } from './drawing.ts';
import type { Form } from './form.ts';
import type { DataTable } from './table.ts';

export interface Reading {
  readonly draw: (form: Form) => Drawing;
  readonly data: DataTable;
  /** What the rows of the data are, in the plural. */
  readonly noun: string;
  /** Ids of the facts that it shows. */
  readonly facts: readonly string[];
}
