import type { Engagement } from '../schema/engagement.ts';

type Verdict = Engagement['claims'][number]['verdict'];

/** What became of a published figure. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  agrees: 'The records agree',
  differs: 'The records differ',
  not_reachable: 'No count gives it',
  not_tested: 'Not tested',
};
