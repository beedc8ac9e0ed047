/** Runs what depends on each other in order, and what does not side by side. */
import { availableParallelism } from 'node:os';

export interface Task {
  readonly name: string;
  /** Names of the tasks that have to succeed first. */
  readonly after: readonly string[];
  /** @returns whether those that wait for it may begin */
  readonly run: () => Promise<boolean>;
}

/**
 * A task whose predecessor failed is left out; the others still run, so that all that is wrong is found at once.
 *
 * @param tasks without circles; names that no task has count as failed
 * @returns names of the tasks that were left out
 */
export async function schedule(tasks: readonly Task[], width = availableParallelism()): Promise<string[]> {
  const waiting = new Set(tasks);
  const succeeded = new Set<string>();
  const running = new Map<Task, Promise<void>>();
  for (;;) {
    const ready = [...waiting].filter(({ after }) => after.every((name) => succeeded.has(name)));
    for (const task of ready.slice(0, Math.max(0, width - running.size))) {
      waiting.delete(task);
      const finish = task.run().then((success) => {
        if (success) succeeded.add(task.name);
        running.delete(task);
      });
      running.set(task, finish);
    }
    if (running.size === 0) return [...waiting].map(({ name }) => name);
    await Promise.race(running.values());
  }
}
