/** Everything that authors wrote for one engagement, read and validated file by file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { backlog } from '../schema/backlog.ts';
import type { Backlog } from '../schema/backlog.ts';
import type { Page } from '../schema/bundle.ts';
import { engagement } from '../schema/engagement.ts';
import type { Engagement } from '../schema/engagement.ts';
import { finding } from '../schema/finding.ts';
import type { Finding } from '../schema/finding.ts';
import { pageMatter } from '../schema/page.ts';
import type { PageMatter } from '../schema/page.ts';
import { roi } from '../schema/roi.ts';
import { runbooks } from '../schema/runbooks.ts';
import type { Runbooks } from '../schema/runbooks.ts';
import { sourcesFile } from '../schema/sources.ts';
import type { SourcesFile } from '../schema/sources.ts';
import { readFrontMatter, readYaml } from './authored-file.ts';
import type { AuthoredFile, ReadAuthored, TemplatedText } from './authored-file.ts';
import { contentProblems, pageFiles } from './content-folder.ts';
import { decodeText } from './decode-text.ts';
import { missingEngagement } from './discover.ts';
import { byCodePoint } from './paths.ts';
import type { Problem } from './problem.ts';
import { untakenSnapshots } from './sql/snapshot.ts';

export type { AuthoredFile, TemplatedText } from './authored-file.ts';

/** A finding with its name (`timer` for `findings/timer.mdx`) and its file. */
export type AuthoredFinding = Finding & { readonly slug: string; readonly file: string };

export interface Authored {
  readonly id: string;
  readonly engagement: Engagement;
  readonly sources: SourcesFile;
  /** In the order of their numbers. */
  readonly findings: readonly AuthoredFinding[];
  /** As written in roi.yaml. */
  readonly roi?: z.output<typeof roi>;
  readonly backlog?: Backlog;
  readonly runbooks?: Runbooks;
  /** The index, the findings by number, the other pages by their `order`. */
  readonly pages: readonly Page[];
  /** By name relative to the root. */
  readonly files: ReadonlyMap<string, AuthoredFile>;
  readonly templates: readonly TemplatedText[];
}

class Reading {
  readonly problems: Problem[] = [];
  readonly files = new Map<string, AuthoredFile>();
  readonly templates: TemplatedText[] = [];
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  #take<T>(file: string, parse: (text: string) => ReadAuthored<T>): T | undefined {
    const decoded = decodeText(file, readFileSync(join(this.#root, file)));
    if (decoded.text === undefined) {
      this.problems.push(...decoded.problems);
      return undefined;
    }
    const { read, problems } = parse(decoded.text);
    this.problems.push(...problems);
    if (read === undefined) return undefined;
    this.files.set(file, read.authored);
    this.templates.push(...read.templates);
    return read.value;
  }

  /** Undefined where the file does not exist or has a problem. */
  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    if (!existsSync(join(this.#root, file))) return undefined;
    return this.#take(file, (text) => readYaml(file, text, schema));
  }

  /** Whether a query of sources.yaml was never asked, so that the entry lacks what its answer brings. */
  untaken(id: string): boolean {
    const file = sourcesFileOf(id);
    if (!existsSync(join(this.#root, file))) return false;
    const problems = untakenSnapshots(id, file, readFileSync(join(this.#root, file), 'utf8'));
    this.problems.push(...problems);
    return problems.length > 0;
  }

  page<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    return this.#take(file, (text) => readFrontMatter(file, text, schema));
  }
}

function orderedPages(
  findings: readonly AuthoredFinding[],
  others: readonly (PageMatter & { slug: string; file: string })[],
): Page[] {
  const place = ({ slug, order }: { slug: string; order: number }): number => (slug === 'index' ? -Infinity : order);
  const [index, ...rest] = [...others]
    .sort((a, b) => place(a) - place(b) || byCodePoint(a.slug, b.slug))
    .map(({ title, nav, lead, slug, file }): Page => ({ slug, title, nav, ...(lead !== undefined && { lead }), file }));
  const ofFindings = findings.map(({ slug, title, number, file }) => ({
    slug: `findings/${slug}`,
    title,
    nav: `Finding ${number}`,
    file,
  }));
  return [...(index ? [index] : []), ...ofFindings, ...rest];
}

/** `data/<id>/sources.yaml`. */
export const sourcesFileOf = (id: string): string => `data/${id}/sources.yaml`;
/** `content/<id>/engagement.yaml`. */
export const engagementFileOf = (id: string): string => `content/${id}/engagement.yaml`;

/**
 * Reads what authors wrote for an engagement.
 * `authored` is there when no file has a problem; `engagement` and `sources` also when only others have.
 */
export function readEngagement(
  root: string,
  id: string,
): { authored?: Authored; engagement?: Engagement; sources?: SourcesFile; problems: Problem[] } {
  const reading = new Reading(root);
  reading.problems.push(...missingEngagement(root, id), ...contentProblems(root, id));

  const stated = reading.yaml(engagementFileOf(id), engagement);
  if (!existsSync(join(root, sourcesFileOf(id)))) {
    reading.problems.push({
      code: 'sources-yaml-missing',
      file: sourcesFileOf(id),
      message: `Nothing says what was inspected: ${sourcesFileOf(id)} is missing.`,
      expected: 'a list of the inspected files, each with origin, extraction time, column classes and sha256',
      found: 'nothing there',
      hint: `Write it, with one entry for each file below data/${id}.`,
    });
  }
  const untaken = reading.untaken(id);
  const sources = untaken ? undefined : reading.yaml(sourcesFileOf(id), sourcesFile);
  const model = reading.yaml(`content/${id}/roi.yaml`, roi);
  const items = reading.yaml(`content/${id}/backlog.yaml`, backlog);
  const entries = reading.yaml(`content/${id}/runbooks.yaml`, runbooks);

  const findings: AuthoredFinding[] = [];
  const others: (PageMatter & { slug: string; file: string })[] = [];
  for (const { file, slug, finding: name } of pageFiles(root, id)) {
    if (name === undefined) {
      const matter = reading.page(file, pageMatter);
      if (matter) others.push({ ...matter, slug, file });
    } else {
      const matter = reading.page(file, finding);
      if (matter) findings.push({ ...matter, slug: name, file });
    }
  }
  findings.sort((a, b) => a.number - b.number || byCodePoint(a.slug, b.slug));

  const { problems, files, templates } = reading;
  if (problems.length > 0 || stated === undefined || sources === undefined)
    return { ...(stated && { engagement: stated }), ...(sources && { sources }), problems };
  const authored: Authored = {
    id,
    engagement: stated,
    sources,
    findings,
    ...(model && { roi: model }),
    ...(items && { backlog: items }),
    ...(entries && { runbooks: entries }),
    pages: orderedPages(findings, others),
    files,
    templates,
  };
  return { authored, engagement: stated, sources, problems };
}
