/** Numbers in sentences: every `data-roi` number is written as the build wrote it, with the reader's values. */
import { createResolver } from '../core/reference.ts';
import { roiReferences } from '../core/roi-references.ts';
import type { RoiModel } from '../core/roi.ts';
import type { RoiView } from '../charts/roi-view.ts';

/** Text of a value in a format; undefined where the format does not fit the new value, such as words for 63.25. */
export function roiWords(model: RoiModel, view: RoiView): (id: string, as?: string) => string | undefined {
  const resolve = createResolver({
    facts: [],
    given: new Map(),
    roi: roiReferences({ ...model, published: view.result.values, exact: view.exact.values }),
    locale: model.locale,
  });
  return (id, as) => {
    try {
      return resolve('roi', id, as).text;
    } catch {
      // The number in words may have no words now: digits say it as well.
      return as === undefined ? undefined : fallback(resolve, id);
    }
  };
}

function fallback(resolve: ReturnType<typeof createResolver>, id: string): string | undefined {
  try {
    return resolve('roi', id).text;
  } catch {
    return undefined;
  }
}
