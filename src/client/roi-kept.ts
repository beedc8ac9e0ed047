/** Versions that a reader keeps in this browser, each as a name and a code. */
import type { RoiState } from '../charts/roi-view.ts';
import type { RoiIsland } from '../charts/roi-island.ts';
import { readCode, scenarioCode } from './roi-code.ts';

/** As many as fit beside each other. */
export const MOST_KEPT = 4;

interface Entry {
  readonly name: string;
  readonly code: string;
}

export interface KeptVersion extends Entry {
  readonly state: RoiState;
  /** What this report did not take of it. */
  readonly notices: readonly string[];
}

export interface KeptVersions {
  readonly list: readonly KeptVersion[];
  /** @returns why it could not be kept, as a sentence */
  keep(name: string, state: RoiState): string | undefined;
  /** @returns why it could not be forgotten, as a sentence */
  forget(name: string): string | undefined;
  /** Reads the storage anew: another tab may have kept something. */
  refresh(): void;
}

/** What stands in the storage, as far as it can be read: it may be old, or somebody else's. */
function parse(text: string): Entry[] {
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

/** Where versions of a report are kept, for all its copies in this browser. */
export const keptKey = (engagement: string): string => `proof ${engagement} versions`;

/** @param storage asked for each time: browsers may refuse even to hand it out */
export function keptVersions(owner: Omit<RoiIsland, 'page'>, storage: () => Storage): KeptVersions {
  const key = keptKey(owner.engagement);
  let entries: readonly Entry[] = [];
  let list: readonly KeptVersion[] = [];

  function take(next: readonly Entry[]): void {
    entries = next;
    list = next
      .flatMap(({ name, code }): KeptVersion[] => {
        const read = readCode(code, owner);
        return 'fault' in read ? [] : [{ name, code, ...read }];
      })
      .slice(0, MOST_KEPT);
  }

  function refresh(): void {
    try {
      take(parse(storage().getItem(key) ?? '[]'));
    } catch {
      // Storage that is forbidden holds nothing.
    }
  }

  function store(next: readonly Entry[]): string | undefined {
    try {
      storage().setItem(key, JSON.stringify(next));
      take(next);
      return undefined;
    } catch {
      return REFUSED;
    }
  }

  refresh();
  return {
    get list() {
      return list;
    },
    keep(given, state) {
      const name = given.trim().slice(0, 60);
      if (name === '') return 'Give the version a name, so that you find it again.';
      refresh();
      if (list.filter((one) => one.name !== name).length >= MOST_KEPT)
        return `There is room for ${MOST_KEPT} versions side by side. Forget one first, or use its name again.`;
      // What cannot be read here may be of a later report: it is kept as it stands.
      return store([...entries.filter((one) => one.name !== name), { name, code: scenarioCode(owner, state) }]);
    },
    forget(name) {
      refresh();
      return store(entries.filter((one) => one.name !== name));
    },
    refresh,
  };
}
