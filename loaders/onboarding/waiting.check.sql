with by_account as (
  select account_id, reason, sum(hours) as hours from explained_waits group by account_id, reason
),
reasons as (
  select reason
  from (
    values ('customer_input'), ('sales_ops_missing_data'), ('billing_ops_review'), ('workspace_conflict'), ('undetermined')
  ) as r(reason)
),
ours as (
  select * from explained_waits where reason not in ('customer_input', 'undetermined')
)
select
  'waiting.accounts' as fact,
  count(*) filter (where account_id in (select account_id from waits)) as count,
  count(*) as of,
  cast(null as double precision) as value
from records
union all
select 'waiting.own_teams', count(*) filter (where account_id in (select account_id from ours)), count(*), null
from records where account_id in (select account_id from waits)
union all
select 'waiting.total', count(*), null, null from waits
union all
select 'waiting.total.hours', null, count(*), sum(hours) from explained_waits
union all
select 'waiting.by_reason.' || r.reason, count(b.account_id), null, null
from reasons r left join by_account b on b.reason = r.reason group by r.reason
union all
select 'waiting.by_reason.' || r.reason || '.hours', null, count(b.account_id), coalesce(sum(b.hours), 0)
from reasons r left join by_account b on b.reason = r.reason group by r.reason
union all
select 'waiting.own_teams.hours', null, count(*), sum(hours)
from by_account where reason not in ('customer_input', 'undetermined')
union all
select 'waiting.own_teams.hours_ended', null, count(*), sum(hours) from ours where left_at is not null
union all
select 'waiting.customer.hours', null, count(*), sum(hours) from by_account where reason = 'customer_input'
union all
select 'waiting.median_hours_completed', null, count(*), percentile_cont(0.5) within group (order by hours)
from explained_waits where left_at is not null
union all
select 'waiting.over_24h', count(*), null, null from explained_waits where hours > 24
union all
select 'waiting.open', count(*), null, null from waits where left_at is null
union all
select 'waiting.open.hours', null, count(*), sum(hours) from explained_waits where left_at is null
union all
select 'waiting.told_by_log', count(*), null, null from explained_waits where told_by = 'retry log'
union all
select 'waiting.told_by_note', count(*), null, null from explained_waits where told_by = 'note'
union all
select 'waiting.told_by_form', count(*), null, null from explained_waits where told_by = 'handoff form'
union all
select 'waiting.untold', count(*), null, null from explained_waits where told_by in ('none', 'note names several')
