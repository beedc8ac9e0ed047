/** `content/<engagement>/engagement.yaml`: who promised what to whom, what was inspected, and what was left alone. */
import { z } from 'zod';
import { condition, factId, isoDate, prose, slug } from './text.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "09:00"');

const timeZone = z.stringFormat(
  'time-zone',
  (name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  },
  'an IANA time zone such as "America/New_York"',
);

export const calendar = z.strictObject({
  time_zone: timeZone.describe('IANA name; every date of the engagement is a date in this zone.'),
  working_days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .describe('Days that count as business days unless they are holidays.'),
  hours: z.strictObject({ from: clockTime, to: clockTime }).describe('Office hours, for business hours.'),
  holidays: z
    .array(z.strictObject({ date: isoDate, name: z.string().min(1) }))
    .default([])
    .describe('Days that do not count although they fall on a working day.'),
});
export type EngagementCalendar = z.output<typeof calendar>;

export const claim = z.strictObject({
  id: slug,
  text: prose.describe('What is claimed, in our words.'),
  by: z.string().min(1).describe('Who said it.'),
  where: z.string().min(1).describe('Where it stands, so that a reader can find it.'),
  published: z.string().min(1).describe('The figure exactly as it was published, such as "82%".'),
  percent: z.number().optional().describe('The published percentage, to test whether a count of `of` can give it.'),
  of: z.int().positive().optional().describe('The denominator that was published with it.'),
  facts: z.array(factId).default([]).describe('Facts that confirm or contradict it.'),
  holds: condition.optional().describe('Condition under which the verdict below stands; the build stops otherwise.'),
  verdict: z.enum(['agrees', 'differs', 'not_reachable', 'not_tested']),
  comment: prose.describe('What the records say instead, and which reading gives the published figure.'),
});
export type Claim = z.output<typeof claim>;

export const exclusion = z.strictObject({
  kind: z.enum(['not_proven', 'not_changed', 'not_tested']),
  text: prose,
  why: prose.optional(),
});

export const reading = z.strictObject({
  id: slug,
  title: z.string().min(1).describe('Such as "Executive summary".'),
  for: z.string().min(1).describe('Who reads it this way, and what for.'),
  pages: z.array(z.string()).min(1).describe('Pages in order: "index", "findings/timer", "roi", …'),
});
export type Reading = z.output<typeof reading>;

export const engagement = z.strictObject({
  title: z.string().min(1),
  client: z.string().min(1),
  version: z.string().min(1).describe('Version of the report, quoted.'),
  workflow: z.strictObject({
    name: z.string().min(1).describe('The workflow under test.'),
    from: z.string().min(1).describe('Event that starts it.'),
    to: z.string().min(1).describe('Event that ends it.'),
    teams: z.array(z.string()).default([]),
  }),
  verdict: z.strictObject({
    text: prose.describe('The answer in one sentence; the title of the report.'),
    holds: condition.describe('What has to be true of the facts for the sentence to stand.'),
  }),
  promise: z.strictObject({
    text: prose,
    business_days: z.int().positive().describe('Days allowed.'),
    starts: z.string().min(1),
    ends: z.string().min(1),
    target_share: z.number().gt(0).lte(1).optional().describe('Share that has to be kept, if one was promised.'),
  }),
  growth: z
    .strictObject({ from: z.number().positive(), to: z.number().positive(), unit: z.string() })
    .optional()
    .describe('Volume today and as planned.'),
  calendar,
  locale: z.enum(['en-US', 'en-GB']).describe('How numbers and dates are written; never taken from the machine.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "USD"'),
  period: z.strictObject({ from: isoDate, to: isoDate }),
  report_date: isoDate.describe('Date on the report. The build never asks the clock.'),
  population: z.strictObject({ size: z.int().positive(), unit: z.string().min(1), table: z.string() }),
  sample: z.strictObject({
    size: z.int().positive('a sample of at least one record'),
    method: prose,
    table: z.string(),
    seed: z.string().optional(),
  }),
  queues: z
    .array(z.strictObject({ id: slug, name: z.string().min(1), owner: z.string().min(1) }))
    .min(1)
    .describe('Queues that work can wait in, and who answers for each.'),
  inspected: z
    .array(z.strictObject({ text: prose, sources: z.array(slug).min(1) }))
    .min(1)
    .describe('What was inspected; every source belongs to one entry.'),
  claims: z.array(claim).default([]).describe('Figures that others published, and what became of them.'),
  exclusions: z.array(exclusion).min(1, 'at least one exclusion: no report covers everything'),
  risk_boundaries: z.array(prose).min(1),
  readings: z.array(reading).default([]).describe('Ways to read the report, each an order of pages.'),
});
export type Engagement = z.output<typeof engagement>;
