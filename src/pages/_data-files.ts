/** Every data file of a report, made from the same elements that its pages draw. */
import { factFiles } from '../components/fact-rows.ts';
import type { DataFile } from '../components/figure.ts';
import { cellFiles } from '../components/notebook.ts';
import { pageElements } from '../pipeline/prose/page-elements.ts';
import type { PageElement } from '../pipeline/prose/page-elements.ts';
import { proofStrip } from '../components/proof-strip.ts';
import type { ProofStripProps } from '../components/proof-strip.ts';
import { createReport } from '../components/report.ts';
import { roiDataFiles } from '../components/roi-data.ts';
import type { Bundle } from '../schema/bundle.ts';

const NAMES: ReadonlySet<string> = new Set(['ProofStrip', 'RoiBench']);

/**
 * @param bodyOf body of a page by its slug, as MDX
 */
export function dataFiles(bundle: Bundle, bodyOf: (slug: string) => string): DataFile[] {
  const ofPages = bundle.pages.flatMap((page) => {
    const report = createReport({ bundle, page, figures: new Map() });
    const files = ({ name, attributes }: PageElement): readonly DataFile[] => {
      switch (name) {
        case 'ProofStrip':
          return [proofStrip(report, attributes as unknown as ProofStripProps).file];
        default:
          return roiDataFiles(report);
      }
    };
    return [...pageElements(bodyOf(page.slug), NAMES).flatMap(files), ...cellFiles(report)];
  });
  return [...ofPages, ...factFiles(bundle)];
}
