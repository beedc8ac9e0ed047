-- What several checks use, counted from recorded moments alone.

-- Hours are elapsed hours. Moments are compared in UTC, so that no change of the clock adds or takes one.
-- A day counts as kept when the local date of completion is not after the due date. The day on which the clock starts
-- never counts; the n-th business day after it is due.
create temporary table onboardings as
with listed as (
  select 'sample' as list, account_id, signed_at, onboarding_created_at, completed_at from records
  union all
  select 'all', account_id, signed_at, onboarding_created_at, completed_at from accounts
),
local as (
  select
    l.*,
    p.business_days,
    p.time_zone,
    signed_at at time zone p.time_zone as signed_local,
    onboarding_created_at at time zone p.time_zone as created_local,
    completed_at at time zone p.time_zone as completed_local,
    signed_at at time zone 'UTC' as signed_utc,
    onboarding_created_at at time zone 'UTC' as created_utc,
    completed_at at time zone 'UTC' as completed_utc
  from listed l cross join promise p
)
select
  l.list,
  l.account_id,
  l.signed_at,
  l.onboarding_created_at,
  l.completed_at,
  cast(l.signed_local as date) as signed_on,
  cast(l.created_local as date) as created_on,
  cast(extract(epoch from (l.created_utc - l.signed_utc)) as double precision) / 3600 as handoff_hours,
  cast(extract(epoch from (l.completed_utc - l.signed_utc)) as double precision) / 3600 as cycle_hours,
  cast(extract(epoch from (l.completed_utc - l.created_utc)) as double precision) / 3600 as queue_hours,
  -- Null while the record is open.
  cast(l.completed_local as date) <= due_s.day as kept_from_signature,
  cast(l.completed_local as date) <= due_q.day as kept_from_queue,
  l.completed_at <= (due_s.day + cast(l.signed_local as time)) at time zone l.time_zone as kept_from_signature_same_time,
  l.completed_at <= (due_q.day + cast(l.created_local as time)) at time zone l.time_zone as kept_from_queue_same_time,
  l.business_days
from local l
join calendar_days s on s.day = cast(l.signed_local as date)
join calendar_days due_s on due_s.business_day and due_s.passed = s.passed + l.business_days
join calendar_days q on q.day = cast(l.created_local as date)
join calendar_days due_q on due_q.business_day and due_q.passed = q.passed + l.business_days;

-- The inspected records with the fields of the handoff.
create temporary table inspected as
select
  o.*,
  r.missing_billing_cadence,
  r.missing_tax_region,
  r.missing_invoice_contact_email,
  r.missing_purchase_order_requirement,
  r.tax_review_required,
  cast(r.missing_billing_cadence as integer)
    + cast(r.missing_tax_region as integer)
    + cast(r.missing_invoice_contact_email as integer)
    + cast(r.missing_purchase_order_requirement as integer) as missing_count
from records r
join onboardings o on o.list = 'sample' and o.account_id = r.account_id;

-- Which queue the runbook names for an alert; a page lists the alerts that it is about.
create temporary table routes as
select
  a.alert,
  a.queue,
  a.creates_record,
  (
    select min(p.queue)
    from runbook_pages p
    where position(', ' || a.alert || ', ' in ', ' || p.handles_alerts || ', ') > 0
  ) as runbook_queue
from alert_routes a;

-- Accounts whose third retry failed. Nothing happens by itself after that.
create temporary table stuck as
with failed as (
  select
    account_id,
    failure_code,
    attempted_at as exhausted_at,
    (select min(runbook_queue) from routes where alert = 'provisioning.retry_exhausted') as runbook_queue
  from attempts
  where status = 'failed' and retry_count = 3
),
answered as (
  select
    f.*,
    a.alerted_queue,
    a.acknowledged_at,
    (select min(t.opened_at) from tickets t where t.account_id = f.account_id and t.opened_at > f.exhausted_at) as ticket_at
  from failed f
  left join (
    select account_id, alerted_queue, acknowledged_at, row_number() over (partition by account_id order by raised_at) as place
    from alerts
    where alert = 'provisioning.retry_exhausted'
  ) a on a.account_id = f.account_id and a.place = 1
)
select
  *,
  cast(extract(epoch from ((ticket_at at time zone 'UTC') - (exhausted_at at time zone 'UTC'))) as double precision) / 3600
    as hours_to_ticket,
  -- The customer wrote before either queue had acknowledged the alert, and the runbook names another queue.
  coalesce(
    ticket_at is not null
      and (acknowledged_at is null or acknowledged_at > ticket_at)
      and coalesce(alerted_queue, '') <> coalesce(runbook_queue, ''),
    false
  ) as unowned
from answered;

-- Why a record waited: a conflict in the retry log first, then the one blocker that its note names, then the handoff.
create temporary table explained_waits as
with timed as (
  select
    w.account_id,
    w.entered_at,
    w.left_at,
    cast(
      extract(epoch from ((coalesce(w.left_at, e.extracted_at) at time zone 'UTC') - (w.entered_at at time zone 'UTC')))
      as double precision
    ) / 3600 as hours,
    -- The words of the note, one blank before and after each.
    ' ' || regexp_replace(lower(coalesce(w.note, '')), '[^a-z0-9_]+', ' ', 'g') || ' ' as words
  from waits w cross join extraction e
),
named as (
  select
    t.*,
    -- A failed attempt explains a wait that began up to two hours later: retries alone take 35 minutes.
    exists (
      select 1 from attempts a
      where a.account_id = t.account_id
        and a.failure_code = 'workspace_conflict'
        and a.attempted_at >= t.entered_at - interval '2 hours'
        and (t.left_at is null or a.attempted_at <= t.left_at)
    ) as in_log,
    position(' customer ' in words) > 0 as names_customer,
    position(' sales ops ' in words) > 0 or position(' handoff ' in words) > 0 as names_sales,
    position(' billing ' in words) > 0 as names_billing,
    position(' workspace ' in words) > 0 or position(' provisioning ' in words) > 0 as names_workspace
  from timed t
),
told as (
  select
    n.*,
    cast(names_customer as integer) + cast(names_sales as integer)
      + cast(names_billing as integer) + cast(names_workspace as integer) as blockers_named,
    coalesce(i.missing_count, 0) as missing_count,
    coalesce(i.missing_count = 1 and i.missing_tax_region and i.tax_review_required, false) as only_under_review
  from named n left join inspected i on i.account_id = n.account_id
)
select
  account_id,
  entered_at,
  left_at,
  hours,
  case
    when in_log then 'workspace_conflict'
    when blockers_named > 1 then 'undetermined'
    when names_customer then 'customer_input'
    when names_sales then 'sales_ops_missing_data'
    when names_billing then 'billing_ops_review'
    when names_workspace then 'workspace_conflict'
    when only_under_review then 'billing_ops_review'
    when missing_count > 0 then 'sales_ops_missing_data'
    else 'undetermined'
  end as reason,
  case
    when in_log then 'retry log'
    when blockers_named > 1 then 'note names several'
    when blockers_named = 1 then 'note'
    when missing_count > 0 then 'handoff form'
    else 'none'
  end as told_by
from told;
