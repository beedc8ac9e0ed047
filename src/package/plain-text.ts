/** Texts of a bundle as a reader sees them: references resolved, marks taken off. */
import { givenValues } from '../core/given.ts';
import { createResolver } from '../core/reference.ts';
import { roiReferences } from '../core/roi-references.ts';
import { parseTemplate } from '../core/template.ts';
import type { Bundle } from '../schema/bundle.ts';

/** @returns a function from a text with references to plain text; it throws what createResolver throws */
export function createPlainText(bundle: Bundle): (text: string) => string {
  const { engagement, facts, suppressed, roi } = bundle;
  const resolve = createResolver({
    facts,
    suppressed,
    given: givenValues(bundle),
    roi: roi ? roiReferences(roi) : [],
    locale: engagement.locale,
  });
  return (text) =>
    parseTemplate(text)
      .map((segment) =>
        segment.kind === 'reference' ? resolve(segment.of, segment.id, segment.as).text : segment.text,
      )
      .join('');
}
