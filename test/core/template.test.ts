import { describe, expect, it } from 'vitest';
import { TemplateError, parseTemplate } from '../../src/core/template.ts';

describe('parseTemplate', () => {
  it('leaves plain text whole', () => {
    expect(parseTemplate('No marks, } or [ either')).toEqual([
      { kind: 'text', text: 'No marks, } or [ either', index: 0 },
    ]);
    expect(parseTemplate('')).toEqual([]);
  });

  it('cuts references, stated numbers and code out of the text, with their places', () => {
    expect(
      parseTemplate('In {{fact.handoff.late_24h | words}} of [[120 to 220 | growth | plan]] `handoff_hours`.'),
    ).toEqual([
      { kind: 'text', text: 'In ', index: 0 },
      { kind: 'reference', of: 'fact', id: 'handoff.late_24h', as: 'words', index: 3 },
      { kind: 'text', text: ' of ', index: 36 },
      { kind: 'stated', text: '120 to 220 | growth', why: 'plan', index: 40 },
      { kind: 'text', text: ' ', index: 70 },
      { kind: 'code', text: 'handoff_hours', index: 71 },
      { kind: 'text', text: '.', index: 86 },
    ]);
  });

  it.each([
    ['{{given.promise.business_days}}', { of: 'given', id: 'promise.business_days' }],
    ['{{ roi.labour|exact }}', { of: 'roi', id: 'labour', as: 'exact' }],
    ['{{fact.handoff.late_24h | parameter.hours}}', { of: 'fact', id: 'handoff.late_24h', as: 'parameter.hours' }],
    ['{{given.claims.dashboard-94.published}}', { of: 'given', id: 'claims.dashboard-94.published' }],
  ])('reads %s', (text, expected) => {
    expect(parseTemplate(text)).toEqual([{ kind: 'reference', ...expected, index: 0 }]);
  });

  it('keeps marks inside code as they are', () => {
    expect(parseTemplate('`{{fact.a.b}}`')).toEqual([{ kind: 'code', text: '{{fact.a.b}}', index: 0 }]);
  });

  it.each([
    ['open {{fact.a.b', 5],
    ['open [[12', 5],
    ['open `code', 5],
    ['{{handoff.late}}', 0],
    ['{{fact}}', 0],
    ['{{fact.a.b | 24 %}}', 0],
    ['at {{ }}', 3],
    ['[[12]]', 0],
    ['[[12 | ]]', 0],
    ['[[ | why]]', 0],
  ])('refuses %s', (text, index) => {
    const attempt = (): unknown => parseTemplate(text);
    expect(attempt).toThrow(TemplateError);
    expect(attempt).toThrow(expect.objectContaining({ index }));
    expect(attempt).toThrowErrorMatchingSnapshot();
  });
});
