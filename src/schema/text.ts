/** Building blocks that several nouns share: ids, dates, and text that may refer to facts. */
import { z } from 'zod';

/** `handoff.late_24h`: lower-case words joined by `_`, grouped by dots. */
export const factId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/, 'a fact id such as "handoff.late_24h" (lower case, at least one dot)')
  .describe('Id of a fact, such as `handoff.late_24h`.');

/** `onboarding-sample`: what files, queues, findings and groups are called. */
export const slug = z.string().regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'an id in lower case, words joined by "-" or "_"');

/** A calendar day. */
export const isoDate = z.iso.date('a date written as "2026-05-04"');

/** An instant with its offset from UTC. */
export const isoInstant = z.iso.datetime({
  offset: true,
  error: 'an instant with its offset, such as "2026-04-13T18:00:00-04:00"',
});

/**
 * How a text is checked: for the reader (its numbers come by reference), as a condition over facts that has to
 * hold, or as a criterion, which is a condition that may hold or not.
 */
export type Voice = 'prose' | 'condition' | 'criterion';
/** Which schemas hold such texts; `describe` and `optional` keep it. */
export const voices = z.registry<{ voice: Voice }>();

/**
 * A sentence or two for the reader. Numbers in it come by reference:
 * `{{fact.handoff.late_24h}}`, `{{fact.dashboard.within_target | percent}}`,
 * `{{given.promise.business_days | words}}`, `{{roi.labour}}`.
 * A typed number is reported, unless it is marked with its reason: `[[120 to 220 | the growth plan]]`.
 * What is not known yet is a blank that says what is asked for: `[[? what was promised, in a sentence]]`.
 */
export const prose = z.string().trim().min(1, 'some text').register(voices, { voice: 'prose' });

/**
 * A condition over facts, such as
 * `billing.median_hours_incomplete > 2 * billing.median_hours_complete`.
 * The build stops at the sentence when it no longer holds.
 */
export const condition = z.string().trim().min(1, 'a condition over facts').register(voices, { voice: 'condition' });

/** A condition that settles a question one way when it holds; that it does not hold stops nothing. */
export const criterion = z.string().trim().min(1, 'a condition over facts').register(voices, { voice: 'criterion' });
