/** What Astro, Vite and Rolldown throw, told as problems. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, siteProblems } from '../../src/cli/astro-site.ts';
import { BuildProblems } from '../../src/pipeline/problem.ts';

describe('siteProblems', () => {
  it('names file and line, relative to the root or to the workbench', () => {
    const error = Object.assign(new Error('Unexpected token\nsecond line'), {
      loc: { file: '/project/content/x/index.mdx', line: 7, column: 3 },
      title: 'MDX error',
      hint: 'Close the element.',
    });
    expect(siteProblems(error, '/project')).toMatchObject([
      {
        code: 'site-failed',
        file: 'content/x/index.mdx',
        line: 7,
        column: 3,
        message: 'MDX error: Unexpected token',
        hint: 'Close the element.',
      },
    ]);
    const own = Object.assign(new Error('gone'), { id: join(projectRoot, 'src', 'charts', 'axis.ts?raw') });
    expect(siteProblems(own, '/project')).toMatchObject([{ file: 'src/charts/axis.ts', message: 'gone' }]);
  });

  it('takes the colours out and keeps the rest as detail', () => {
    const [problem] = siteProblems(new Error('\u001B[31mNo such module\u001B[39m\n  at some place'), '/project');
    expect(problem?.message).toBe('No such module');
    expect(problem?.detail).toContain('at some place');
  });

  it('tells each of several errors, and passes on what is a problem already', () => {
    const several = Object.assign(new Error('Build failed with 2 errors'), {
      errors: [new Error('one'), new Error('two')],
    });
    expect(siteProblems(several, '/project').map(({ message }) => message)).toEqual(['one', 'two']);
    const inner = { code: 'no-bundle', message: 'Not loaded.' };
    expect(siteProblems(new Error('wrapped', { cause: new BuildProblems([inner]) }), '/project')).toEqual([inner]);
  });
});
