/** Runs one check: its facts are counted here, from rows, and never taken on trust. */
import { createFactBuilder } from '../facts.ts';
import type { Draw } from '../facts.ts';
import type { FactBuilder, StatedFact } from '../define.ts';
import type { Problem } from '../problem.ts';
import { authorProblem } from './author-error.ts';
import { authorPosition, note, problemAt, takeRefusals } from './author.ts';
import { importLoader } from './import-loader.ts';
import type { CheckRequest, CheckResult } from './messages.ts';
import { contextOf } from './run-table.ts';

/** A builder that remembers what it made: only that is a fact. */
function rememberingBuilder(file: string, draw: Draw): { builder: FactBuilder; made: ReadonlySet<StatedFact> } {
  const made = new Set<StatedFact>();
  const plain = createFactBuilder(() => authorPosition(new Error('here').stack, file)?.line ?? 1, draw);
  const remember = (fact: StatedFact): StatedFact => {
    made.add(fact);
    return fact;
  };
  const builder: FactBuilder = {
    proportion: (id, options) => remember(plain.proportion(id, options)),
    count: (id, options) => remember(plain.count(id, options)),
    median: (id, options) => remember(plain.median(id, options)),
    medianDifference: (id, options) => remember(plain.medianDifference(id, options)),
    sum: (id, options) => remember(plain.sum(id, options)),
  };
  return { builder, made };
}

function judgeFacts(returned: unknown, made: ReadonlySet<StatedFact>, file: string): Problem[] {
  if (!Array.isArray(returned)) {
    return [
      {
        code: 'check-no-facts',
        file,
        message: 'This check does not return a list of facts.',
        expected: 'a list of what fact.proportion(…), fact.count(…), fact.median(…) or fact.sum(…) gave',
        found: returned instanceof Promise ? 'a promise' : returned === null ? 'null' : typeof returned,
        hint:
          returned instanceof Promise
            ? 'Remove "async": the tables are there when a check begins.'
            : 'Return the facts in a list: [ … ].',
      },
    ];
  }
  const foreign = returned.filter((fact) => !made.has(fact as StatedFact)).length;
  const kept = new Set<unknown>(returned);
  const problems: Problem[] = [];
  if (foreign > 0) {
    problems.push({
      code: 'check-foreign-fact',
      file,
      message: 'This check returns something that the fact builder did not make.',
      hint: 'State each fact with fact.proportion, fact.count, fact.median or fact.sum and return it as it is, so that its rows are known.',
    });
  }
  for (const fact of made) {
    if (kept.has(fact)) continue;
    problems.push(
      problemAt(
        { file, line: fact.line },
        {
          code: 'check-dropped-fact',
          message: `The fact "${fact.id}" is stated but not returned.`,
          hint: 'Return it, or remove it.',
        },
      ),
    );
  }
  return problems;
}

export async function runCheck(request: CheckRequest): Promise<CheckResult> {
  const { loader } = request;
  const { definition, problems } = await importLoader(loader);
  if (definition?.kind !== 'check') return { problems, facts: [] };
  try {
    const context = contextOf(request);
    const { builder, made } = rememberingBuilder(loader.file, request.engagement.parameters);
    const returned = definition.facts(context.tables, builder, context);
    const faults = [...takeRefusals(), ...judgeFacts(returned, made, loader.file)];
    return faults.length > 0 ? { problems: faults, facts: [] } : { problems: [], facts: returned };
  } catch (error) {
    note(authorProblem(error, 'while it states its facts'));
    return { problems: takeRefusals(), facts: [] };
  }
}
