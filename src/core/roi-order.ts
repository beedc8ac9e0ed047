import { names, parseExpression } from './expression.ts';
import type { RoiStep } from './roi-definition.ts';

/** Steps so that each comes after those it needs, or the circle that makes that impossible. */
export interface StepOrder {
  ordered: RoiStep[];
  /** Ids around the circle, the first repeated at the end; empty where there is none. */
  cycle: string[];
}

/**
 * Orders steps by what their formulas need, otherwise as declared.
 *
 * @throws ExpressionError for a formula that cannot be read
 */
export function stepOrder(steps: readonly RoiStep[]): StepOrder {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const ordered: RoiStep[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  let cycle: string[] = [];

  const visit = (step: RoiStep): void => {
    if (done.has(step.id) || cycle.length > 0) return;
    const start = trail.indexOf(step.id);
    if (start >= 0) {
      cycle = [...trail.slice(start), step.id];
      return;
    }
    trail.push(step.id);
    for (const name of names(parseExpression(step.formula))) {
      const needed = byId.get(name);
      if (needed !== undefined) visit(needed);
    }
    trail.pop();
    done.add(step.id);
    ordered.push(step);
  };
  steps.forEach(visit);
  return { ordered, cycle };
}
