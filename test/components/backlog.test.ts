import { expect, test } from 'vitest';
import { backlogRows } from '../../src/components/backlog.ts';
import { sampleBundle } from './bundle.ts';

test('ids become names, places and numbers of findings', () => {
  const item = { title: 'Title', finding: 'late', owner: 'back', touches: 'Nothing.', done_when: ['Done.'] };
  const bundle = sampleBundle({
    backlog: {
      items: [
        { ...item, id: 'first', effort_hours: 2 },
        { ...item, id: 'second', after: ['first'] },
      ],
    },
  });
  expect(backlogRows(bundle)).toMatchObject([
    { place: 1, owner: 'Back office', finding: { number: 1, slug: 'late' }, effort: '2\u00A0h', after: [] },
    { place: 2, effort: 'not estimated', after: [1] },
  ]);
});
