/** From controls that ran to what the site may know of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { control as controlSchema } from '../schema/control.ts';
import type { Control } from '../schema/control.ts';
import type { Problem } from './problem.ts';
import type { FinishedControl, FinishedTable } from './run.ts';

/** Cases print public columns only. */
function hiddenColumns({ id, file, replays }: Control, tables: readonly FinishedTable[]): Problem[] {
  return replays.flatMap(({ table: name, key, show, line }) => {
    const columns = tables.find(({ description }) => description.name === name)?.description.columns ?? [];
    return show
      .filter((shown) => !columns.some((column) => column.name === shown && !column.internal))
      .map((shown) => ({
        code: 'replay-shows-hidden',
        file,
        line,
        field: 'show',
        message: `The case "${key}" of the control "${id}" shows the column "${shown}", which the table "${name}" does not publish.`,
        hint: 'Show public columns only.',
      }));
  });
}

function repeatedMutations({ id, file, mutations }: Control): Problem[] {
  const seen = new Set<string>();
  return mutations.flatMap((mutation) => {
    const again = seen.has(mutation.id);
    seen.add(mutation.id);
    if (!again) return [];
    return [
      {
        code: 'repeated-mutation',
        file,
        field: mutation.id,
        message: `The control "${id}" plants two defects called "${mutation.id}".`,
        hint: 'Give one of them another name.',
      },
    ];
  });
}

/** Controls with their code, in the order of their names; each is held against the schema. */
export function materialiseControls(
  root: string,
  finished: readonly FinishedControl[],
  tables: readonly FinishedTable[],
): { controls: Control[]; problems: Problem[] } {
  const controls: Control[] = [];
  const problems: Problem[] = [];
  for (const { description, replays, facts, mutations, publishes } of finished) {
    const { name, file, title, acceptance, needs } = description;
    const read = controlSchema.safeParse({
      id: name,
      title,
      file,
      code: readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'),
      tables: needs,
      acceptance,
      replays,
      facts: facts.map(({ id }) => id),
      mutations,
      ...(publishes && { publishes }),
    });
    if (read.success) {
      controls.push(read.data);
      problems.push(...hiddenColumns(read.data, tables), ...repeatedMutations(read.data));
      continue;
    }
    problems.push(
      ...read.error.issues.map((issue) => ({
        code: 'control-invalid',
        file,
        field: issue.path.join('.'),
        message: `The control "${name}" is not complete: ${issue.path.join('.')}.`,
        expected: issue.message,
      })),
    );
  }
  return { controls, problems };
}
