/** Runs one control: its cases are taken from rows and its figures are counted here, never taken on trust. */
import { runControl as tryControl } from '../control-run.ts';
import type { AnyControl } from '../control-run.ts';
import { createFactBuilder } from '../facts.ts';
import { authorProblem } from './author-error.ts';
import { authorPosition, note, takeRefusals } from './author.ts';
import { importLoader } from './import-loader.ts';
import type { ControlRequest, ControlResult } from './messages.ts';
import { contextOf } from './run-table.ts';

export async function runControl(request: ControlRequest): Promise<ControlResult> {
  const { loader } = request;
  const failed = (problems: ControlResult['problems']): ControlResult => ({
    problems,
    replays: [],
    facts: [],
    mutations: [],
  });
  const { definition, problems } = await importLoader(loader);
  if (definition?.kind !== 'control') return failed(problems);
  try {
    const context = contextOf(request);
    const line = (): number => authorPosition(new Error('here').stack, loader.file)?.line ?? 1;
    const draw = request.engagement.parameters;
    const { problems: faults, ...run } = tryControl(definition as unknown as AnyControl, {
      name: loader.name,
      file: loader.file,
      tables: context.tables,
      context,
      line,
      describe: createFactBuilder(line, draw),
      deviation: createFactBuilder(line, draw, 'control test'),
    });
    const misdeeds = [...takeRefusals(), ...faults];
    return misdeeds.length > 0 ? failed(misdeeds) : { problems: [], ...run };
  } catch (error) {
    note(authorProblem(error, 'while it is tried on its cases'));
    return failed(takeRefusals());
  }
}
