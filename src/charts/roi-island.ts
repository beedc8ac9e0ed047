/** What the browser needs of an ROI model: written into the page by the build, read there by the client. */
import type { RoiModel } from '../core/roi.ts';

export interface RoiIsland {
  readonly model: RoiModel;
  /** Engagement and version of the report: a reader's state belongs to both. */
  readonly engagement: string;
  readonly version: string;
  /** Address of the page, such as `roi`. */
  readonly page: string;
}
