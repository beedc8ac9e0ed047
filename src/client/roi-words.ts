/** Numbers in sentences: every `data-roi` number is written as the build wrote it, with the reader's values. */
import { ROI_FORMATS } from '../core/roi-formats.ts';
import { roiReferences } from '../core/roi-references.ts';
import type { RoiModel } from '../core/roi.ts';
import type { RoiView } from '../charts/roi-view.ts';

/**
 * Text of a value in a format. Where the format does not fit the new value, such as words for 63.25,
 * digits say it as well; undefined for what the model does not have.
 */
export function roiWords(model: RoiModel, view: RoiView): (id: string, as?: string) => string | undefined {
  const values = roiReferences({ ...model, published: view.result.values, exact: view.exact.values });
  const known = new Map(values.map((value) => [value.id, value]));
  return (id, as = 'value') => {
    const value = known.get(id);
    const write = (format: string): string | undefined => value && ROI_FORMATS[format]?.(value, model)?.text;
    return write(as) ?? write('value');
  };
}
