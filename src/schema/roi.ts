/** `content/<engagement>/roi.yaml`: the ROI model as data, from its assumptions to its totals. */
import { z } from 'zod';
import { SHAPES } from '../core/distribution.ts';
import { checkRoi } from '../core/roi-checks.ts';
import { BASES, BENEFITS, LINE_CLASSES } from '../core/roi-definition.ts';
import { ROUNDING_RULES } from '../core/rounding.ts';
import { controlName } from './control.ts';
import { factId, isoDate, slug } from './text.ts';
import type { RoiDefinition } from '../core/roi-definition.ts';

/** Formulas refer to it, where a hyphen would be a minus. */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'an id in lower case, words joined by "_"')
  .refine(
    (id) => !['min', 'max', 'abs', 'this', 'true', 'false', 'null', 'constructor'].includes(id),
    'another id: this word means something in a formula or in a program',
  );

const label = z.string().trim().min(1, 'some text');

const unit = label.describe(
  'Unit. Its first word says how the number is written: "share" (a proportion from 0 to 1, shown as a percentage), ' +
    'an ISO currency code ("USD an hour"), "h" or "min"; anything else is read after a plain number ("a month", "people"). ' +
    'Units are checked through every formula: "a", "an", "per" or "/" before hour, day, week, month, quarter or year divides; ' +
    'people, accounts and shares count as plain numbers; hours worked and calendar time are never converted into each other. ' +
    'In a formula a bare 60, 12, 52, 4, 3, 13, 7 or 365 may stand for the conversion that it is, such as 12 months to the year.',
);

export const group = z.strictObject({
  id: slug.describe('Id that assumptions refer to.'),
  title: label.describe('Heading over its assumptions.'),
  note: label.optional().describe('A sentence under the heading.'),
  scenario: z.boolean().optional().describe('True where the group feeds scenarios, not savings; it is drawn apart.'),
});

export const assumption = z.strictObject({
  id: name.describe('Id that formulas and prose refer to; unique among all ids of the model.'),
  group: slug.describe('Group under which it stands.'),
  label: label.describe('What it is, as its slider is called.'),
  short: label.optional().describe('Shorter label for charts.'),
  value: z.number().optional().describe('Published value in its unit (a share from 0 to 1). Either this or `fact`.'),
  fact: factId
    .optional()
    .describe(
      'Fact whose value it takes, in the unit of the fact; its basis is then `measured`. Either this or `value`.',
    ),
  low: z
    .number()
    .optional()
    .describe('Lower end of the plausible range. Left out where the fact brings an interval: then that is the range.'),
  high: z.number().optional().describe('Upper end of the plausible range; left out where `low` is.'),
  min: z.number().describe('Where the slider starts; a reader cannot go below.'),
  max: z.number().describe('Where the slider ends; a reader cannot go above.'),
  step: z.number().positive().describe('Step of the slider, counted from `min`; it must reach `value`.'),
  unit,
  distribution: z
    .enum(SHAPES)
    .optional()
    .describe(
      'How it is drawn from `low` to `high` for the range of outcomes: `uniform`, `triangular` (the default, with its peak at the value) or `pert` (nearer to its peak). A share counted in a sample brings its own sampling error instead.',
    ),
  basis: z
    .enum(BASES)
    .describe(
      'What the value rests on: `measured` (a fact), `attested` (somebody answers for it), `assumed` (nobody does yet), `benchmark` (taken from elsewhere).',
    ),
  source: label.describe('Where the value comes from, so that a reader can ask there.'),
  owner: label.describe('Who can confirm or correct it.'),
  as_of: isoDate
    .optional()
    .describe('Day from which the value dates, such as "2026-04-13". A fact has that of its latest extract instead.'),
  note: label.optional().describe('Anything a reader should know before moving it.'),
});

export const rounding = z.strictObject({
  to: z.number().positive().describe('Multiple to round to: 1 for whole numbers, 0.01 for cents.'),
  rule: z
    .enum(ROUNDING_RULES)
    .describe(
      '`half-up` (to the nearest, ties away from zero), `half-even`, `truncate` (towards zero), `up` (always to the next above), `down`.',
    ),
});

export const roiStep = z.strictObject({
  id: name.describe('Id that formulas, lines and prose refer to.'),
  label: label.describe('What the step works out.'),
  formula: z
    .string()
    .trim()
    .min(1)
    .describe(
      'Arithmetic over ids of assumptions and other steps: + - * / ( ) min() max() abs(). Steps may stand in any order. No divisor may be zero wherever the sliders stand.',
    ),
  unit,
  round: rounding
    .optional()
    .describe('Rounding of the result, which later steps then use. A reader can switch all roundings off.'),
  note: label.optional().describe('Why it is worked out, or rounded, this way.'),
});

