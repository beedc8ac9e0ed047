/** What uses a suppressed fact as a number finds no such fact; its author is told why. */
import type { Kit } from '../schema/kit.ts';
import type { SuppressedFact } from '../schema/fact.ts';
import type { Problem } from './problem.ts';

/** The same problems; where a fact is missing because it is suppressed, they say so. */
export function explainSuppressed(problems: readonly Problem[], suppressed: readonly SuppressedFact[]): Problem[] {
  return problems.map((problem) => {
    if (!/\bno fact\b|\bno format \S+ for the fact\b/.test(problem.message)) return problem;
    const fact = suppressed.find(
      ({ id }) => problem.message.includes(`"${id}"`) || problem.message.includes(`"${id}.`),
    );
    if (fact === undefined) return problem;
    return {
      ...problem,
      code: 'fact-suppressed',
      message: `The fact "${fact.id}" is suppressed, so it has no number to compute with, draw or write.`,
      expected: `a fact over at least ${String(fact.below)} records (suppress_below), and not over all but fewer`,
      found: fact.id,
      hint: 'Take it out here, or state it over more records. A sentence may name it without a format; it then reads "fewer than".',
    };
  });
}

/** The kit, with suppressed facts among those that it leaves out. */
export function kitWithout(kit: Kit, suppressed: readonly SuppressedFact[]): Kit {
  return {
    ...kit,
    checks: kit.checks.map((one) => {
      const said = new Set(one.left_out.map(({ fact }) => fact));
      const more = suppressed.filter(({ check, id }) => check === one.check && !said.has(id));
      const left = more.map(({ id, below }) => ({ fact: id, reason: `Suppressed: below ${String(below)}.` }));
      return { ...one, left_out: [...one.left_out, ...left] };
    }),
  };
}
