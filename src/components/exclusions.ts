import type { Engagement } from '../schema/engagement.ts';

/** How the report speaks of what it leaves out. */
export const EXCLUSION_WORDS: Readonly<Record<Engagement['exclusions'][number]['kind'], string>> = {
  not_proven: 'Not proven',
  not_changed: 'Not changed',
  not_tested: 'Not tested',
};
