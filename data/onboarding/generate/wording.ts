/** Notes and messages as staff and customers write them; names were removed before the export. */
import type { Chance } from './chance.ts';

export type Reason =
  'customer_input' | 'sales_ops_missing_data' | 'billing_ops_review' | 'workspace_conflict' | 'undetermined';

/** Notes that name the blocker. */
const TELLING: Readonly<Record<Exclude<Reason, 'undetermined'>, readonly string[]>> = {
  customer_input: [
    'Waiting for the customer to confirm the list of admins',
    'Customer has to choose a kickoff date, two slots offered',
    'Need the logo files, asked the customer again today',
    'Customer on leave until the end of the week; import template not returned',
    'Customer to confirm seat count, "roughly 40" is not enough',
    'Waiting for customer: SSO metadata',
  ],
  sales_ops_missing_data: [
    'Sent back to sales ops, handoff form is not complete',
    'Sales ops to supply the missing form fields',
    'Asked sales ops for the order form, the link is dead',
    'Handoff incomplete; sales ops informed, no answer yet',
    'Sales ops: who signs off invoices here?',
  ],
  billing_ops_review: [
    'With billing ops, they want to check the annual cadence',
    'Billing review open, two entities on one contract',
    'Billing ops reviewing tax treatment',
    '=> billing ops, discount not in the price book',
    'Parked until the billing review is through',
  ],
  workspace_conflict: [
    'Workspace name is taken, provisioning stopped',
    'Workspace cannot be created: domain belongs to an older trial workspace',
    'Provisioning failed again, conflicting workspace',
  ],
};

/** Notes that say that somebody waits, and not for what. */
const SILENT = [
  '',
  '',
  'waiting, see thread',
  'Pinged again',
  'on hold',
  '+1, still nothing',
  'chased, will look again',
] as const;

/** Notes that name two blockers at once. */
const DIVIDED = [
  'Customer to confirm the PO, and billing review is open as well',
  'Either sales ops or the customer has the order form, unclear who',
] as const;

export function tellingNote(chance: Chance, reason: Exclude<Reason, 'undetermined'>): string {
  return chance.pick(TELLING[reason]);
}
export function silentNote(chance: Chance): string {
  return chance.pick(SILENT);
}
export function dividedNote(chance: Chance): string {
  return chance.pick(DIVIDED);
}

export const READY_NOTES = ['', '', '', 'new', 'from handoff form'] as const;
export const PROGRESS_NOTES = [
  '',
  '',
  'workspace requested',
  'kickoff held',
  'import running',
  'roles & seats set',
] as const;
export const DONE_NOTES = [
  '',
  'live',
  'live, welcome pack sent',
  'handed to success team',
  'Live <admins invited>',
] as const;

/** The last thing that the team told the customer. */
export const MESSAGES: Readonly<Record<Reason | 'done' | 'unowned', readonly string[]>> = {
  done: [
    'Your workspace is ready. The guide for administrators is attached.',
    'All set! Invitations went out to the addresses you sent us.',
    'Setup is complete; training slots can be booked from the portal.',
    'Welcome aboard. Replies to this message reach the success team.',
    'Your workspace is live.\nSeats: as ordered.\nNext step: invite your team.',
  ],
  customer_input: [
    'Thanks for the details, your workspace is ready now.',
    'Got your file, import finished, you are live.',
  ],
  sales_ops_missing_data: [
    'Sorry for the wait, we had to complete your order data first. You are live.',
    'Setup finished; thank you for your patience.',
  ],
  billing_ops_review: [
    'Billing details are settled and your workspace is ready.',
    'Setup complete, your first invoice follows separately.',
  ],
  workspace_conflict: [
    'The name conflict is solved; your workspace is live.',
    'Your workspace is up under the name you asked for.',
  ],
  undetermined: ['Setup complete, thank you for waiting.', 'You are live.'],
  unowned: [
    'We are setting up your workspace and will be in touch shortly.',
    'Thanks for your message, we are looking into your workspace.',
    'Your setup is in progress.',
  ],
};

export const TICKET_SUBJECTS = [
  'Cannot invite a second administrator',
  'Question about the import template',
  'Invoice address has changed',
  'Login link expired',
  'How do we add a cost centre?',
  'Training recording?',
  'Seats shown are fewer than ordered',
  '"Workspace not found" after renaming',
] as const;

export const STUCK_SUBJECTS = [
  'Workspace still not available',
  'Our setup seems to be stuck, nobody answers',
  'Invitation page shows an error since signing',
] as const;
