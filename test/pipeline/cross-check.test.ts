import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFacts, checkTables, crossCheck } from '../../src/pipeline/cross-check.ts';
import { readEngagement } from '../../src/pipeline/engagement-files.ts';
import type { Authored } from '../../src/pipeline/engagement-files.ts';
import { renderProblems } from '../../src/pipeline/render-problem.ts';
import { goodRootWith, write } from './temporary-root.ts';

const ID = 'parcel-returns';
const ENGAGEMENT = `content/${ID}/engagement.yaml`;
const FINDING = `content/${ID}/findings/late-refunds.mdx`;
const SOURCES = `data/${ID}/sources.yaml`;

type Edits = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

/** The good engagement after edits to its files; each edit must find its text. */
function authored(edits: Edits = {}, files: Readonly<Record<string, string>> = {}): Authored {
  const root = goodRootWith(files);
  for (const [file, pairs] of Object.entries(edits)) {
    let text = readFileSync(join(root, file), 'utf8');
    for (const [from, to] of pairs) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    write(root, { [file]: text });
  }
  const result = readEngagement(root, ID);
  if (result.authored === undefined) throw new Error(renderProblems(result.problems));
  return result.authored;
}
const report = (edits: Edits, files?: Readonly<Record<string, string>>): string =>
  renderProblems(crossCheck(authored(edits, files)));

const item = (id: string, more = ''): string =>
  `  - { id: ${id}, title: Do it, finding: late-refunds, owner: depot, touches: Nothing, done_when: [It is done]${more} }\n`;

test('the good engagement has no problem', () => {
  expect(
    crossCheck(
      authored({}, { [`content/${ID}/backlog.yaml`]: `items:\n${item('one')}${item('two', ', after: [one]')}` }),
    ),
  ).toEqual([]);
});

test('names that nothing declares, with the one that is meant', () => {
  expect(
    report({
      [ENGAGEMENT]: [['sources: [promise]', 'sources: [promises]']],
      [FINDING]: [['owner: depot', 'owner: account']],
    }),
  ).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:38:64  There is no source "promises" in sources.yaml.
        38 |   - { text: What the shop promises to its customers, sources: [promises] }
           |                                                                ^
        expected  one of parcels, promise
        found     promises
        do        Did you mean "promise"?

    content/parcel-returns/findings/late-refunds.mdx:30:10  There is no queue "account" in engagement.yaml.
        30 |   owner: account
           |          ^
        expected  one of accounts, depot
        found     account
        do        Did you mean "accounts"?

    data/parcel-returns/sources.yaml:20:9  The source "promise" belongs to nothing that was inspected.
        20 |   - id: promise
           |         ^
        expected  an entry under "inspected" in engagement.yaml that names it
        found     none
        do        Name it there, or remove the source.

    3 problems in 3 files.
    "
  `);
});

test('a reading of pages that are not there', () => {
  const reading =
    'readings:\n  - { id: summary, title: Summary, for: Buyers, pages: [index, findings/late-refund, roi] }\nrisk_boundaries:';
  expect(report({ [ENGAGEMENT]: [['risk_boundaries:', reading]] })).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:42:64  There is no page "findings/late-refund" in the content folder.
        42 | … { id: summary, title: Summary, for: Buyers, pages: [index, findings/late-refund, roi] }
           |                                                              ^
        expected  one of evidence, findings/late-refunds, index
        found     findings/late-refund
        do        Did you mean "findings/late-refunds"?

    content/parcel-returns/engagement.yaml:42:86  There is no page "roi" in the content folder.
        42 | … { id: summary, title: Summary, for: Buyers, pages: [index, findings/late-refund, roi] }
           |                                                                                    ^
        expected  one of evidence, findings/late-refunds, index
        found     roi
        do        Correct the name, or add the page.

    2 problems.
    "
  `);
});

