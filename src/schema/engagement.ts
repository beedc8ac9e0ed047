/** `content/<engagement>/engagement.yaml`: who promised what to whom, what was inspected, and what was left alone. */
import { z } from 'zod';
import { hasBlank } from '../core/open-blank.ts';
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
    .min(1, 'at least one working day')
    .describe('Days that count as business days unless they are holidays.'),
  hours: z
    .strictObject({ from: clockTime.describe('When the office opens.'), to: clockTime.describe('When it closes.') })
    .describe('Office hours, for business hours.'),
  holidays: z
    .array(z.strictObject({ date: isoDate.describe('The day.'), name: z.string().min(1).describe('Its name.') }))
    .default([])
    .describe('Days that do not count although they fall on a working day.'),
});
export type EngagementCalendar = z.output<typeof calendar>;

export const claim = z.strictObject({
  id: slug.describe('Unique among the claims.'),
  text: prose.describe('What is claimed, in our words.'),
  by: z.string().min(1).describe('Who said it.'),
  where: z.string().min(1).describe('Where it stands, so that a reader can find it.'),
  published: z.string().min(1).describe('The figure exactly as it was published, such as "82%".'),
  percent: z.number().optional().describe('The published percentage, to test whether a count of `of` can give it.'),
  of: z.int().positive().optional().describe('The denominator that was published with it.'),
  facts: z.array(factId).default([]).describe('Facts that confirm or contradict it.'),
  holds: condition.optional().describe('Condition under which the verdict below stands; the build stops otherwise.'),
  verdict: z
    .enum(['agrees', 'differs', 'not_reachable', 'not_tested'])
    .describe('What the records say of it; `not_reachable`: no count gives the published figure.'),
  comment: prose.describe('What the records say instead, and which reading gives the published figure.'),
});
export type Claim = z.output<typeof claim>;

export const exclusion = z.strictObject({
  kind: z.enum(['not_proven', 'not_changed', 'not_tested']).describe('What was not done.'),
  text: prose.describe('What was left out.'),
  why: prose.optional().describe('Why.'),
});

export const reading = z.strictObject({
  id: slug.describe('Unique among the readings.'),
  title: z.string().min(1).describe('Such as "Executive summary".'),
  for: z.string().min(1).describe('Who reads it this way, and what for.'),
  pages: z
    .array(z.string())
    .min(1, 'at least one page')
    .describe('Pages in order: "index", "findings/timer", "roi", …'),
});
export type Reading = z.output<typeof reading>;

export const signature = z.strictObject({
  signer: z
    .string()
    .regex(/^[^\s"*?!,]+$/, 'a name without blanks, such as "proof@firm.example"')
    .describe('Who signs, as the buyer names them to ssh-keygen.'),
  public_key: z
    .string()
    .regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}( .*)?$/, 'a line "ssh-ed25519 AAAA…", as it stands in a .pub file')
    .describe('The public key of the signer; the private one stays outside the repository.'),
  received: z
    .strictObject({
      on: isoDate.describe('When the buyer received the public key.'),
      by: z
        .string()
        .min(1)
        .describe('By which way, other than with the report, such as "handed over in the kick-off meeting".'),
    })
    .optional()
    .describe('When and how the buyer received the public key.'),
});
export type SignatureTerms = z.output<typeof signature>;

