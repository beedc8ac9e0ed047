/** What an author writes in `chart={{ … }}`: one schema for each type of chart. */
import { z } from 'zod';
import { factId } from '../schema/text.ts';

const text = z.string().trim().min(1);
const column = z.string().min(1).describe('Name of a public column of the table.');
const title = text.optional().describe('Over the chart; needed only where a figure holds several.');
const tone = z
  .enum(['main', 'context'])
  .describe('`main`: the series that the figure speaks of; `context`: what it is held against.');

const intervals = z
  .strictObject({
    type: z.literal('intervals'),
    title,
    facts: z
      .array(
        z.strictObject({
          id: factId,
          label: text,
          detail: z.string().default('').describe('Second line; "72 of 77" where it is left out.'),
          open: z.boolean().default(false).describe('A conditional reading: open dot, dashed line.'),
          tone: tone.default('main'),
        }),
      )
      .min(1),
    compare: z
      .strictObject({ from: factId, to: factId, fact: factId.optional(), text })
      .optional()
      .describe('Two of the facts, joined by a bracket with its text.'),
  })
  .describe('Shares with their intervals on one scale.');

const outcome = z.strictObject({
  fact: factId.describe('Records that this fact counted have this outcome, unless an earlier one took them.'),
  label: text,
  mark: z.enum(['solid', 'late', 'miss', 'hollow']),
});
export const outcomeList = z.array(outcome).min(1);

const outcomes = z
  .strictObject({ type: z.literal('outcomes'), title, table: z.string(), outcomes: outcomeList })
  .describe('One mark per record, sorted by outcome.');

const waits = z
  .strictObject({
    type: z.literal('waits'),
    title,
    table: z.string(),
    value: column,
    thresholds: z
      .array(
        z.strictObject({
          fact: factId.describe('Its parameter is the threshold; records that it counted take the tone.'),
          text,
          tone: z.enum(['late', 'later']).default('late'),
        }),
      )
      .default([]),
    limit: z
      .strictObject({
        fact: factId.describe('Its parameter is the limit.'),
        text,
        input: z
          .strictObject({
            name: z
              .string()
              .regex(/^[A-Za-z_$][\w$]*$/)
              .describe('Cells of the page read the limit under this name.'),
            label: text.describe('Of the slider.'),
            unit: text.optional().describe('Behind its number; the unit of the column where it is left out.'),
            step: z.number().positive().default(1),
            note: text.optional().describe('Beside the slider.'),
          })
          .optional()
          .describe('Lets the reader move the limit, with a slider on the scale of the chart.'),
      })
      .optional()
      .describe('The limit of a proposed control: a dashed rule.'),
  })
  .describe('One line per record, longest first.');

/** A fact by its id alone, or with words of its own. */
const orId = <T extends z.ZodType>(entry: T) =>
  z.preprocess((value) => (typeof value === 'string' ? { fact: value } : value), entry);

const median = orId(
  z.strictObject({ fact: factId, label: text.optional(), detail: text.optional(), tone: tone.optional() }),
);

const spread = z
  .strictObject({
    type: z.literal('spread'),
    title,
    table: z.string(),
    value: column,
    group: column.optional().describe('Column that tells the groups apart; given with the data behind the chart.'),
    medians: z.array(median).min(1).describe('Facts: each is the median of its group, and its rows are the group.'),
  })
  .describe('Records as dots, one band per group, with a rule at each median.');

const eventMark = z.enum(['tick', 'solid', 'late', 'hollow']);
const timeline = z
  .strictObject({
    type: z.literal('timeline'),
    title,
    table: z.string(),
    case: column.describe('Column that names the case.'),
    at: column.optional().describe('Column with the instant, in a table with one event per row.'),
    event: column.optional().describe('Column with the kind of event, in a table with one event per row.'),
    fact: factId.optional().describe('Only the cases that this fact counted.'),
    events: z
      .array(
        z
          .strictObject({
            is: z.string().min(1).optional().describe('Value of the column `event`.'),
            column: column.optional().describe('Column with the instant, in a table with one case per row.'),
            label: text,
            mark: eventMark,
          })
          .refine(({ is, column: own }) => (is === undefined) !== (own === undefined), {
            error: 'an event has either "is" (a value of the column "event") or a "column" of its own',
          }),
      )
      .min(1)
      .describe('Kinds of events that are drawn, and how.'),
  })
  .describe('What happened to single cases, in hours since the first event.');

const amount = orId(z.strictObject({ fact: factId, label: text.optional(), detail: text.optional() }));

const amounts = z
  .strictObject({
    type: z.literal('amounts'),
    title,
    facts: z.array(amount).min(1).describe('Facts of one unit, a bar each.'),
    hatched: z.array(factId).default([]).describe('Those that are supposed or undecided.'),
  })
  .describe('Bars, one per fact, on one scale from zero.');

export const chartSpec = z.discriminatedUnion('type', [intervals, outcomes, waits, spread, timeline, amounts]);
export type ChartSpec = z.output<typeof chartSpec>;
export type ChartType = ChartSpec['type'];
export type SpecOf<T extends ChartType> = Extract<ChartSpec, { type: T }>;

/** A figure holds one chart, or several that stand under each other and share title and foot. */
export const figureCharts = z.preprocess(
  (value): unknown => (Array.isArray(value) ? value : [value]),
  z.array(chartSpec).min(1, 'at least one chart'),
);
