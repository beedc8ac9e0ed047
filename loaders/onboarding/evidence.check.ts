import { createRandom, defineCheck } from 'workbench';
import type accounts from './accounts.table.ts';
import type draw from './draw.table.ts';
import type handoffFields from './handoff_fields.table.ts';
import type queueEntries from './queue_entries.table.ts';
import type queueExports from './queue_exports.table.ts';
import type records from './records.table.ts';
import type runbookPages from './runbook_pages.table.ts';

export default defineCheck<{
  accounts: typeof accounts;
  records: typeof records;
  draw: typeof draw;
  runbook_pages: typeof runbookPages;
  queue_entries: typeof queueEntries;
  queue_exports: typeof queueExports;
  handoff_fields: typeof handoffFields;
}>({
  question: 'What was inspected, and does the sample agree with its draw?',
  needs: ['accounts', 'records', 'draw', 'runbook_pages', 'queue_entries', 'queue_exports', 'handoff_fields'],
  facts: (
    { accounts, records, draw, runbook_pages, queue_entries, queue_exports, handoff_fields },
    fact,
    { engagement: { sample } },
  ) => {
    const sampled = new Set(records.rows.map(({ account_id }) => account_id));
    const population = new Map(accounts.rows.map((account) => [account.account_id, account]));
    // The frame is recorded as "ascending, by character", which is what sort() does.
    const frame = accounts.rows.map(({ account_id }) => account_id).toSorted();
    const drawnAgain = createRandom(sample.seed ?? '').sampleWithoutReplacement(frame, sample.size);
    return [
      fact.proportion('evidence.drawn_again', {
        label: 'Drawn accounts that the recorded seed gives again',
        definition:
          'Accounts of the record of the draw that stand at the same position when the sample is drawn again in this build: the ids of the account list in ascending order, the recorded seed and size, the recorded algorithm.',
        of: draw,
        where: ({ account_id, position }) => drawnAgain[position - 1] === account_id,
        show: ['position'],
      }),
      fact.count('evidence.runbook_pages', {
        label: 'Runbook pages read',
        definition: 'Pages of the runbook that were read.',
        unit: 'pages',
        of: runbook_pages,
        show: ['title', 'queue', 'last_reviewed'],
      }),
      fact.count('evidence.queue_exports', {
        label: 'Queue exports read',
        definition: 'Queues whose entries were exported.',
        unit: 'exports',
        of: queue_exports,
        show: ['entries', 'returned'],
      }),
      fact.count('evidence.queue_entries', {
        label: 'Queue entries read',
        definition: 'Entries in the two queue exports.',
        unit: 'entries',
        of: queue_entries,
        show: ['account_id', 'queue', 'entered_at', 'left_at'],
      }),
      fact.count('evidence.form_fields', {
        label: 'Fields of the handoff form',
        definition: 'Fields in the definition of the handoff form.',
        unit: 'fields',
        of: handoff_fields,
        show: ['label', 'required'],
      }),
      fact.count('evidence.form_fields_optional', {
        label: 'Fields that the form lets be blank',
        definition: 'Fields of the handoff form that are not required to submit it.',
        unit: 'fields',
        of: handoff_fields,
        where: ({ required }) => !required,
        show: ['label', 'group'],
      }),
      fact.proportion('evidence.drawn_and_inspected', {
        label: 'Drawn accounts that were inspected',
        definition: 'Of the accounts that the recorded draw names, those whose record is in the sample.',
        of: draw,
        where: ({ account_id }) => sampled.has(account_id),
        show: ['position'],
      }),
      fact.count('evidence.sample_differs', {
        label: 'Sampled records that differ from the account list',
        definition:
          'Sampled records whose signature, queue creation or completion differs from the account list of the CRM.',
        unit: 'records',
        of: records,
        where: (record) => {
          const account = population.get(record.account_id);
          return (
            account?.signed_at.getTime() !== record.signed_at.getTime() ||
            account.onboarding_created_at.getTime() !== record.onboarding_created_at.getTime() ||
            account.completed_at?.getTime() !== record.completed_at?.getTime()
          );
        },
        show: ['signed_at', 'onboarding_created_at', 'completed_at'],
      }),
    ];
  },
});
