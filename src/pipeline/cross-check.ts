/** References between the files of an engagement: every name that is used is declared, and what is declared fits together. */
import type { Authored, AuthoredFile } from './engagement-files.ts';
import { engagementFileOf, sourcesFileOf } from './engagement-files.ts';
import { claimProblems } from './claim-audit.ts';
import { roiProblems } from './roi-check.ts';
import { lateHypotheses, lateSources, orderProblems } from './order-check.ts';
import { repeatedNames, unknownName, unknownNames } from './mention.ts';
import type { Declared } from './mention.ts';
import type { Problem } from './problem.ts';

export { checkFacts, checkTables } from './check-results.ts';

/** What the files of an engagement declare, by kind. */
function declaredBy({
  engagement,
  sources,
  findings,
  pages,
  roi,
}: Authored): Record<'queue' | 'source' | 'finding' | 'page' | 'line', Declared> {
  const names = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
  return {
    queue: { noun: 'queue', names: names(engagement.queues), where: 'engagement.yaml' },
    source: { noun: 'source', names: names(sources.sources), where: 'sources.yaml' },
    finding: { noun: 'finding', names: new Set(findings.map(({ slug }) => slug)), where: 'the folder findings' },
    page: { noun: 'page', names: new Set(pages.map(({ slug }) => slug)), where: 'the content folder' },
    line: { noun: 'line', names: names(roi?.lines ?? []), where: 'roi.yaml' },
  };
}

/** The file of a part that was read, so that its problems have a place. */
function placeOf({ files }: Authored, file: string): AuthoredFile {
  const place = files.get(file);
  if (place === undefined) throw new Error(`${file} was not read.`);
  return place;
}

function engagementProblems(authored: Authored, { source, page }: ReturnType<typeof declaredBy>): Problem[] {
  const { engagement, sources, id } = authored;
  const place = placeOf(authored, engagementFileOf(id));
  const declared = placeOf(authored, sourcesFileOf(id));
  const inspected = new Set(engagement.inspected.flatMap((entry) => entry.sources));
  const names = sources.sources.map((entry) => entry.id);
  return [
    ...orderProblems(place, engagement),
    ...lateSources(declared, authored),
    ...claimProblems(place, engagement),
    ...(['queues', 'claims', 'readings'] as const).flatMap((list) =>
      repeatedNames(
        place,
        [list],
        engagement[list].map((entry) => entry.id),
        list.slice(0, -1),
        'id',
      ),
    ),
    ...repeatedNames(
      place,
      ['calendar', 'holidays'],
      engagement.calendar.holidays.map(({ date }) => date),
      'holiday',
      'date',
    ),
    ...engagement.inspected.flatMap((entry, index) =>
      unknownNames(place, ['inspected', index, 'sources'], entry.sources, source),
    ),
    ...engagement.readings.flatMap((reading, index) =>
      unknownNames(place, ['readings', index, 'pages'], reading.pages, page),
    ),
    ...repeatedNames(declared, ['sources'], names, 'source', 'id'),
    ...repeatedNames(
      declared,
      ['sources'],
      sources.sources.map(({ file }) => file),
      'file',
      'file',
    ),
    ...sources.sources.flatMap((entry, index) =>
      inspected.has(entry.id)
        ? []
        : [
            declared.problemAt(['sources', index, 'id'], {
              code: 'source-not-inspected',
              message: `The source "${entry.id}" belongs to nothing that was inspected.`,
              expected: `an entry under "inspected" in engagement.yaml that names it`,
              found: 'none',
              hint: 'Name it there, or remove the source.',
            }),
          ],
    ),
  ];
}

function findingProblems(authored: Authored, { queue, line }: ReturnType<typeof declaredBy>): Problem[] {
  const byNumber = new Map<number, string>();
  return authored.findings.flatMap((finding) => {
    const place = placeOf(authored, finding.file);
    const earlier = byNumber.get(finding.number);
    byNumber.set(finding.number, earlier ?? finding.file);
    const repeated =
      earlier === undefined
        ? []
        : [
            place.problemAt(['number'], {
              code: 'repeated-number',
              message: `Two findings have the number ${finding.number}.`,
              expected: `a number of its own; ${earlier} has this one`,
              hint: 'Give one of them another number.',
            }),
          ];
    return [
      ...repeated,
      ...unknownName(place, ['recommendation', 'owner'], finding.recommendation.owner, queue),
      ...unknownNames(place, ['effect', 'lines'], finding.effect.lines, line),
      ...lateHypotheses(place, finding, authored.engagement),
    ];
  });
}

/** Items that wait for themselves, each circle told once, at its first item. */
function circles(items: readonly { id: string; after: readonly string[] }[]): string[][] {
  const after = new Map(items.map((item) => [item.id, item.after]));
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (id: string, way: readonly string[]): void => {
    const start = way.indexOf(id);
    if (start !== -1) found.push([...way.slice(start), id]);
    if (start !== -1 || done.has(id)) return;
    for (const next of after.get(id) ?? []) walk(next, [...way, id]);
    done.add(id);
  };
  for (const { id } of items) walk(id, []);
  return found;
}

function backlogProblems(authored: Authored, { queue, finding }: ReturnType<typeof declaredBy>): Problem[] {
  const { backlog, id } = authored;
  if (backlog === undefined) return [];
  const place = placeOf(authored, `content/${id}/backlog.yaml`);
  const ids = backlog.items.map((item) => item.id);
  const item: Declared = { noun: 'item', names: new Set(ids), where: 'backlog.yaml' };
  return [
    ...repeatedNames(place, ['items'], ids, 'item', 'id'),
    ...backlog.items.flatMap((entry, index) => [
      ...unknownName(place, ['items', index, 'finding'], entry.finding, finding),
      ...unknownName(place, ['items', index, 'owner'], entry.owner, queue),
      ...unknownNames(place, ['items', index, 'after'], entry.after, item),
    ]),
    ...circles(backlog.items).map((circle) =>
      place.problemAt(['items', ids.indexOf(circle[0] ?? ''), 'after'], {
        code: 'backlog-circle',
        message: 'These items wait for each other, so none can come first.',
        expected: 'an order',
        found: circle.join(', after '),
        hint: 'Remove one "after".',
      }),
    ),
  ];
}

function runbookProblems(authored: Authored, { queue, source }: ReturnType<typeof declaredBy>): Problem[] {
  const { runbooks, id } = authored;
  if (runbooks === undefined) return [];
  const place = placeOf(authored, `content/${id}/runbooks.yaml`);
  return [
    ...repeatedNames(
      place,
      ['entries'],
      runbooks.entries.map((entry) => entry.id),
      'entry',
      'id',
    ),
    ...runbooks.entries.flatMap((entry, index) => [
      ...(['alert_queue', 'runbook_queue', 'proposed_queue'] as const).flatMap((field) => {
        const name = entry[field];
        return name === null ? [] : unknownName(place, ['entries', index, field], name, queue);
      }),
      ...unknownNames(place, ['entries', index, 'sources'], entry.sources, source),
    ]),
  ];
}

/** What the files of an engagement say of each other; facts and tables are held against them by `checkFacts` and `checkTables`. */
export function crossCheck(authored: Authored): Problem[] {
  const declared = declaredBy(authored);
  return [
    ...engagementProblems(authored, declared),
    ...findingProblems(authored, declared),
    ...backlogProblems(authored, declared),
    ...runbookProblems(authored, declared),
    ...roiProblems(authored, declared.finding),
  ];
}
