/** Front matter of `content/<engagement>/findings/*.mdx`: audit's own parts of a finding. */
import { z } from 'zod';
import { controlName } from './control.ts';
import { condition, criterion, factId, isoDate, prose, slug } from './text.ts';

const criteria = z
  .strictObject({
    text: prose.describe('What was promised or required.'),
    source: z.string().min(1).describe('Where it was promised.'),
  })
  .describe('What was promised or required, and where.');

const condition_ = z
  .strictObject({
    text: prose.describe('What the records show.'),
    facts: z
      .array(factId)
      .min(1, 'at least one fact; without one the condition is not confirmed')
      .describe('Facts that it rests on.'),
    holds: condition.optional().describe('What has to be true of the facts for the text to stand.'),
  })
  .describe('Confirmed: it rests on facts.');

const test = z
  .strictObject({
    text: prose.describe('What would settle the hypothesis.'),
    threshold: prose.describe('From where on it is supported, and from where on refuted; written before the result.'),
    supported_if: criterion.optional().describe('The threshold over facts; without it no fact can answer yet.'),
    refuted_if: criterion.optional().describe('The same for the other way.'),
  })
  .refine((value) => (value.supported_if === undefined) === (value.refuted_if === undefined), {
    error: 'both ways of the threshold, supported_if and refuted_if, or neither',
  });

export const cause = z
  .strictObject({
    status: z
      .enum(['confirmed', 'hypothesis', 'refuted'])
      .describe(
        '`confirmed` and `refuted` rest on facts; a `hypothesis` names its test. Whether it is open, supported or refuted is computed.',
      ),
    text: prose.describe('Why the condition came about.'),
    facts: z.array(factId).default([]).describe('Facts that confirm or refute it, or that its test looks at.'),
    test: test.optional().describe('What would settle a hypothesis, and its threshold.'),
    stated_on: isoDate.optional().describe('When the hypothesis and its threshold were written down.'),
    holds: condition.optional().describe('What has to be true of the facts for the text to stand.'),
  })
  .superRefine((value, context) => {
    const issue = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (value.status === 'hypothesis' && value.test === undefined) {
      issue('test', 'a hypothesis names the test that would settle it');
    }
    if (value.status === 'hypothesis' && value.stated_on === undefined) {
      issue('stated_on', 'a hypothesis keeps the day on which it and its threshold were written down');
    }
    if (value.status !== 'hypothesis' && value.facts.length === 0) {
      issue('facts', `a ${value.status} cause needs at least one fact; without one it is a hypothesis`);
    }
  });
export type Cause = z.output<typeof cause>;

/** What became of a hypothesis: computed from facts, never typed. */
export const standing = z.strictObject({
  status: z.enum(['open', 'supported', 'refuted']),
  supported_if: z.string().optional().describe('The threshold with its numbers filled in.'),
  refuted_if: z.string().optional(),
});
export type Standing = z.output<typeof standing>;

export const settledCause = cause.safeExtend({
  standing: standing.optional().describe('Set for a hypothesis.'),
});
export type SettledCause = z.output<typeof settledCause>;

export const control = z.strictObject({
  title: prose.describe('The proposed control, as a noun phrase.'),
  rule: prose.describe('What it does, exactly.'),
  acceptance: z
    .array(prose)
    .min(1, 'at least one acceptance criterion')
    .describe('How anybody can tell that it works.'),
  untouched: z.array(prose).default([]).describe('What it leaves alone.'),
  replayed: z.array(controlName).default([]).describe('Controls that try it on history; more than one are compared.'),
});

export const effort = z.strictObject({
  hours: z.number().positive().describe('Estimate in hours.'),
  for: z.string().min(1).describe('What they are for.'),
});

export const step = z.strictObject({
  when: z.string().min(1).describe('Such as "Now", "After two cycles", "Not now".'),
  text: prose.describe('What to do then.'),
});

export const finding = z.strictObject({
  number: z.int().positive().describe('Order in the report.'),
  title: prose.describe('The defect in one clause.'),
  lead: prose.describe('Two sentences for somebody who reads nothing else.'),
  summary: prose.describe('What the summary page says of it.'),
  holds: condition.optional().describe('What has to be true of the facts for title, lead and summary to stand.'),
  key: z
    .strictObject({
      fact: factId,
      as: z.enum(['count', 'value', 'text']).default('count').describe('What is shown of the fact.'),
      label: prose.describe('Words under the number.'),
    })
    .describe('The number that stands beside the finding on the summary page.'),
  criteria,
  condition: condition_,
  causes: z
    .array(cause)
    .min(1, 'at least one cause, confirmed or as a hypothesis')
    .describe('Why the condition came about, each confirmed, refuted or a hypothesis.'),
  effect: z
    .strictObject({
      text: prose.describe('What it costs, and whom.'),
      lines: z.array(slug).default([]).describe('Lines of the ROI model that this finding moves.'),
    })
    .describe('What the condition leads to.'),
  recommendation: z
    .strictObject({
      steps: z.array(step).min(1, 'at least one step').describe('What to do, in order.'),
      owner: slug.describe('Queue that owns the change; one of the queues of the engagement.'),
      effort: z.array(effort).default([]).describe('Estimates, part by part.'),
    })
    .describe('What to do about it, and who.'),
  control: control.describe('The rule that would have caught it.'),
  checks: z.array(z.string()).min(1, 'at least one check').describe('Checks whose code the page shows.'),
});
export type Finding = z.output<typeof finding>;
