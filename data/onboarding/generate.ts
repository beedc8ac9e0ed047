/**
 * Writes the sample data of this engagement: `node data/onboarding/generate.ts`.
 * The same seed gives the same bytes. Documents (runbook, SQL, form, routes) are written by hand; their digests are kept here too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { drawFrame, inventAccounts, type Account } from './generate/accounts.ts';
import { boardHistory, inventSpells, type Spell } from './generate/board.ts';
import { createChance, type Chance } from './generate/chance.ts';
import {
  accountsCsv,
  alertsCsv,
  boardCsv,
  queueCsv,
  retriesJsonl,
  sampleCsv,
  ticketsCsv,
  type LastWords,
} from './generate/exports.ts';
import { moment } from './generate/moments.ts';
import { billingEntries, implementationEntries } from './generate/queues.ts';
import { inventCases, inventHiccups, passingConflict, type RetryCase } from './generate/retries.ts';
import { drawSample, samplingYaml } from './generate/sampling.ts';
import { inventAlerts, inventTickets } from './generate/signals.ts';
import { updateSources } from './generate/sources.ts';
import { DONE_NOTES, MESSAGES } from './generate/wording.ts';

const SEED = 'operations-proof-onboarding';
const FEBRUARY_FAILURE = moment('2026-02-18T10:42:31');
const FEBRUARY_CONTACT = { name: 'Wilhelmina Osterhagen', email: 'wilhelmina.osterhagen@foxglove-tools.example' };

export interface Generated {
  /** Text of each file, by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** Data rows of the record files. */
  readonly rows: ReadonlyMap<string, number>;
  /** Why accounts waited, as the generator made it; no export holds it. */
  readonly waits: readonly Spell[];
}

/** The last note and message: of the wait where the account still waits, of the finish elsewhere. */
function lastWords(chance: Chance, { id, completed }: Account, spells: readonly Spell[]): LastWords {
  const last = spells.filter(({ accountId }) => accountId === id).at(-1);
  if (completed === null) return { internal: last?.note ?? '', external: chance.pick(MESSAGES.unowned) };
  return { internal: chance.pick(DONE_NOTES), external: chance.pick(MESSAGES[last?.reason ?? 'done']) };
}

function attemptsOf(
  chance: Chance,
  accounts: readonly Account[],
  cases: readonly RetryCase[],
  spells: readonly Spell[],
) {
  const inCase = new Set(cases.map(({ accountId }) => accountId));
  const logged = spells.filter((spell) => spell.logged);
  const taken = new Set([...inCase, ...logged.map(({ accountId }) => accountId)]);
  const waited = new Set(spells.map(({ accountId }) => accountId));
  return [
    ...cases.flatMap(({ attempts }) => attempts),
    ...logged.flatMap(({ accountId, entered, left }) =>
      passingConflict(chance, accountId, entered - chance.whole(300, 1500), (left ?? entered) - chance.whole(60, 900)),
    ),
    ...inventHiccups(chance, accounts, taken, (id) => !waited.has(id)),
  ];
}

export function generate(): Generated {
  const chanceFor = (concern: string): Chance => createChance(SEED, concern);
  const frame = drawFrame(chanceFor('frame'));
  const drawn = drawSample(frame);
  const accounts = inventAccounts(chanceFor('accounts'), frame, new Set(drawn));
  const sampled = accounts.filter((account) => account.sampled);
  const cases = inventCases(chanceFor('cases'), accounts, FEBRUARY_FAILURE);
  const spells = inventSpells(chanceFor('waiting'), sampled, cases);
  const board = chanceFor('board');
  const words = chanceFor('words');
  const strangers = new Map([['acct_1697', FEBRUARY_CONTACT]]);

  const attempts = attemptsOf(chanceFor('attempts'), accounts, cases, spells);
  const implementation = implementationEntries(chanceFor('implementation'), accounts, spells);
  const billing = billingEntries(chanceFor('billing'), accounts, spells);
  const alerts = inventAlerts(chanceFor('alerts'), cases, accounts);
  const tickets = inventTickets(chanceFor('tickets'), cases, accounts, strangers);
  const history = sampled.flatMap((account) => boardHistory(board, account, spells));
  const lastWordsOf = new Map(sampled.map((account) => [account.id, lastWords(words, account, spells)]));
  const log = retriesJsonl(chanceFor('log'), attempts);

  return {
    waits: spells,
    files: new Map([
      ['accounts-march.csv', accountsCsv(accounts)],
      ['onboarding-sample.csv', sampleCsv(sampled, lastWordsOf)],
      ['queue-implementation.csv', queueCsv('IMP', 23117, 'implementation_ops', implementation)],
      ['queue-billing.csv', queueCsv('BIL', 8804, 'billing_ops', billing)],
      ['board-history.csv', boardCsv(history)],
      ['webhook-retries.jsonl', log],
      ['alert-acks.csv', alertsCsv(alerts)],
      ['tickets.csv', ticketsCsv(tickets)],
      ['sampling.yaml', samplingYaml(frame, drawn)],
    ]),
    rows: new Map([
      ['accounts-march.csv', accounts.length],
      ['onboarding-sample.csv', sampled.length],
      ['queue-implementation.csv', implementation.length],
      ['queue-billing.csv', billing.length],
      ['board-history.csv', history.length],
      ['webhook-retries.jsonl', log.trimEnd().split('\n').length],
      ['alert-acks.csv', alerts.length],
      ['tickets.csv', tickets.length],
    ]),
  };
}

/** sources.yaml with the digests of generated and hand-written files. */
export function sourcesWith({ files, rows }: Generated, folder: URL): string {
  const read = (file: string): Uint8Array => {
    const text = files.get(file);
    return text === undefined ? readFileSync(new URL(file, folder)) : new TextEncoder().encode(text);
  };
  return updateSources(readFileSync(new URL('sources.yaml', folder), 'utf8'), read, rows);
}

if (import.meta.main) {
  const folder = new URL('./', import.meta.url);
  const generated = generate();
  for (const [file, text] of generated.files) writeFileSync(new URL(file, folder), text);
  writeFileSync(new URL('sources.yaml', folder), sourcesWith(generated, folder));
}
