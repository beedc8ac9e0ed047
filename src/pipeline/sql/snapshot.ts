/**
 * Snapshots: answers of a database that the team took with `npm run refresh` and keeps as files. A build asks no
 * database. It reads the file, and refuses one that answers another query, is too old for the report, or was edited.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source, SourceQuery } from '../../schema/sources.ts';
import { digestOf } from '../digest.ts';
import type { Authored, AuthoredFile } from '../engagement-files.ts';
import type { Problem } from '../problem.ts';
import { parseYaml } from '../yaml.ts';
import type { SqlParameters } from './messages.ts';

const DAY = 86_400_000;

/** Relative to the root. */
export const queryFileOf = (id: string, { sql }: Pick<SourceQuery, 'sql'>): string => `loaders/${id}/${sql}`;

/** Of a query and its parameters; line ends do not count, since git may change them. */
export const askedDigest = (sql: string, parameters: SqlParameters): string =>
  digestOf({ sql: sql.replaceAll('\r\n', '\n'), parameters });

/** Binds an answer to what was asked: another time, number of rows or digest gives another value. */
export const answeredDigest = (
  asked: string,
  { extracted_at, rows, sha256 }: Pick<Source, 'extracted_at' | 'rows' | 'sha256'>,
): string => digestOf({ asked, extracted_at, rows: rows ?? 0, sha256 });

/** Days from the day of the answer to the day of the report. */
export const ageInDays = (takenAt: string, reportDate: string): number =>
  Math.round((Date.parse(reportDate) - Date.parse(takenAt.slice(0, 'YYYY-MM-DD'.length))) / DAY);

const refresh = (id: string): string => `npm run refresh -- ${id}`;

function problemsOf(root: string, authored: Authored, place: AuthoredFile, index: number, source: Source): Problem[] {
  const { query } = source;
  if (query === undefined) return [];
  const { id, engagement } = authored;
  const file = queryFileOf(id, query);
  const at = (field: string): readonly (string | number)[] => ['sources', index, 'query', field];
  // That it is missing is told with the other files of queries.
  if (!existsSync(join(root, file))) return [];
  const asked = askedDigest(readFileSync(join(root, file), 'utf8'), query.parameters);
  if (asked !== query.asked) {
    return [
      place.problemAt(at('asked'), {
        code: 'snapshot-other-query',
        message: `${file} or its parameters are not those that gave ${source.file}.`,
        expected: `the query that was asked, ${query.asked}`,
        found: `another, ${asked}`,
        hint: `Ask the new one: ${refresh(id)}. Or restore the query and its parameters.`,
      }),
    ];
  }
  if (answeredDigest(asked, source) !== query.answered) {
    return [
      place.problemAt(at('answered'), {
        code: 'snapshot-edited',
        message: `What stands here of ${source.file} is not what came back from the database: its time, rows or sha256 was edited.`,
        expected: 'extracted_at, rows and sha256 as they were written when the query was asked',
        found: 'other ones',
        hint: `Restore the entry and its file, or ask anew: ${refresh(id)}.`,
      }),
    ];
  }
  const age = ageInDays(source.extracted_at, engagement.report_date);
  if (age <= query.fresh_days) return [];
  return [
    place.problemAt(['sources', index, 'extracted_at'], {
      code: 'snapshot-stale',
      message: `The rows of the source "${source.id}" were taken ${String(age)} days before the date of the report.`,
      expected: `at most ${String(query.fresh_days)} days before ${engagement.report_date} (fresh_days)`,
      hint: `Ask anew: ${refresh(id)}. Or raise fresh_days, if the report may rest on older rows.`,
    }),
  ];
}

/** What is wrong with the snapshots of an engagement; the files themselves are held against their digests elsewhere. */
export function snapshotProblems(root: string, authored: Authored): Problem[] {
  const place = authored.files.get(`data/${authored.id}/sources.yaml`);
  if (place === undefined) return [];
  return authored.sources.sources.flatMap((source, index) => problemsOf(root, authored, place, index, source));
}

/** Sources that have a query and no answer yet: one problem each, in place of one for each field that is not written. */
export function untakenSnapshots(id: string, file: string, text: string): Problem[] {
  const { document } = parseYaml(file, text);
  const { sources } = Object(document?.value) as { sources?: unknown };
  if (document === undefined || !Array.isArray(sources)) return [];
  return sources.flatMap((entry, index): Problem[] => {
    const { id: name, query } = Object(entry) as { id?: unknown; query?: unknown };
    if (typeof query !== 'object' || query === null || 'answered' in query) return [];
    const at = document.positionOfKey(['sources', index, 'query']);
    return [
      {
        code: 'snapshot-missing',
        file,
        ...at,
        excerpt: document.lineText(at.line),
        field: 'query',
        message: `The query of the source "${String(name)}" has not been asked yet.`,
        hint: `Put the address of the database into the environment and ask it: ${refresh(id)}.`,
      },
    ];
  });
}
