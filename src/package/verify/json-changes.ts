/** Where two JSON values differ, by path; elements that have an id are known by it, wherever they stand. */
import { changes } from './changes.ts';

export interface JsonChange {
  /** Keys, ids of elements, or their positions. */
  readonly path: readonly (string | number)[];
  /** Undefined where there is none. */
  readonly published: unknown;
  readonly recomputed: unknown;
}

type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** `facts["handoff.late_24h"].interval.low` */
export function pathText(path: JsonChange['path']): string {
  const text = path
    .map((step) => (typeof step === 'string' && PLAIN.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('');
  return text.replace(/^\./, '') || 'the whole file';
}

/** Elements by their ids, where each has one of its own. */
function byId(elements: readonly unknown[]): Map<string, unknown> | undefined {
  const found = new Map<string, unknown>();
  for (const element of elements) {
    const id = isRecord(element) ? element['id'] : undefined;
    if (typeof id !== 'string' || found.has(id)) return undefined;
    found.set(id, element);
  }
  return found;
}

function ofLists(
  published: readonly unknown[],
  recomputed: readonly unknown[],
  path: JsonChange['path'],
): JsonChange[] {
  const [ours, theirs] = [byId(published), byId(recomputed)];
  if (ours && theirs && published.length + recomputed.length > 0) {
    const ids = new Set([...theirs.keys(), ...ours.keys()]);
    const found = [...ids].flatMap((id) => jsonChanges(ours.get(id), theirs.get(id), [...path, id]));
    if (found.length > 0 || [...ours.keys()].join('\n') === [...theirs.keys()].join('\n')) return found;
    return [{ path: [...path, 'order'], published: [...ours.keys()], recomputed: [...theirs.keys()] }];
  }
  const text = (value: unknown): string => JSON.stringify(value);
  return changes(published.map(text), recomputed.map(text)).flatMap((change) => {
    const [from, to] = change.published;
    const [start, end] = change.recomputed;
    return Array.from({ length: Math.max(to - from, end - start) }, (_, index) => index).flatMap((index) =>
      jsonChanges(
        from + index < to ? published[from + index] : undefined,
        start + index < end ? recomputed[start + index] : undefined,
        [...path, start + index],
      ),
    );
  });
}

/** All differences, in the order of the recomputed value. */
export function jsonChanges(published: unknown, recomputed: unknown, path: JsonChange['path'] = []): JsonChange[] {
  if (Object.is(published, recomputed)) return [];
  if (Array.isArray(published) && Array.isArray(recomputed)) return ofLists(published, recomputed, path);
  if (isRecord(published) && isRecord(recomputed)) {
    const keys = new Set([...Object.keys(recomputed), ...Object.keys(published)]);
    return [...keys].flatMap((key) =>
      jsonChanges(
        Object.hasOwn(published, key) ? published[key] : undefined,
        Object.hasOwn(recomputed, key) ? recomputed[key] : undefined,
        [...path, key],
      ),
    );
  }
  return [{ path, published, recomputed }];
}
