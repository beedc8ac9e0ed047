/** The ROI model as JSON in the page. */
import type { RoiIsland } from '../charts/roi-island.ts';
import type { Report } from './report.ts';
import { modelOf } from './roi-bench.ts';

/** The island as text that no parser of HTML takes for markup. */
export function roiIsland(report: Pick<Report, 'bundle' | 'page'>): string {
  const { bundle, page } = report;
  const island: RoiIsland = {
    model: modelOf(report),
    engagement: bundle.id,
    version: bundle.engagement.version,
    page: page.slug,
  };
  return JSON.stringify(island)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
