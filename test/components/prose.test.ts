import { describe, expect, test } from 'vitest';
import { leadWord, numberPiece, plainText, prosePieces } from '../../src/components/prose.ts';
import { createReport } from '../../src/components/report.ts';
import { sampleBundle } from './bundle.ts';

const bundle = sampleBundle();
const page = bundle.pages[1];
if (page === undefined) throw new Error('the sample has a finding');
const report = createReport({ bundle, page, figures: new Map() });

describe('prose', () => {
  test('a fact becomes a number with its door and its ledger number', () => {
    expect(prosePieces(report, 'In {{fact.wait.late}} returns')).toEqual([
      { kind: 'text', text: 'In ' },
      {
        kind: 'number',
        of: 'fact',
        id: 'wait.late',
        text: '2 of\u00A03',
        href: '../../evidence/index.html#fact-wait.late',
        ledger: 'L01',
      },
      { kind: 'text', text: ' returns' },
    ]);
  });

  test('what the engagement gives has no row in the ledger', () => {
    expect(numberPiece(report, 'given', 'sample.size')).toEqual({
      kind: 'number',
      of: 'given',
      id: 'sample.size',
      text: '3',
    });
  });

  test('a report without an evidence page links nowhere', () => {
    const pages = bundle.pages.filter(({ slug }) => slug !== 'evidence');
    const bare = createReport({ bundle: { ...bundle, pages }, page, figures: new Map() });
    expect(numberPiece(bare, 'fact', 'wait.late', 'percent')).not.toHaveProperty('href');
  });

  test('stated numbers and code keep their kind', () => {
    expect(prosePieces(report, '[[12 hours | proposed]] of `wait_hours`')).toEqual([
      { kind: 'stated', text: '12 hours', why: 'proposed' },
      { kind: 'text', text: ' of ' },
      { kind: 'code', text: 'wait_hours' },
    ]);
  });

  test('the words alone', () => {
    expect(plainText(report, '{{fact.wait.late | percent}} waited [[a day | so said]] in `desk`')).toBe(
      '67% waited a day in desk',
    );
  });
});

describe('lead word of a note', () => {
  test.each([
    ['Promise: Set up soon.', 'Promise', 'Set up soon.'],
    ['Set up at 09:00 sharp', undefined, 'Set up at 09:00 sharp'],
    ['{{given.sample.size}}: all of them', undefined, '{{given.sample.size}}: all of them'],
    ['A lead that is far too long to be one: no', undefined, 'A lead that is far too long to be one: no'],
  ])('%s', (text, lead, rest) => {
    expect(leadWord(text)).toEqual(lead === undefined ? { rest } : { lead, rest });
  });
});
