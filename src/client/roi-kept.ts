/** Versions that a reader keeps in this browser, each as a name and a code. */
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { readCode, scenarioCode } from './roi-code.ts';

/** As many as fit beside each other. */
export const MOST_KEPT = 4;

export interface KeptVersion {
  readonly name: string;
  readonly state: RoiState;
}

export interface KeptVersions {
  readonly list: readonly KeptVersion[];
  /** @returns why it could not be kept, as a sentence */
  keep(name: string, state: RoiState): string | undefined;
  /** @returns why it could not be forgotten, as a sentence */
  forget(name: string): string | undefined;
}

/** What stands in the storage, as far as it can be read: it may be old, or somebody else's. */
function parse(text: string): { name: string; code: string }[] {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry: unknown) =>
      typeof entry === 'object' &&
      entry !== null &&
      'name' in entry &&
      'code' in entry &&
      typeof entry.name === 'string' &&
      typeof entry.code === 'string'
        ? [{ name: entry.name.slice(0, 60), code: entry.code }]
        : [],
    );
  } catch {
    return [];
  }
}

const REFUSED =
  'This browser keeps nothing for this page: its storage is full or forbidden. Nothing is lost; the code below carries your version.';

/** @param storage asked for each time: browsers may refuse even to hand it out */
export function keptVersions(owner: Omit<RoiIsland, 'page'>, storage: () => Storage): KeptVersions {
  const key = `proof ${owner.engagement} versions`;
  let list: KeptVersion[] = [];
  try {
    list = parse(storage().getItem(key) ?? '[]')
      .flatMap(({ name, code }): KeptVersion[] => {
        const read = readCode(code, owner);
        return 'fault' in read ? [] : [{ name, state: read.state }];
      })
      .slice(0, MOST_KEPT);
  } catch {
    // Storage that is forbidden holds nothing.
  }

  function store(next: KeptVersion[]): string | undefined {
    try {
      const entries = next.map(({ name, state }) => ({ name, code: scenarioCode(owner, state) }));
      storage().setItem(key, JSON.stringify(entries));
      list = next;
      return undefined;
    } catch {
      return REFUSED;
    }
  }

  return {
    get list() {
      return list;
    },
    keep(given, state) {
      const name = given.trim().slice(0, 60);
      if (name === '') return 'Give the version a name, so that you find it again.';
      const others = list.filter((one) => one.name !== name);
      if (others.length >= MOST_KEPT)
        return `There is room for ${MOST_KEPT} versions side by side. Forget one first, or use its name again.`;
      return store([...others, { name, state }]);
    },
    forget: (name) => store(list.filter((one) => one.name !== name)),
  };
}
