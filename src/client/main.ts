/** Wakes the ROI model of a page. */
import type { RoiIsland } from '../charts/roi-island.ts';
import { openSavedVersion } from './saved-version.ts';
import { wakeRoi } from './roi.ts';

export function wakeModel(): void {
  // A report without cells has nobody else to do it.
  openSavedVersion();
  const island = document.querySelector('script[data-roi-model]')?.textContent;
  if (island) wakeRoi(JSON.parse(island) as RoiIsland);
}