export const engagement = z.strictObject({
  title: z.string().min(1).describe('Title of the engagement.'),
  client: z.string().min(1).describe('Who it was done for.'),
  version: z.string().min(1).describe('Version of the report, quoted.'),
  workflow: z
    .strictObject({
      name: z.string().min(1).describe('The workflow under test.'),
      from: z.string().min(1).describe('Event that starts it.'),
      to: z.string().min(1).describe('Event that ends it.'),
      teams: z.array(z.string()).default([]).describe('Teams that take part.'),
    })
    .describe('The workflow under test, from which event to which.'),
  verdict: z
    .strictObject({
      text: prose.describe('The answer in one sentence; the title of the report.'),
      holds: condition
        .optional()
        .describe('What has to be true of the facts for the sentence to stand; only a blank goes without.'),
    })
    .refine(({ text, holds }) => holds !== undefined || hasBlank(text), {
      path: ['holds'],
      error: 'a condition over facts, under which the verdict stands',
    })
    .describe('The answer of the report, and the condition under which it stands.'),
  promise: z
    .strictObject({
      text: prose.describe('What was promised, in a sentence.'),
      business_days: z.int().positive('a whole number of days, at least 1').describe('Days allowed.'),
      starts: z.string().min(1).describe('Event that starts the clock.'),
      ends: z.string().min(1).describe('Event that stops it.'),
      target_share: z
        .number()
        .gt(0, 'a share above 0 and at most 1: 94% is 0.94')
        .lte(1, 'a share above 0 and at most 1: 94% is 0.94')
        .optional()
        .describe('Share that has to be kept, if one was promised.'),
    })
    .describe('What was promised to whom, and within how many business days.'),
  growth: z
    .strictObject({
      from: z.number().positive().describe('Volume today.'),
      to: z.number().positive().describe('Volume as planned.'),
      unit: z.string().describe('What is counted, and per what.'),
    })
    .optional()
    .describe('Volume today and as planned.'),
  calendar: calendar.describe('Zone, working days, office hours and holidays.'),
  locale: z.enum(['en-US', 'en-GB']).describe('How numbers and dates are written; never taken from the machine.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "USD"')
    .describe('Currency of the amounts.'),
  period: z
    .strictObject({ from: isoDate.describe('First day.'), to: isoDate.describe('Last day.') })
    .describe('Days that the report covers.'),
  report_date: isoDate.describe('Date on the report. The build never asks the clock.'),
  population: z
    .strictObject({
      size: z.int().positive('a population of at least one record').describe('How many records the period has.'),
      unit: z.string().min(1).describe('What a record stands for, such as "accounts".'),
      table: z.string().describe('Table that holds them all.'),
    })
    .describe('All records that the report speaks of.'),
  sample: z
    .strictObject({
      size: z.int().positive('a sample of at least one record').describe('How many records were drawn.'),
      method: prose.describe('How they were drawn.'),
      table: z.string().describe('Table that holds them.'),
      seed: z.string().optional().describe('Seed of the draw, where there is one.'),
    })
    .describe('The records that were inspected.'),
  queues: z
    .array(
      z.strictObject({
        id: slug.describe('Unique among the queues.'),
        name: z.string().min(1).describe('What a reader calls it.'),
        owner: z.string().min(1).describe('Who answers for it.'),
      }),
    )
    .min(1, 'at least one queue')
    .describe('Queues that work can wait in, and who answers for each.'),
  inspected: z
    .array(
      z.strictObject({
        text: prose.describe('What it is, for a reader.'),
        sources: z.array(slug).min(1, 'at least one source').describe('Ids of its sources in sources.yaml.'),
      }),
    )
    .min(1, 'at least one thing that was inspected')
    .describe('What was inspected; every source belongs to one entry.'),
  claims: z.array(claim).default([]).describe('Figures that others published, and what became of them.'),
  exclusions: z
    .array(exclusion)
    .min(1, 'at least one exclusion: no report covers everything')
    .describe('What the report does not prove, change or test.'),
  risk_boundaries: z
    .array(prose)
    .min(1, 'at least one boundary')
    .describe('What was not touched, and would not be without asking.'),
  open: z
    .array(prose)
    .default([])
    .describe('What is written but not confirmed yet; the report shows it as still open, and the build counts it.'),
  suppress_below: z
    .int()
    .min(2, 'a whole number, at least 2')
    .optional()
    .describe(
      'Facts over fewer records than this, or over all but fewer, are not published; a reader sees "fewer than".',
    ),
  signature: signature.optional().describe('Who signs the package, where it is signed.'),
  readings: z.array(reading).default([]).describe('Ways to read the report, each an order of pages.'),
});
export type Engagement = z.output<typeof engagement>;
