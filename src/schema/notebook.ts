/** The notebook of a page as drawn at build time: what each cell shows, and the code that wakes in the browser. */
import { z } from 'zod';
import { columnType, tableRow } from './table.ts';

/** Code of a cell, compiled to a function; the browser runs it again when what it reads changes. */
export const cellCode = z.strictObject({
  inputs: z.array(z.string()).describe('Names that the cell reads, in the order of the parameters of `body`.'),
  outputs: z.array(z.string()).describe('Names that it defines.'),
  libraries: z.array(z.string()).describe('Libraries that it names.'),
  modules: z.array(z.string()).describe('Modules of the engagement that it imports, relative to the root.'),
  views: z
    .array(z.string().nullable())
    .describe('Names of the inputs that it shows, in their order; null for one without a name.'),
  autodisplay: z.boolean().describe('The cell is an expression and shows its value.'),
  body: z.string().describe('Text of a function.'),
});
export type CellCode = z.output<typeof cellCode>;

/** Rows behind an output, as its table and its CSV file give them. */
export const dataRows = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string(), label: z.string(), type: columnType })),
  rows: z.array(tableRow),
});
export type DataRows = z.output<typeof dataRows>;

/** Width in which a cell was drawn: a cell that asks for the width is drawn in each. */
export const cellForm = z.strictObject({ name: z.enum(['wide', 'middle', 'narrow']), html: z.string() });
export type CellForm = z.output<typeof cellForm>;

export const notebookCell = z.strictObject({
  key: z
    .string()
    .describe(
      'Place among the fenced blocks of the page, from "0"; an inline value has its expression, a chart "figure" before the id of its figure.',
    ),
  kind: z
    .enum(['live', 'static', 'value', 'figure', 'sample'])
    .describe(
      '`live` wakes in the browser, `static` ran at build only, `value` stands in a sentence, `figure` is a ready-made chart, `sample` is code that does not run.',
    ),
  language: z.string(),
  source: z.string().optional().describe('Shown beside the output, or in its place.'),
  id: z.string().optional(),
  title: z.string().optional(),
  alt: z.string().optional(),
  caption: z.string().optional(),
  hidden: z.boolean(),
  rows: dataRows.optional().describe('The rows behind its output.'),
  figure: z
    .strictObject({
      id: z.string(),
      part: z.string().optional().describe('Title of this chart, in a figure of several.'),
      note: z.string().optional().describe('Beside the slider of its limit.'),
      noun: z.string().describe('What the rows behind it are: "records".'),
      file: z.string().describe('Name of the file with these rows, without page and ending.'),
      facts: z.array(z.string()).describe('Ids of the facts that it shows.'),
    })
    .optional()
    .describe('Of a ready-made chart.'),
  forms: z.array(cellForm),
  trouble: z.string().optional().describe('In a preview alone: why nothing could be drawn, for its author.'),
  code: cellCode.optional().describe('Absent where nothing wakes.'),
  dataCode: cellCode.optional().describe('Gives the rows behind the output again when what they depend on changes.'),
});
export type NotebookCell = z.output<typeof notebookCell>;

/** Columns by name and type, and a row as the list of its cells. */
export const shippedTable = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string(), label: z.string(), type: columnType })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type ShippedTable = z.output<typeof shippedTable>;

/** Values of the ROI model by id. */
export const roiValues = z.strictObject({
  assumptions: z.record(z.string(), z.number()),
  results: z.record(z.string(), z.number()).describe('Assumptions, steps, lines and totals, roundings applied.'),
});
export type RoiValues = Readonly<z.output<typeof roiValues>>;

/** What the cells of a page may read, and nothing else. */
export const notebookData = z.strictObject({
  tables: z.record(z.string(), shippedTable),
  facts: z.record(z.string(), z.json()),
  roi: roiValues.optional().describe('As published; in the browser cells follow the reader.'),
  figures: z.record(z.string(), z.json()).default({}).describe('What charts are drawn from, by the key of their cell.'),
  constants: z
    .record(z.string(), z.string())
    .describe(
      'Results of cells that ran at build, as JSON: the bundle orders keys, and the order of columns has to stay.',
    ),
});
export type NotebookData = z.output<typeof notebookData>;

export const notebookPage = z.strictObject({
  slug: z.string(),
  cells: z.array(notebookCell),
  data: notebookData,
});
export type NotebookPage = z.output<typeof notebookPage>;