test('names that stand twice', () => {
  expect(
    report({
      [ENGAGEMENT]: [
        ['- { id: accounts,', '- { id: depot, name: Second desk, owner: Night lead }\n  - { id: accounts,'],
        [
          "- { date: '2026-02-16', name: Carnival Monday }",
          "- { date: '2026-02-16', name: One }\n    - { date: '2026-02-16', name: Two }",
        ],
      ],
      [SOURCES]: [
        ['id: promise', 'id: parcels'],
        ['file: promise.md', 'file: parcels.csv'],
      ],
    }),
  ).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:24:15  The holiday "2026-02-16" stands here a second time.
        24 |     - { date: '2026-02-16', name: Two }
           |               ^
        expected  every holiday once; the first is on line 23
        found     2026-02-16
        do        Rename one of the two, or remove it.

    content/parcel-returns/engagement.yaml:36:11  The queue "depot" stands here a second time.
        36 |   - { id: depot, name: Second desk, owner: Night lead }
           |           ^
        expected  every queue once; the first is on line 35
        found     depot
        do        Rename one of the two, or remove it.

    content/parcel-returns/engagement.yaml:40:64  There is no source "promise" in sources.yaml.
        40 |   - { text: What the shop promises to its customers, sources: [promise] }
           |                                                                ^
        expected  parcels
        found     promise
        do        Correct the name, or add the source.

    data/parcel-returns/sources.yaml:20:9  The source "parcels" stands here a second time.
        20 |   - id: parcels
           |         ^
        expected  every source once; the first is on line 3
        found     parcels
        do        Rename one of the two, or remove it.

    data/parcel-returns/sources.yaml:21:11  The file "parcels.csv" stands here a second time.
        21 |     file: parcels.csv
           |           ^
        expected  every file once; the first is on line 4
        found     parcels.csv
        do        Rename one of the two, or remove it.

    5 problems in 2 files.
    "
  `);
});

test('dates and sizes that cannot be', () => {
  expect(report({ [ENGAGEMENT]: [["to: '2026-02-28'", "to: '2026-01-28'"]] })).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:26:35  The period ends before it begins.
        26 | period: { from: '2026-02-01', to: '2026-01-28' }
           |                                   ^
        expected  a day on or after 2026-02-01
        found     '2026-01-28'
        do        Swap "from" and "to", or correct one of them.

    1 problem.
    "
  `);
  expect(
    report({
      [ENGAGEMENT]: [
        ["report_date: '2026-03-25'", "report_date: '2026-02-25'"],
        ["to: '17:00'", "to: '05:00'"],
        ['  size: 24', '  size: 30'],
      ],
    }),
  ).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:21:31  Office hours end before they begin.
        21 |   hours: { from: '08:00', to: '05:00' }
           |                               ^
        expected  a time after 08:00
        found     '05:00'
        do        Use the 24-hour clock: "17:00", not "05:00".

    content/parcel-returns/engagement.yaml:27:14  The report is dated before its period ends.
        27 | report_date: '2026-02-25'
           |              ^
        expected  a day on or after 2026-02-28
        found     '2026-02-25'
        do        Correct the date of the report or the end of the period.

    content/parcel-returns/engagement.yaml:30:9  The sample is larger than the population it was drawn from.
        30 |   size: 30
           |         ^
        expected  at most 24
        found     30
        do        Correct the size of the sample or of the population.

    content/parcel-returns/findings/late-refunds.mdx:24:16  This hypothesis was written down after the date on the report, so after its result.
        24 |     stated_on: '2026-03-23'
           |                ^
        expected  a day on or before 2026-02-25, the report_date in engagement.yaml
        found     2026-03-23
        do        Correct one of the two; a threshold set after the result proves nothing.

    data/parcel-returns/sources.yaml:8:19  The source "parcels" left its system after the date on the report.
        8 |     extracted_at: '2026-03-20T17:30:00+01:00'
          |                   ^
        expected  a time on or before 2026-02-25, the report_date in engagement.yaml
        found     '2026-03-20T17:30:00+01:00'
        do        Correct one of the two.

    data/parcel-returns/sources.yaml:25:19  The source "promise" left its system after the date on the report.
        25 |     extracted_at: '2026-03-20T17:45:00+01:00'
           |                   ^
        expected  a time on or before 2026-02-25, the report_date in engagement.yaml
        found     '2026-03-20T17:45:00+01:00'
        do        Correct one of the two.

    6 problems in 3 files.
    "
  `);
});

test('a source that left its system after the report', () => {
  expect(report({ [SOURCES]: [['2026-03-20T17:45:00', '2026-03-26T00:15:00']] })).toMatchInlineSnapshot(`
    "data/parcel-returns/sources.yaml:25:19  The source "promise" left its system after the date on the report.
        25 |     extracted_at: '2026-03-26T00:15:00+01:00'
           |                   ^
        expected  a time on or before 2026-03-25, the report_date in engagement.yaml
        found     '2026-03-26T00:15:00+01:00'
        do        Correct one of the two.

    1 problem.
    "
  `);
});

test('two findings of one number, and lines of a model that is not there', () => {
  const files = { [`content/${ID}/findings/another.mdx`]: readFileSync(join(goodRootWith(), FINDING), 'utf8') };
  expect(report({ [FINDING]: [['it is sent.\n', 'it is sent.\n  lines: [labour]\n']] }, files)).toMatchInlineSnapshot(`
    "content/parcel-returns/findings/late-refunds.mdx:2:9  Two findings have the number 1.
        2 | number: 1
          |         ^
        expected  a number of its own; content/parcel-returns/findings/another.mdx has this one
        found     1
        do        Give one of them another number.

    content/parcel-returns/findings/late-refunds.mdx:27:11  There is no line "labour" in roi.yaml.
        27 |   lines: [labour]
           |           ^
        expected  a line, and there is none yet
        found     labour
        do        Correct the name, or add the line.

    2 problems.
    "
  `);
});

test('a backlog that goes in circles', () => {
  const backlog = `items:\n${item('one', ', after: [three]')}${item('two', ', after: [one]')}${item('three', ', after: [two, four]')}${item('five', ', after: [five]')}`;
  expect(report({}, { [`content/${ID}/backlog.yaml`]: backlog.replace('late-refunds', 'late-refund') }))
    .toMatchInlineSnapshot(`
      "content/parcel-returns/backlog.yaml:2:39  There is no finding "late-refund" in the folder findings.
          2 |   - { id: one, title: Do it, finding: late-refund, owner: depot, touches: Nothing, done_…
            |                                       ^
          expected  late-refunds
          found     late-refund
          do        Did you mean "late-refunds"?

      content/parcel-returns/backlog.yaml:2:116  These items wait for each other, so none can come first.
          2 | …: late-refund, owner: depot, touches: Nothing, done_when: [It is done], after: [three] }
            |                                                                                 ^
          expected  an order
          found     one, after three, after two, after one
          do        Remove one "after".

      content/parcel-returns/backlog.yaml:4:125  There is no item "four" in backlog.yaml.
          4 | …e-refunds, owner: depot, touches: Nothing, done_when: [It is done], after: [two, four] }
            |                                                                                   ^
          expected  one of five, one, three, two
          found     four
          do        Correct the name, or add the item.

      content/parcel-returns/backlog.yaml:5:118  These items wait for each other, so none can come first.
          5 | …: late-refunds, owner: depot, touches: Nothing, done_when: [It is done], after: [five] }
            |                                                                                  ^
          expected  an order
          found     five, after five
          do        Remove one "after".

      4 problems.
      "
    `);
});

test('a runbook map with queues and sources of other engagements', () => {
  const runbooks =
    'entries:\n  - { id: late, signal: It is late, alert_queue: dept, runbook_queue: null, sources: [promise, runbook], proposed_queue: depot }\n';
  expect(report({}, { [`content/${ID}/runbooks.yaml`]: runbooks })).toMatchInlineSnapshot(`
    "content/parcel-returns/runbooks.yaml:2:50  There is no queue "dept" in engagement.yaml.
        2 |   - { id: late, signal: It is late, alert_queue: dept, runbook_queue: null, sources: [pr…
          |                                                  ^
        expected  one of accounts, depot
        found     dept
        do        Did you mean "depot"?

    content/parcel-returns/runbooks.yaml:2:96  There is no source "runbook" in sources.yaml.
        2 | … alert_queue: dept, runbook_queue: null, sources: [promise, runbook], proposed_queue: de…
          |                                                              ^
        expected  one of parcels, promise
        found     runbook
        do        Correct the name, or add the source.

    2 problems.
    "
  `);
});

const rows = (length: number): { length: number } => ({ length });

test('population and sample have the rows of their tables', () => {
  expect(checkTables(authored(), [{ id: 'parcels', rows: rows(24) }])).toEqual([]);
  expect(renderProblems(checkTables(authored(), [{ id: 'parcels', rows: rows(23) }]))).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:28:21  The population is said to hold 24 records, and the table "parcels" has 23.
        28 | population: { size: 24, unit: parcels, table: parcels }
           |                     ^
        expected  24
        found     23 rows
        do        Correct the size, or look for rows that loaders/parcel-returns/parcels.table.ts drops
                  or doubles.

    content/parcel-returns/engagement.yaml:30:9  The sample is said to hold 24 records, and the table "parcels" has 23.
        30 |   size: 24
           |         ^
        expected  24
        found     23 rows
        do        Correct the size, or look for rows that loaders/parcel-returns/parcels.table.ts drops
                  or doubles.

    2 problems.
    "
  `);
  expect(renderProblems(checkTables(authored(), [{ id: 'parcels', rows: rows(0) }]).slice(1))).toMatchInlineSnapshot(`
    "content/parcel-returns/engagement.yaml:30:9  The sample is empty: the table "parcels" has no rows.
        30 |   size: 24
           |         ^
        expected  24
        found     0 rows
        do        Look at what loaders/parcel-returns/parcels.table.ts reads and keeps.

    1 problem.
    "
  `);
  expect(renderProblems(checkTables(authored(), [{ id: 'parcel', rows: rows(24) }]).slice(0, 1)))
    .toMatchInlineSnapshot(`
      "content/parcel-returns/engagement.yaml:28:47  There is no table "parcels" in the loaders.
          28 | population: { size: 24, unit: parcels, table: parcels }
             |                                               ^
          expected  parcel
          found     parcels
          do        Did you mean "parcel"?

      1 problem.
      "
    `);
});

