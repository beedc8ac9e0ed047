-- One view for each thing that the checks ask for. Left of "as" is yours, right of it the name that the checks use.
-- Moments are "timestamp with time zone". A column that holds local time without an offset is turned into one by
--   entered at time zone 'America/New_York'
-- Name your own tables with their schema (public.accounts): a view here may bear the name of one of them.

-- Accounts whose contract was signed in the period: all of them.
create temporary view accounts as
select
  account_id,
  signed_at,              -- the contract was signed
  onboarding_created_at,  -- the entry in the work queue was created
  completed_at            -- the account was set up; null while it is open
from sample_accounts;

-- The records that are inspected: a sample of the accounts, or all of them.
create temporary view records as
select
  account_id,
  signed_at,
  onboarding_created_at,
  completed_at,
  -- Whether a field of the handoff was blank when the entry was created. The addresses themselves are personal and
  -- are not in the sample; over your own records write, for example,
  --   coalesce(trim(invoice_contact_email), '') = '' as missing_invoice_contact_email
  missing_billing_cadence,
  missing_tax_region,
  missing_invoice_contact_email,
  missing_purchase_order_requirement,
  coalesce(tax_review_required, false) as tax_review_required
from sample_records;

-- The record of the draw, and when everything was exported. A wait that goes on is counted until then.
create temporary view draw as
select account_id from sample_draw;

create temporary view extraction as
select max(extracted_at) as extracted_at from sample_draw;

-- Entries of the work queues.
create temporary view queue_entries as
select
  entry,
  account_id,
  queue,       -- implementation_ops is the one on which the dashboard's clock is said to rest
  entered_at,
  outcome      -- "returned" for one that was sent back to sales
from sample_queue_entries;

-- Fields of the handoff form.
create temporary view handoff_fields as
select field, required from sample_handoff_fields;

-- Pages of the runbook; lists are separated by a comma and a space.
create temporary view runbook_pages as
select
  page,
  queue,          -- the queue that the page tells to act
  requires,       -- fields that must be known before implementation starts
  handles_alerts  -- alerts that the page is about
from sample_runbook_pages;

-- Columns of the accounts, and how often the dashboard's query reads each of them.
create temporary view dashboard_columns as
select "column" as column_name, mentions from sample_dashboard_columns;

-- Where each kind of alert goes.
create temporary view alert_routes as
select alert, queue, creates_record from sample_alert_routes;

-- Alerts that were raised, and when somebody acknowledged them.
create temporary view alerts as
select alert, account_id, raised_at, alerted_queue, acknowledged_at from sample_alerts;

-- What customers wrote.
create temporary view tickets as
select account_id, opened_at from sample_tickets;

-- Attempts to create a workspace: the first one, then the retries.
create temporary view attempts as
select
  account_id,
  "at" as attempted_at,
  attempt,       -- 1 for the first
  retry_count,   -- 0 for the first
  status,        -- failed, succeeded
  failure_code
from sample_retries;

-- Every stay of an inspected record in the status Waiting, with the note that was written down for it.
create temporary view waits as
select
  account_id,
  entered_at,
  left_at,  -- null while it goes on
  note
from sample_waiting_spells;
