/** The runbook map shows exactly the conflicts and the gaps that a check found, alert by alert. */
import type { Fact } from '../schema/fact.ts';
import type { RunbookEntry } from '../schema/runbooks.ts';
import type { Authored } from './engagement-files.ts';
import type { Problem } from './problem.ts';

const FOUND = {
  conflicts: {
    words: 'in conflict',
    shows: ({ alert_queue: alert, runbook_queue: runbook }: RunbookEntry) =>
      alert !== null && runbook !== null && alert !== runbook,
  },
  without_page: {
    words: 'without a runbook page',
    shows: ({ alert_queue: alert, runbook_queue: runbook }: RunbookEntry) => alert !== null && runbook === null,
  },
} as const;

/** Differences in either direction, each told at the field that names the fact. */
export function runbookMapProblems(
  { id, runbooks, files }: Pick<Authored, 'id' | 'runbooks' | 'files'>,
  facts: readonly Pick<Fact, 'id' | 'rows'>[],
): Problem[] {
  const place = files.get(`content/${id}/runbooks.yaml`);
  if (runbooks === undefined || place === undefined) return [];
  return (['conflicts', 'without_page'] as const).flatMap((field) => {
    const fact = facts.find((candidate) => candidate.id === runbooks[field]);
    if (fact === undefined) return [];
    const { words, shows } = FOUND[field];
    const shown = runbooks.entries.filter(shows).map((entry) => entry.alert ?? entry.id);
    const found = [...fact.rows];
    const missing = found.filter((alert) => !shown.includes(alert));
    const extra = shown.filter((alert) => !found.includes(alert));
    if (missing.length + extra.length === 0) return [];
    return [
      place.problemAt([field], {
        code: 'runbook-map-differs',
        message: `The map and the fact "${fact.id}" name different alerts ${words}.`,
        expected: found.length === 0 ? 'none' : found.join(', '),
        found: shown.length === 0 ? 'none' : shown.join(', '),
        hint: 'Correct the queues of these entries, and name the alert of each.',
      }),
    ];
  });
}