test('facts and checks that are named exist', () => {
  const facts = ['refund.late', 'refund.open'].map((id) => ({ id }));
  const checks = [{ id: 'refunds' }];
  expect(checkFacts(authored(), { facts, checks, controls: [] })).toEqual([]);
  const wrong = authored({
    [FINDING]: [
      ['facts: [refund.late, refund.open]', 'facts: [refund.late, refund.opened]'],
      ['fact: refund.late', 'fact: handoff.late'],
      ['checks: [refunds]', 'checks: [refund]'],
    ],
  });
  expect(renderProblems(checkFacts(wrong, { facts, checks, controls: [] }))).toMatchInlineSnapshot(`
    "content/parcel-returns/findings/late-refunds.mdx:7:14  There is no fact "handoff.late" in the checks.
        7 | key: { fact: handoff.late, as: count, label: refunds later than promised }
          |              ^
        expected  one of refund.late, refund.open
        found     handoff.late
        do        Correct the name, or add the fact.

    content/parcel-returns/findings/late-refunds.mdx:13:24  There is no fact "refund.opened" in the checks.
        13 |   facts: [refund.late, refund.opened]
           |                        ^
        expected  one of refund.late, refund.open
        found     refund.opened
        do        Did you mean "refund.open"?

    content/parcel-returns/findings/late-refunds.mdx:38:10  There is no check "refund" in loaders/parcel-returns.
        38 | checks: [refund]
           |          ^
        expected  refunds
        found     refund
        do        Did you mean "refunds"?

    3 problems.
    "
  `);
});
