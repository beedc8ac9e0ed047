/** The backlog as a reader sees it: names in place of ids. */
import type { Bundle } from '../schema/bundle.ts';

export interface BacklogRow {
  readonly id: string;
  readonly place: number;
  readonly title: string;
  readonly finding: { readonly slug: string; readonly number: number } | undefined;
  readonly owner: string;
  /** "6 h", or that nobody has estimated it. */
  readonly effort: string;
  readonly touches: string;
  readonly doneWhen: readonly string[];
  /** Places of the items that come first. */
  readonly after: readonly number[];
}

export function backlogRows({
  backlog,
  findings,
  engagement,
}: Pick<Bundle, 'backlog' | 'findings' | 'engagement'>): BacklogRow[] {
  const items = backlog?.items ?? [];
  const place = (id: string): number => items.findIndex((item) => item.id === id) + 1;
  return items.map((item) => {
    const finding = findings.find(({ slug }) => slug === item.finding);
    return {
      id: item.id,
      place: place(item.id),
      title: item.title,
      finding: finding && { slug: finding.slug, number: finding.number },
      owner: engagement.queues.find(({ id }) => id === item.owner)?.name ?? item.owner,
      effort: item.effort_hours === undefined ? 'not estimated' : `${item.effort_hours}\u00A0h`,
      touches: item.touches,
      doneWhen: item.done_when,
      after: item.after.map(place).filter((number) => number > 0),
    };
  });
}
