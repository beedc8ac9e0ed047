/** The way through a report: the entries of the masthead, and what comes before and after in each reading. */
import type { Bundle, Page } from '../schema/bundle.ts';

export interface Entry {
  readonly slug: string;
  readonly anchor?: string;
  readonly word: string;
  readonly current: boolean;
}

/** Anchor of the list of findings on the summary. */
export const FINDINGS = 'findings';

const isFinding = ({ slug }: Page): boolean => slug.startsWith('findings/');

/**
 * Entries of the masthead: the pages by their words; the findings together as one, behind the summary.
 *
 * @param listed whether the summary has the list of findings; the entry leads to the first of them otherwise
 */
export function navigation(pages: readonly Page[], current: string, listed: boolean): Entry[] {
  const entry = ({ slug, nav }: Page): Entry => ({ slug, word: nav, current: slug === current });
  const findings = pages.filter(isFinding);
  const others = pages.filter((page) => !isFinding(page));
  if (findings.length === 0) return others.map(entry);
  const together: Entry = {
    ...(listed ? { slug: 'index', anchor: FINDINGS } : { slug: findings[0]?.slug ?? 'index' }),
    word: 'Findings',
    current: findings.some(({ slug }) => slug === current),
  };
  return [...others.slice(0, 1).map(entry), together, ...others.slice(1).map(entry)];
}

export interface Way {
  readonly title: string;
  /** Place of the page in the reading, from 1. */
  readonly place: number;
  readonly of: number;
  readonly before: Page | undefined;
  readonly after: Page | undefined;
}

/** Neighbours of a page in each reading that holds it; in the order of the pages where no readings are declared. */
export function ways({ pages, engagement }: Pick<Bundle, 'pages' | 'engagement'>, current: string): Way[] {
  const readings =
    engagement.readings.length > 0
      ? engagement.readings
      : [{ title: engagement.title, pages: pages.map(({ slug }) => slug) }];
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  return readings.flatMap(({ title, pages: order }) => {
    const index = order.indexOf(current);
    if (index === -1 || order.length === 1) return [];
    const at = (place: number): Page | undefined => bySlug.get(order[place] ?? '');
    return [{ title, place: index + 1, of: order.length, before: at(index - 1), after: at(index + 1) }];
  });
}

/** What a page is called where it is pointed at: "Finding 2" over its title, the word of the masthead otherwise. */
export function pageLabel(page: Page, findings: readonly { slug: string; number: number }[]): string {
  const finding = findings.find(({ slug }) => `findings/${slug}` === page.slug);
  return finding === undefined ? page.nav : `Finding ${finding.number}`;
}