export const line = z.strictObject({
  id: name.describe('Id that totals, findings and prose refer to.'),
  label: label.describe('What is gained.'),
  step: name.describe('Step that gives its value.'),
  class: z
    .enum(LINE_CLASSES)
    .describe('`labour` is time given back; `revenue_protection` is a scenario and never added to labour.'),
  benefit: z
    .enum(BENEFITS)
    .optional()
    .describe(
      'Of labour: `capacity` is time that is free for something else (the default), `hard_saving` a payment that falls. A scenario has none.',
    ),
  finding: slug.optional().describe('Finding whose control brings it. Either this or `hangs_on`.'),
  control: controlName
    .optional()
    .describe('Which of the controls that the finding replays; needed where it replays any.'),
  hangs_on: label.optional().describe('What it hangs on where that is no single finding, in a sentence.'),
  ramp: name
    .optional()
    .describe("Assumption in months until its full effect, where that is another than the business case's."),
  overlap: name
    .optional()
    .describe('Overlap to which it belongs: of its lines only the largest counts in a total, and the page says so.'),
  unit,
});

export const overlap = z.strictObject({
  id: name.describe('Id that lines refer to.'),
  label: label.describe('What the lines have in common, as a noun phrase.'),
  why: label.describe('Why they would be counted twice, in a sentence.'),
});

export const total = z.strictObject({
  id: name.describe('Id that prose refers to.'),
  label: label.describe('What the total is called.'),
  class: z.enum(LINE_CLASSES).describe('Class of every line in it.'),
  lines: z.array(name).min(1).describe('Lines that it adds up.'),
  hours_step: name.optional().describe('Step that gives the hours behind it.'),
});

export const comparison = z.strictObject({
  id: name.describe('Id that prose refers to.'),
  label: label.describe('What the totals are held against, such as one hire.'),
  low: z.number().describe('Lower end of the amount.'),
  high: z.number().describe('Upper end of the amount; the same as `low` for a single one.'),
  unit,
  source: label.describe('Who says so.'),
});

export const businessCase = z.strictObject({
  total: name.describe('Total of labour that the case rests on. A scenario carries no case.'),
  price: name.describe(
    'Assumption that is the price, as plain money ("USD"). While it stands at zero the report names the highest price that pays back within a year.',
  ),
  effort: name.optional().describe("Step that gives the cost of one's own effort at the start, as plain money."),
  upkeep: name
    .optional()
    .describe(
      'Step that gives what it costs a year to keep the controls going, as money a year; from the first month on.',
    ),
  ramp: name.describe('Assumption in months: how long until the full effect, rising evenly.'),
  horizon: name.describe('Assumption in years: how far the case looks ahead.'),
  discount: name.describe('Assumption, a share a year: the rate at which later money counts less.'),
});

export const alternative = z.strictObject({
  id: name.describe('Id that links can lead to.'),
  label: label.describe('What could be done instead.'),
  amount: name.optional().describe('Comparison that says what it costs a year.'),
  effect: label.describe('What it would change, in a sentence.'),
  justified: label.optional().describe('The rule for when it is justified.'),
});

export const roi = z
  .strictObject({
    title: label.optional().describe('Title of the model.'),
    groups: z.array(group).min(1).describe('Groups of assumptions, in the order in which they are shown.'),
    assumptions: z.array(assumption).min(1).describe('Inputs of the model; each becomes a slider.'),
    steps: z.array(roiStep).min(1).describe('The working, one named step at a time.'),
    lines: z.array(line).min(1).describe('Results that count for something.'),
    overlaps: z.array(overlap).optional().describe('Groups of lines that must not be counted twice.'),
    totals: z.array(total).min(1).describe('Sums of lines of one class.'),
    comparisons: z.array(comparison).optional().describe('Outside amounts for scale; never part of a total.'),
    case: businessCase.optional().describe('What turns the yearly total into payback and present value.'),
    alternatives: z.array(alternative).optional().describe('What else could be done, doing nothing among it.'),
  })
  .superRefine((definition, context) => {
    for (const { path, message, index, length } of checkRoi(definition)) {
      context.addIssue({ code: 'custom', path, message, params: { index, length } });
    }
  }) satisfies z.ZodType<RoiDefinition>;
