/** The ROI model as the reader has set it: sliders tell of it, and cells that read `roi` follow. */
import { observe } from '../notebook/runtime/generators.ts';
import { roiNames } from '../notebook/runtime/data.ts';
import type { RoiValues } from '../schema/notebook.ts';

type Values = Readonly<Record<string, number>>;

let latest: Values = {};
const followers = new Set<() => void>();

/** @param values of assumptions, steps, lines and totals, by id */
export function tellModel(values: Values): void {
  latest = values;
  for (const follow of followers) follow();
}

/** Values of `roi` for cells: as published, and again whenever one of them has changed. */
export function followModel(published: RoiValues): AsyncGenerator<RoiValues, undefined> {
  // In the order in which the build wrote them, so that cells which list them list the same.
  const taken = (names: Values): Values =>
    Object.fromEntries(Object.entries(names).map(([name, value]) => [name, latest[name] ?? value]));
  const now = (): RoiValues => ({ assumptions: taken(published.assumptions), results: taken(published.results) });
  return observe((notify) => {
    let shown = '';
    const follow = (): void => {
      const values = now();
      const text = JSON.stringify(values);
      if (text === shown) return;
      shown = text;
      notify(roiNames(values));
    };
    followers.add(follow);
    follow();
    return () => followers.delete(follow);
  });
}
