with judged as (
  select
    *,
    missing_count > 0 as incomplete,
    -- The handoff rule as the source document writes it: without the purchase order.
    missing_billing_cadence or missing_invoice_contact_email or (missing_tax_region and not tax_review_required) as blocked
  from inspected
),
incomplete as (select * from judged where incomplete),
complete as (select * from judged where not incomplete),
returned as (select distinct account_id from queue_entries where outcome = 'returned')
select 'billing.incomplete' as fact, count(*) filter (where incomplete) as count, count(*) as of, cast(null as double precision) as value
from judged
union all
select 'billing.median_hours_complete', null, count(*), percentile_cont(0.5) within group (order by cycle_hours)
from complete where completed_at is not null
union all
select 'billing.median_hours_incomplete', null, count(*), percentile_cont(0.5) within group (order by cycle_hours)
from incomplete where completed_at is not null
union all
select
  'billing.median_hours_difference',
  null,
  (select count(*) from judged where completed_at is not null),
  (select percentile_cont(0.5) within group (order by cycle_hours) from incomplete where completed_at is not null)
    - (select percentile_cont(0.5) within group (order by cycle_hours) from complete where completed_at is not null)
union all
select 'billing.within_target_complete', count(*) filter (where kept_from_signature), count(*), null
from complete where completed_at is not null
union all
select 'billing.within_target_incomplete', count(*) filter (where kept_from_signature), count(*), null
from incomplete where completed_at is not null
union all
select 'billing.missing_billing_cadence', count(*) filter (where missing_billing_cadence), count(*), null from judged
union all
select 'billing.missing_tax_region', count(*) filter (where missing_tax_region), count(*), null from judged
union all
select 'billing.missing_invoice_contact_email', count(*) filter (where missing_invoice_contact_email), count(*), null from judged
union all
select 'billing.missing_purchase_order_requirement', count(*) filter (where missing_purchase_order_requirement), count(*), null
from judged
union all
select 'billing.missing_several', count(*) filter (where missing_count > 1), count(*), null from judged
union all
select 'billing.only_purchase_order', count(*) filter (where missing_purchase_order_requirement and missing_count = 1), count(*), null
from judged
union all
select 'billing.tax_review_exception', count(*) filter (where missing_tax_region and tax_review_required), count(*), null
from judged
union all
select 'billing.blocked_by_source_rule', count(*) filter (where blocked), count(*), null from incomplete
union all
select 'billing.passed_by_source_rule', count(*) filter (where not blocked), count(*), null from incomplete
union all
select 'billing.late_when_incomplete', count(*) filter (where handoff_hours > 24), count(*), null from incomplete
union all
select 'billing.late_when_complete', count(*) filter (where handoff_hours > 24), count(*), null from complete
union all
select 'billing.returned_to_sales', count(*) filter (where account_id in (select account_id from returned)), count(*), null
from incomplete
union all
-- Fields that a page of the runbook requires, and that the form lets be blank.
select 'billing.optional_in_form', count(*) filter (where not f.required), count(*), null
from handoff_fields f
where exists (
  select 1 from runbook_pages p
  where position(', ' || f.field || ', ' in ', ' || coalesce(p.requires, '') || ', ') > 0
)
