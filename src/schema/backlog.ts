/** `content/<engagement>/backlog.yaml`: what to do in the next sprint, smallest safe change first. */
import { z } from 'zod';
import { prose, slug } from './text.ts';

export const backlogItem = z.strictObject({
  id: slug.describe('Unique within the backlog; other items name it under "after".'),
  title: prose.describe('What to do, as an instruction.'),
  finding: slug.describe('File name of the finding that it answers, without ".mdx".'),
  owner: slug.describe('Queue that owns it.'),
  effort_hours: z.number().positive().optional().describe('Left out where nobody has estimated it.'),
  touches: prose.describe('What changes in production, if anything.'),
  done_when: z
    .array(prose)
    .min(1, 'at least one sign that it is done')
    .describe('How anybody can tell that it is done.'),
  after: z.array(slug).default([]).describe('Items that come first.'),
});
export type BacklogItem = z.output<typeof backlogItem>;

export const backlog = z.strictObject({
  authored: prose.optional().describe("Said under the table where the table is ours and not the client's."),
  items: z.array(backlogItem).min(1, 'at least one item').describe('Smallest safe change first.'),
});
export type Backlog = z.output<typeof backlog>;
