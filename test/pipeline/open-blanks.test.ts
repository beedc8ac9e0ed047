import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../src/core/template.ts';
import { openBlanks, speakBlanks } from '../../src/pipeline/open-blanks.ts';

describe('blanks', () => {
  it('are found with their places, in strings, elements and the list of what is not confirmed', () => {
    const files = new Map([
      [
        'content/x/engagement.yaml',
        {
          text: "client: '[[? who for]]'\n# title: '[[? not this]]'\nverdict:\n  text: >-\n    [[? the answer,\n    in short]]\n",
        },
      ],
      ['content/x/index.mdx', { text: '---\nlead: "[[? lead]]"\n---\n\n<Open>what the\nrecords say</Open>\n' }],
    ]);
    const templates = [
      { file: 'content/x/engagement.yaml', path: ['open', 0], text: 'Whether it is so.', line: 9 },
      { file: 'content/x/engagement.yaml', path: ['title'], text: 'No blank', line: 2 },
    ];
    expect(openBlanks({ id: 'x', files, templates })).toEqual([
      { file: 'content/x/engagement.yaml', line: 1, text: 'who for' },
      { file: 'content/x/engagement.yaml', line: 5, text: 'the answer, in short' },
      { file: 'content/x/engagement.yaml', line: 9, text: 'Whether it is so.' },
      { file: 'content/x/index.mdx', line: 2, text: 'lead' },
      { file: 'content/x/index.mdx', line: 5, text: 'what the records say' },
    ]);
  });

  it('are spoken where a string is shown as it stands, and stay marks where it is cut into pieces', () => {
    const value = { client: '[[? who for]]', verdict: { text: '[[? the answer]]' }, list: ['By [[? whom]]'] };
    expect(speakBlanks(value, new Set([JSON.stringify(['verdict', 'text'])]))).toEqual({
      client: 'Still open: who for',
      verdict: { text: '[[? the answer]]' },
      list: ['By still open: whom'],
    });
    expect(parseTemplate('It is [[? what]].')[1]).toEqual({ kind: 'open', text: 'still open: what', index: 6 });
    expect(() => parseTemplate('[[? ]]')).toThrow('A blank does not say what it is for.');
  });
});
