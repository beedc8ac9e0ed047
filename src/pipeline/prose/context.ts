/** What every prose check needs: how to resolve, how to judge, and where to put what was found. */
import type { Resolve } from '../../core/reference.ts';
import type { StatedNumber } from '../../schema/bundle.ts';
import type { Problem } from '../problem.ts';
import type { Judge } from './condition.ts';
import { problemAt } from './place.ts';
import type { Complaint, Place } from './place.ts';
import type { Suggest } from './suggestions.ts';

export interface ProseContext {
  readonly resolve: Resolve;
  readonly judge: Judge;
  readonly suggest: Suggest;
  /** Addresses and anchors that a link may name. */
  readonly addresses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of facts, tables and checks, for attributes that name one. */
  readonly names: {
    readonly facts: ReadonlySet<string>;
    readonly tables: ReadonlySet<string>;
    readonly checks: ReadonlySet<string>;
  };
  readonly problems: Problem[];
  readonly stated: StatedNumber[];
}

/** From an index in the text that is being read to its place in the file. */
export type Locate = (index: number) => Place;

export function report(context: ProseContext, place: Place, complaint: Complaint): void {
  context.problems.push(problemAt(place, complaint));
}
