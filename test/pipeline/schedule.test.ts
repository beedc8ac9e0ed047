import { describe, expect, it } from 'vitest';
import { schedule } from '../../src/pipeline/schedule.ts';

/** Tasks that write down when they begin and end, and end in turns. */
function journal(failing: readonly string[] = []) {
  const entries: string[] = [];
  let running = 0;
  let most = 0;
  const task = (name: string, ...after: string[]) => ({
    name,
    after,
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      entries.push(`+${name}`);
      await new Promise((resolve) => setImmediate(resolve));
      entries.push(`-${name}`);
      running -= 1;
      return !failing.includes(name);
    },
  });
  return { entries, task, most: () => most };
}

describe('schedule', () => {
  it('runs a task only after those it needs, whatever the order of the list', async () => {
    const { entries, task } = journal();
    expect(await schedule([task('c', 'b'), task('b', 'a'), task('a')], 4)).toEqual([]);
    expect(entries).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
  });

  it('runs side by side, but no more than the width', async () => {
    const { task, most } = journal();
    await schedule(
      ['a', 'b', 'c', 'd', 'e'].map((name) => task(name)),
      2,
    );
    expect(most()).toBe(2);
  });

  it('leaves out what needs a failed task, and goes on with the rest', async () => {
    const { entries, task } = journal(['a']);
    expect(await schedule([task('a'), task('b', 'a'), task('c', 'b'), task('d')], 1)).toEqual(['b', 'c']);
    expect(entries).toContain('-d');
    expect(entries).not.toContain('+b');
  });

  it('ends where tasks wait for each other', async () => {
    const { task } = journal();
    expect(await schedule([task('a', 'b'), task('b', 'a')], 2)).toEqual(['a', 'b']);
  });
});
