import { describe, expect, it, vi } from 'vitest';
import { createReporter } from '../../src/pipeline/reporter.ts';

function written(isTTY: boolean) {
  let text = '';
  let time = 0;
  const reporter = createReporter({ isTTY, write: (part) => (text += part) }, () => time);
  return { reporter, pass: (milliseconds: number) => (time += milliseconds), text: () => text };
}

describe('createReporter', () => {
  it('writes one plain line per finished step where there is no terminal', () => {
    const { reporter, pass, text } = written(false);
    const step = reporter.step('read files');
    pass(1250);
    expect(text()).toBe('');
    step.done('3 files');
    reporter.note('a remark');
    expect(text()).toBe('read files  1.3 s  3 files\na remark\n');
  });

  it('shows in a terminal what takes longer than a second, and clears it', () => {
    vi.useFakeTimers();
    try {
      const { reporter, pass, text } = written(true);
      const step = reporter.step('slow');
      pass(900);
      vi.advanceTimersByTime(250);
      expect(text()).not.toContain('slow');
      pass(1100);
      vi.advanceTimersByTime(250);
      expect(text()).toContain('slow … 2.0 s');
      step.done();
      expect(text().endsWith('\r\u001b[2Kslow  2.0 s\n')).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
