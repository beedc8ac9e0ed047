/** Script beside the pages that carries the single file; loaded only when a reader saves a version of their own. */
export const WHOLE_REPORT = 'whole-report.js';
