/** Names in addresses and whose they are: assumptions of the model and inputs of cells share one grammar. */
import type { RoiIsland } from '../charts/roi-island.ts';
import type { Address } from './address.ts';

const islands = (selector: string): unknown[] =>
  [...document.querySelectorAll(selector)].map((script) => JSON.parse(script.textContent) as unknown);

/** Names of the inputs of all cells of the document. */
export const inputNames = (): ReadonlySet<string> =>
  new Set(islands('script[data-notebook]').flatMap((island) => (island as { inputs: readonly string[] }).inputs));

/** All names that mean something here, but for the version. */
export function stateNames(): ReadonlySet<string> {
  const models = islands('script[data-roi-model]') as RoiIsland[];
  return new Set([
    ...inputNames(),
    ...models.flatMap(({ model }) => [...model.assumptions.map(({ id }) => id), 'rounding']),
  ]);
}

type Pairs = Address['pairs'];

const VERSION = 'v';

/** An address as the model reads it: without what belongs to cells. */
export function withoutInputs(address: Address): Address {
  const inputs = inputNames();
  const pairs = address.pairs.filter(([name]) => !inputs.has(name));
  return {
    ...address,
    pairs: pairs.length < address.pairs.length && pairs.every(([name]) => name === VERSION) ? [] : pairs,
  };
}

/** Pairs of the model together with those of cells that the address has already. */
export function withInputs(pairs: Pairs, { pairs: current }: Address, version: string): Pairs {
  const inputs = inputNames();
  const kept = current.filter(([name]) => inputs.has(name));
  return kept.length === 0 ? pairs : [[VERSION, version], ...pairs.filter(([name]) => name !== VERSION), ...kept];
}
