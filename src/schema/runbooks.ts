/** `content/<engagement>/runbooks.yaml`: who acts on what, by alert and by runbook. */
import { z } from 'zod';
import { factId, prose, slug } from './text.ts';

export const runbookEntry = z.strictObject({
  id: slug.describe('Unique within the map.'),
  signal: prose.describe('What happens.'),
  alert: z.string().min(1).optional().describe('Key of the alert among the rows of the facts below.'),
  alert_queue: slug.nullable().describe('Queue that the alert goes to; null where there is no alert.'),
  runbook_queue: slug.nullable().describe('Queue that the runbook names; null where no page says.'),
  sources: z.array(slug).min(1).describe('Where both are written down.'),
  proposed_queue: slug.describe('Queue that should own it.'),
  facts: z.array(factId).default([]).describe('Facts that show what became of it.'),
  note: prose.optional().describe('Anything a reader should know of it.'),
});
export type RunbookEntry = z.output<typeof runbookEntry>;

export const runbooks = z.strictObject({
  conflicts: factId
    .optional()
    .describe('Fact whose rows are the alerts whose queue differs from the runbook; the map shows exactly these.'),
  without_page: factId.optional().describe('Fact whose rows are the alerts that no runbook page handles.'),
  entries: z.array(runbookEntry).min(1, 'at least one entry').describe('One entry for each signal.'),
});
export type Runbooks = z.output<typeof runbooks>;
