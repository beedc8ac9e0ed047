/** The reader's text of one engagement against its facts: every reference, number, comparison and link. */
import { createResolver } from '../../core/reference.ts';
import type { GivenValue } from '../../core/reference.ts';
import { roiReferences } from '../../core/roi-references.ts';
import type { RoiModel } from '../../core/roi.ts';
import { parseTemplate } from '../../core/template.ts';
import type { StatedNumber } from '../../schema/bundle.ts';
import type { Check, Fact, SuppressedFact } from '../../schema/fact.ts';
import type { Table } from '../../schema/table.ts';
import type { TemplatedText } from '../authored-file.ts';
import type { Authored } from '../engagement-files.ts';
import type { Problem } from '../problem.ts';
import { addressBook } from './anchors.ts';
import { createJudge } from './condition.ts';
import type { Locate, ProseContext } from './context.ts';
import { addressOf } from './links.ts';
import { MdxError, parseMdx } from './mdx.ts';
import { checkModelWords } from './model-words.ts';
import type { MdxNode } from './mdx.ts';
import { checkPage } from './page.ts';
import { Lines, problemAt } from './place.ts';
import { createSuggest } from './suggestions.ts';
import { checkCondition, checkCriterion, checkTemplated, rendered } from './templated.ts';

export interface ProseInput {
  readonly authored: Pick<
    Authored,
    'engagement' | 'sources' | 'id' | 'backlog' | 'runbooks' | 'roi' | 'pages' | 'files' | 'templates'
  >;
  readonly facts: readonly Fact[];
  readonly suppressed?: readonly SuppressedFact[];
  /** From `givenValues` (core/given.ts). */
  readonly given: ReadonlyMap<string, GivenValue>;
  readonly roi?: RoiModel | undefined;
  readonly checks: readonly Pick<Check, 'id'>[];
  readonly tables: readonly Pick<Table, 'id'>[];
}

export interface CheckedProse {
  /** In the order of files, lines and columns. */
  readonly problems: Problem[];
  /** Numbers that were typed on purpose, for the evidence page. */
  readonly stated: StatedNumber[];
}

function mdxProblem(file: string, lines: Lines, { message, line, column }: MdxError): Problem {
  const place = lines.place(line, column);
  const braces = place.excerpt?.includes('{{') ?? false;
  return problemAt(
    { ...place, file },
    {
      code: 'mdx-unreadable',
      message: `The page cannot be read: ${message.replace(/\.$/, '')}.`,
      hint: braces
        ? '{{…}} is for front matter and attributes; in the text write <Fact id="…"/>, <Given id="…"/> or <Roi id="…"/>.'
        : 'Close every element that is opened, and write "<" and "{" in text as "\\<" and "\\{".',
    },
  );
}

const parentOf = (path: TemplatedText['path']): string => JSON.stringify(path.slice(0, -1));

/** Conditions by the group of fields that they stand in; they guard every text in it. */
function conditionsByGroup(templates: readonly TemplatedText[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { file, path, voice, text } of templates) {
    if (voice === 'prose') continue;
    const group = file + parentOf(path);
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  return groups;
}

function guarding({ file, path }: TemplatedText, groups: ReadonlyMap<string, string[]>): string[] {
  return path.flatMap((_, depth) => groups.get(file + JSON.stringify(path.slice(0, depth))) ?? []);
}

function spokenBeside(
  context: ProseContext,
  condition: TemplatedText,
  templates: readonly TemplatedText[],
): string | undefined {
  const group = parentOf(condition.path);
  const beside = templates.find(
    ({ file, path, voice }) => voice === 'prose' && file === condition.file && parentOf(path) === group,
  );
  if (beside === undefined) return undefined;
  try {
    return rendered(context, parseTemplate(beside.text));
  } catch {
    return beside.text;
  }
}

const order = (a: Problem, b: Problem): number =>
  (a.file ?? '') < (b.file ?? '')
    ? -1
    : (a.file ?? '') > (b.file ?? '')
      ? 1
      : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** Checks all that a reader will read; findings and pages alike. */
export function checkProse({ authored, facts, suppressed = [], given, roi, checks, tables }: ProseInput): CheckedProse {
  const { engagement, sources, backlog, runbooks, pages, files, templates } = authored;
  const roiValues = roi ? roiReferences(roi) : [];
  const { locale } = engagement;

  const problems: Problem[] = [];
  const read = pages.map(({ slug, file }) => {
    const text = files.get(file)?.text ?? '';
    const lines = new Lines(file, text);
    let tree: MdxNode | undefined;
    try {
      tree = parseMdx(text);
    } catch (error) {
      if (!(error instanceof MdxError)) throw error;
      problems.push(mdxProblem(file, lines, error));
    }
    return { slug, text, lines, tree };
  });

  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  const context: ProseContext = {
    resolve: createResolver({ facts, suppressed, given, roi: roiValues, locale }),
    judge: createJudge(facts, given, roiValues, locale),
    suggest: createSuggest(facts, given, roiValues),
    addresses: addressBook(read, {
      facts: ids([...facts, ...suppressed]),
      roi: ids(roiValues),
      claims: ids(engagement.claims),
      sources: ids(sources.sources),
      backlog: ids(backlog?.items ?? []),
      runbooks: ids(runbooks?.entries ?? []),
    }),
    names: { facts: new Set(ids(facts)), tables: new Set(ids(tables)), checks: new Set(ids(checks)) },
    problems,
    stated: [],
  };

  const groups = conditionsByGroup(templates);
  const linesOf = new Map([...files].map(([file, { text }]) => [file, new Lines(file, text)]));
  for (const template of templates) {
    const lines = linesOf.get(template.file);
    const locate: Locate = (index) => {
      const { line, column } = template.at(index);
      return lines ? lines.place(line, column) : { file: template.file, line, column };
    };
    if (template.voice === 'condition')
      checkCondition(context, template.text, spokenBeside(context, template, templates), locate);
    else if (template.voice === 'criterion') checkCriterion(context, template.text, locate);
    else checkTemplated(context, template.text, locate, guarding(template, groups));
  }
  const model = files.get(`content/${authored.id}/roi.yaml`);
  if (model) checkModelWords(context, model, authored.roi);
  for (const { slug, text, lines, tree } of read) {
    if (tree) checkPage(context, { text, lines, address: addressOf(slug), anchors: new Set() }, tree);
  }

  const { stated } = context;
  stated.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { problems: problems.sort(order), stated };
}
