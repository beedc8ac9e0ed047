/** The bytes of each export, in the manner of its system. */
import type { Account } from './accounts.ts';
import type { BoardEntry } from './board.ts';
import type { Chance } from './chance.ts';
import { localMinute, localSecond, utc, withOffset, type Moment } from './moments.ts';
import type { QueueEntry } from './queues.ts';
import type { Attempt } from './retries.ts';
import type { Alert, Ticket } from './signals.ts';

interface Dialect {
  readonly newline: '\n' | '\r\n';
  /** Quotes around every cell, or only where a cell needs them. */
  readonly quotes: 'all' | 'needed';
}
const CRM: Dialect = { newline: '\n', quotes: 'needed' };
const QUEUE_TOOL: Dialect = { newline: '\r\n', quotes: 'all' };
const DESK: Dialect = { newline: '\r\n', quotes: 'needed' };

/** As the systems write it: no guard against formulas, the loaders have to stand what comes. */
function csv(header: readonly string[], rows: readonly (readonly string[])[], { newline, quotes }: Dialect): string {
  const cell = (text: string): string =>
    quotes === 'all' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [header, ...rows].map((row) => row.map(cell).join(',') + newline).join('');
}

const blankOr = (write: (at: Moment) => string, at: Moment | null): string => (at === null ? '' : write(at));

export function accountsCsv(accounts: readonly Account[]): string {
  const header = [
    'account_id',
    'segment',
    'region',
    'signed_at',
    'onboarding_created_at',
    'completed_at',
    'sales_owner',
    'primary_contact',
    'primary_contact_email',
  ];
  const rows = accounts
    .toSorted((a, b) => a.signed - b.signed)
    .map((account) => [
      account.id,
      account.segment,
      account.region,
      withOffset(account.signed),
      withOffset(account.created),
      blankOr(withOffset, account.completed),
      account.owner.name,
      account.contact.name,
      account.contact.email,
    ]);
  return csv(header, rows, CRM);
}

export interface LastWords {
  readonly internal: string;
  readonly external: string;
}

export function sampleCsv(sampled: readonly Account[], words: ReadonlyMap<string, LastWords>): string {
  const header = [
    'account_id',
    'account_code',
    'signed_at',
    'onboarding_created_at',
    'completed_at',
    'billing_cadence',
    'tax_region',
    'invoice_contact_email',
    'purchase_order_requirement',
    'tax_review_required',
    'contact_name',
    'contact_email',
    'last_internal_note',
    'last_external_message',
  ];
  const rows = sampled.map((account) => [
    account.id,
    account.code,
    withOffset(account.signed),
    withOffset(account.created),
    blankOr(withOffset, account.completed),
    account.billing.billing_cadence,
    account.billing.tax_region,
    account.billing.has_invoice_contact ? account.invoiceEmail : '',
    account.billing.purchase_order_requirement,
    account.billing.tax_review_required,
    account.contact.name,
    account.contact.email,
    words.get(account.id)?.internal ?? '',
    words.get(account.id)?.external ?? '',
  ]);
  return csv(header, rows, CRM);
}

export function queueCsv(prefix: string, firstNumber: number, queue: string, entries: readonly QueueEntry[]): string {
  const rows = entries.map((entry, index) => [
    `${prefix}-${firstNumber + index}`,
    entry.accountId,
    queue,
    localMinute(entry.entered),
    blankOr(localMinute, entry.left),
    entry.outcome,
    entry.assignee,
  ]);
  return csv(['Entry', 'Account', 'Queue', 'Entered', 'Left', 'Outcome', 'Assignee'], rows, QUEUE_TOOL);
}

export function boardCsv(entries: readonly BoardEntry[]): string {
  const rows = entries.map((entry, index) => [
    String(40211 + index),
    entry.accountId,
    entry.status,
    localSecond(entry.entered),
    blankOr(localSecond, entry.left),
    entry.note,
  ]);
  return csv(['entry_id', 'account_id', 'status', 'entered_at', 'left_at', 'note'], rows, DESK);
}

export function alertsCsv(alerts: readonly Alert[]): string {
  const rows = alerts.map((alert, index) => [
    `al-${7310 + index * 3}`,
    alert.name,
    alert.accountId,
    utc(alert.raised),
    alert.queue,
    alert.acknowledged === null ? '' : utc(alert.acknowledged.at),
    alert.acknowledged?.by ?? '',
    alert.acknowledged?.person ?? '',
  ]);
  return csv(
    [
      'alert_id',
      'alert',
      'account_id',
      'raised_at',
      'alerted_queue',
      'acknowledged_at',
      'acknowledged_by_queue',
      'responder',
    ],
    rows,
    CRM,
  );
}

export function ticketsCsv(tickets: readonly Ticket[]): string {
  const rows = tickets.map((ticket, index) => [
    `T-${20418 + index * 7}`,
    ticket.accountId,
    withOffset(ticket.opened),
    ticket.subject,
    ticket.requester.email,
  ]);
  return csv(['ticket_id', 'account_id', 'opened_at', 'subject', 'requester_email'], rows, DESK);
}

interface LogLine {
  readonly ts: string;
  readonly service: string;
  readonly event: string;
  /** A damaged line has none. */
  readonly account_id: string | undefined;
  readonly delivery_id: string;
  readonly attempt: number;
  readonly retry_count: number;
  readonly status: string;
  readonly failure_code: string | null;
  readonly next_retry_s: number | null;
}

/** JSON Lines in order of time; two lines are damaged, as log files are. */
export function retriesJsonl(chance: Chance, attempts: readonly Attempt[]): string {
  const lines = attempts
    .toSorted((a, b) => a.at - b.at || a.attempt - b.attempt)
    .map((attempt): LogLine => ({
      ts: utc(attempt.at).replace('Z', `.${String(chance.whole(0, 999)).padStart(3, '0')}Z`),
      service: 'workspace-provisioner',
      event: 'workspace.create',
      account_id: attempt.accountId,
      delivery_id: attempt.delivery,
      attempt: attempt.attempt,
      retry_count: attempt.attempt - 1,
      status: attempt.failure === null ? 'succeeded' : 'failed',
      failure_code: attempt.failure,
      next_retry_s: attempt.nextRetry,
    }));
  const template = {
    service: 'workspace-provisioner',
    event: 'workspace.create',
    attempt: 1,
    retry_count: 0,
    status: 'failed',
    failure_code: 'timeout',
    next_retry_s: 300,
  };
  const { event, service, ...rest } = template;
  lines.splice(23, 0, {
    ts: lines[22]?.ts ?? '',
    service,
    event,
    account_id: undefined,
    delivery_id: 'dlv_5b1f00c7',
    ...rest,
  });
  lines.splice(41, 0, {
    ts: '2026-03-32T24:61:07.113Z',
    service,
    event,
    account_id: lines[40]?.account_id,
    delivery_id: 'dlv_60aa91d4',
    ...rest,
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
