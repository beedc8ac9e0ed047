/** Who acts on a signal: where the alert goes, where the runbook sends it, and whether the two agree. */
import type { Bundle } from '../schema/bundle.ts';
import type { RunbookEntry } from '../schema/runbooks.ts';

export interface RunbookRow {
  readonly entry: RunbookEntry;
  /** Names of queues; undefined where there is no alert, or no page says. */
  readonly alert: string | undefined;
  readonly runbook: string | undefined;
  readonly proposed: string;
  readonly verdict: 'agrees' | 'conflict' | 'unowned';
  readonly words: string;
}

export function runbookRows({ runbooks, engagement }: Pick<Bundle, 'runbooks' | 'engagement'>): RunbookRow[] {
  const name = (id: string): string => engagement.queues.find((queue) => queue.id === id)?.name ?? id;
  return (runbooks?.entries ?? []).map((entry) => {
    const { alert_queue: alert, runbook_queue: runbook } = entry;
    const agreement =
      alert === null && runbook === null
        ? { verdict: 'unowned', words: 'Nobody is named' }
        : alert === null
          ? { verdict: 'unowned', words: 'No alert' }
          : runbook === null
            ? { verdict: 'unowned', words: 'No runbook page' }
            : alert === runbook
              ? { verdict: 'agrees', words: 'They agree' }
              : { verdict: 'conflict', words: 'They conflict' };
    return {
      entry,
      alert: alert === null ? undefined : name(alert),
      runbook: runbook === null ? undefined : name(runbook),
      proposed: name(entry.proposed_queue),
      ...(agreement as Pick<RunbookRow, 'verdict' | 'words'>),
    };
  });
}
