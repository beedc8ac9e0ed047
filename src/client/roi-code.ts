/** A version of the model as a code that can be mailed, and back. */
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { decodeScenario, encodeScenario } from '../core/scenarios.ts';
import { VERSION, readState, writeState } from './roi-state.ts';

type Owner = Pick<RoiIsland, 'model' | 'engagement' | 'version'>;

/** The version of the report stands in the code itself, once. */
export const scenarioCode = ({ model, engagement, version }: Owner, state: RoiState): string =>
  encodeScenario(
    engagement,
    version,
    writeState(state, model, version).filter(([name]) => name !== VERSION),
  );

/** The state, with what was left out of it in sentences; or why the code is refused. */
export function readCode(
  code: string,
  { model, engagement, version }: Owner,
): { state: RoiState; notices: readonly string[] } | { fault: string } {
  const read = decodeScenario(code, engagement);
  if ('fault' in read) return read;
  const { state, notices } = readState(read.pairs, model, version);
  const other =
    read.version === version
      ? []
      : [`It was made with version ${read.version} of this report; this is version ${version}.`];
  return { state, notices: [...other, ...notices] };
}
