/** The one browser entry: wakes whatever on the page can come alive. */
import type { RoiIsland } from '../charts/roi-island.ts';
import { wakeRoi } from './roi.ts';

const island = document.querySelector('script[data-roi-model]')?.textContent;
if (island) wakeRoi(JSON.parse(island) as RoiIsland);
