/** Whether a published percentage can have been counted from the sample it is said to be of. */
import { toDecimal } from './decimal.ts';
import { formatCount, formatNumber } from './format.ts';
import { reachable } from './rounding.ts';
import type { CountShare, Reach, RoundingRule } from './rounding.ts';

/** The rules that people and programs print percentages by; the first is the customary one. */
export const AUDITED_RULES = ['half-up', 'half-even', 'truncate'] as const satisfies readonly RoundingRule[];
type AuditedRule = (typeof AUDITED_RULES)[number];

const RULE_WORDS: Readonly<Record<AuditedRule, string>> = {
  'half-up': 'rounding half up',
  'half-even': 'half to even',
  truncate: 'truncation',
};

export interface PublishedPercentage {
  /** As published, 0 to 100. */
  readonly percent: number;
  /** Size of the sample that was published with it. */
  readonly of: number;
  /** The figure as it stands in print, such as "82.0%": its places after the point count. */
  readonly published: string;
}

export interface DenominatorAudit {
  readonly decimals: number;
  /** What each rule says, in the order of `AUDITED_RULES`. */
  readonly rules: (Reach & { rule: AuditedRule })[];
  /** Whether a count gives the figure under the customary rule. */
  readonly reachable: boolean;
  /** The counts on either side of it under the customary rule; empty where one gives it. */
  readonly nearest: CountShare[];
}

/**
 * @throws RangeError for an empty sample
 */
export function auditPercentage({ percent, of, published }: PublishedPercentage): DenominatorAudit {
  const printed = /\d+(?:\.(\d+))?\s*%/.exec(published)?.[1]?.length ?? 0;
  const decimals = Math.max(printed, toDecimal(percent).scale);
  const rules = AUDITED_RULES.map(
    (rule) => ({ ...reachable(percent, of, decimals, [rule])[0], rule }) as Reach & { rule: AuditedRule },
  );
  const [customary] = rules;
  const found = (customary?.counts.length ?? 0) > 0;
  return {
    decimals,
    rules,
    reachable: found,
    nearest: found ? [] : [customary?.below, customary?.above].filter((share) => share !== undefined),
  };
}

const listed = (words: readonly string[], joint: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;

/** The audit as sentences: which rule reaches the figure by which counts, and which counts are nearest. */
export function auditSentences(claim: PublishedPercentage, locale: string): string[] {
  const { rules, nearest, decimals } = auditPercentage(claim);
  const figure = `${formatNumber(claim.percent, decimals, locale)}%`;
  const count = (value: number): string => formatCount(value, locale);
  const byCounts = new Map<string, { counts: readonly CountShare[]; words: string[] }>();
  for (const { rule, counts } of rules) {
    const key = counts.map((share) => share.count).join(' ');
    const group = byCounts.get(key) ?? { counts, words: [] };
    byCounts.set(key, group);
    group.words.push(RULE_WORDS[rule]);
  }
  const parts = [...byCounts.values()].map(({ counts, words }) =>
    counts.length === 0
      ? `no count of ${count(claim.of)} gives ${figure} under ${listed(words, 'or')}`
      : `${listed(
          counts.map((share) => count(share.count)),
          'or',
        )} of ${count(claim.of)} gives ${figure} under ${listed(words, 'and')}`,
  );
  const text = parts.join('; ');
  const near = nearest.map((share) => `${count(share.count)} (${formatNumber(share.percent, decimals + 2, locale)}%)`);
  return [
    `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    ...(near.length > 0 ? [`Nearest: ${listed(near, 'and')}.`] : []),
  ];
}
