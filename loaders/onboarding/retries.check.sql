with unowned as (select account_id from stuck where unowned)
select
  'retries.unowned' as fact,
  count(*) filter (where account_id in (select account_id from unowned)) as count,
  count(*) as of,
  cast(null as double precision) as value
from records
union all
select 'retries.open_and_unowned', count(*) filter (where account_id in (select account_id from unowned)), count(*), null
from records where completed_at is null
union all
select 'retries.cases', count(*), null, null from stuck
union all
select 'retries.cases_unowned', count(*), null, null from stuck where unowned
union all
select 'retries.cases_never_acknowledged', count(*), null, null from stuck where acknowledged_at is null
union all
select 'retries.cases_conflict', count(*), null, null from stuck where failure_code = 'workspace_conflict'
union all
select 'retries.median_hours_to_ticket', null, count(*), percentile_cont(0.5) within group (order by hours_to_ticket)
from stuck where unowned
union all
select 'retries.cured', count(*), null, null
from attempts where attempt = 1 and status = 'failed' and account_id not in (select account_id from stuck)
union all
select 'retries.routes_in_conflict', count(*), null, null from routes where runbook_queue <> queue
union all
select 'retries.routes_without_page', count(*), null, null from routes where runbook_queue is null
union all
select 'retries.routes_without_record', count(*), null, null from routes where not creates_record
