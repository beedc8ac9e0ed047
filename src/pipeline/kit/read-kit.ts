/** The SQL that authors wrote beside their checks, held against the checks that there are. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nearest } from '../../core/nearest.ts';
import { statementsOf, withoutComments } from '../../kit/sql-text.ts';
import type { Check } from '../../schema/fact.ts';
import type { Kit, KitCheck } from '../../schema/kit.ts';
import { kitFiles } from '../discover.ts';
import type { Problem } from '../problem.ts';

/** The kit, with each file as its author wrote it, so that a fault in it has its line. */
export interface ReadKit {
  readonly kit: Kit;
  /** Text by file. */
  readonly sources: ReadonlyMap<string, string>;
  readonly mappingFile: string;
  readonly sharedFile: string;
}

const NOT_WRITTEN = 'No SQL has been written for this check.';
const LEFT_OUT = /^--\s*left out\b/i;
const LEFT_OUT_LINE = /^--\s*left out:\s*([^\s:]+)\s*:\s*(\S.*)$/i;

export const sqlFileOf = (check: Pick<Check, 'file'>): string => check.file.replace(/\.ts$/, '.sql');

/** Every file of SQL that goes into the kit, with its text. */
export const kitSources = (root: string, id: string): ReadonlyMap<string, string> =>
  new Map(kitFiles(root, id).map((file) => [file, readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')]));

function orphans(files: readonly string[], checks: readonly Check[]): Problem[] {
  const expected = checks.map(sqlFileOf);
  return files
    .filter((file) => file.endsWith('.check.sql') && !expected.includes(file))
    .map((file) => {
      const meant = nearest(
        basename(file),
        expected.map((known) => basename(known)),
      );
      return {
        code: 'sql-without-check',
        file,
        message: 'This SQL belongs to no check.',
        expected: `a check ${basename(file).replace(/\.sql$/, '.ts')} beside it`,
        found: 'none',
        hint: meant === undefined ? 'Write the check, or remove the file.' : `Did you mean "${meant}"?`,
      };
    });
}

interface LeftOut {
  readonly left_out: KitCheck['left_out'];
  readonly problems: Problem[];
}

/** Lines that say `-- left out: <fact>: <reason>`; a star stands for every fact of the check. */
function leftOut(file: string, lines: readonly string[], { id, facts }: Check): LeftOut {
  const problems: Problem[] = [];
  const reasons = new Map<string, string>();
  for (const [index, excerpt] of lines.entries()) {
    if (!LEFT_OUT.test(excerpt)) continue;
    const place = { file, line: index + 1, excerpt };
    const [, fact = '', reason = ''] = LEFT_OUT_LINE.exec(excerpt) ?? [];
    const named = fact === '*' ? facts : [fact];
    if (reason === '') {
      problems.push({
        ...place,
        code: 'sql-left-out',
        message: 'A fact that is left out has a reason.',
        expected: '-- left out: <fact>: <why SQL cannot count it, as a sentence>',
        found: excerpt.trim(),
        hint: 'Name the fact, or * for all of them, and say why.',
      });
    } else if (fact !== '*' && !facts.includes(fact)) {
      const meant = nearest(fact, facts);
      problems.push({
        ...place,
        code: 'sql-left-out-unknown',
        message: `The check "${id}" states no fact "${fact}".`,
        expected: facts.join(', '),
        found: fact,
        hint: meant === undefined ? 'Remove the line.' : `Did you mean "${meant}"?`,
      });
    } else {
      for (const one of named) reasons.set(one, reason.trim());
    }
  }
  return { left_out: [...reasons].map(([fact, reason]) => ({ fact, reason })), problems };
}

function readCheck(file: string, source: string, check: Check): { one: KitCheck; problems: Problem[] } {
  const lines = source.split('\n');
  const { left_out, problems } = leftOut(file, lines, check);
  const query = lines
    .filter((line) => !LEFT_OUT.test(line))
    .join('\n')
    .trim();
  const statements = statementsOf(query);
  const one = { check: check.id, file, left_out };
  if (problems.length === 0 && (statements.length > 1 || withoutComments(query).trim().endsWith(';'))) {
    problems.push({
      code: 'sql-statements',
      file,
      message: 'The SQL of a check is one query, without a semicolon at its end.',
      expected: 'one select, with its rows joined by union all',
      found: `${String(statements.length)} ${statements.length === 1 ? 'statement with a semicolon' : 'statements'}`,
      hint: 'Put what several queries share into shared.sql.',
    });
  }
  const nothing = statements.length === 0;
  if (problems.length === 0 && nothing && left_out.length < check.facts.length) {
    problems.push({
      code: 'sql-empty',
      file,
      message: `The SQL of the check "${check.id}" counts nothing.`,
      expected: 'a query, or the line "-- left out: *: <reason>"',
      found: 'no statement',
      hint: 'Write the query, or say why there is none.',
    });
  }
  return { one: nothing ? one : { ...one, query }, problems };
}

/** @returns no kit where no SQL was written, or where something is wrong with it */
export function readKit(
  root: string,
  id: string,
  checks: readonly Check[],
): { read?: ReadKit; problems: readonly Problem[] } {
  const sources = kitSources(root, id);
  if (sources.size === 0) return { problems: [] };
  const [mappingFile, sharedFile] = [`loaders/${id}/mapping.sql`, `loaders/${id}/shared.sql`];
  const problems = orphans([...sources.keys()], checks);
  const mapping = sources.get(mappingFile);
  if (mapping === undefined) {
    problems.push({
      code: 'sql-mapping-missing',
      file: mappingFile,
      message: 'Checks are written as SQL, and nothing says from which tables they read.',
      expected: 'a view for each thing that the checks ask for, over tables sample_<table> of the report',
      found: 'no file mapping.sql',
      hint: `Write ${mappingFile}: create temporary view … as select … from sample_<table>;`,
    });
  }
  const read = checks.map((check) => {
    const file = sqlFileOf(check);
    const source = sources.get(file);
    if (source !== undefined) return readCheck(file, source, check);
    const left_out = check.facts.map((fact) => ({ fact, reason: NOT_WRITTEN }));
    return { one: { check: check.id, left_out }, problems: [] };
  });
  problems.push(...read.flatMap((one) => one.problems));
  const nothing = read.every(({ one }) => one.query === undefined);
  if (problems.length > 0 || mapping === undefined || nothing) return { problems };
  const shared = sources.get(sharedFile);
  const kit = { mapping, ...(shared !== undefined && { shared }), checks: read.map(({ one }) => one) };
  return { read: { kit, sources, mappingFile, sharedFile }, problems };
}
