with signed as (select * from onboardings where list = 'all'),
completed as (select * from signed where completed_at is not null),
first_entry as (
  select account_id, min(entered_at) as entered_at from queue_entries where queue = 'implementation_ops' group by account_id
)
select 'dashboard.signed' as fact, count(*) as count, cast(null as bigint) as of, cast(null as double precision) as value from accounts
union all
select 'dashboard.open', count(*) filter (where completed_at is null), count(*), null from signed
union all
select 'dashboard.within_target', count(*) filter (where kept_from_queue), count(*), null from completed
union all
select 'dashboard.within_target_open_as_missed', count(*) filter (where kept_from_queue), count(*), null from signed
union all
select 'dashboard.within_target_signature_clock', count(*) filter (where kept_from_signature), count(*), null from completed
union all
select 'dashboard.flipped', count(*) filter (where kept_from_queue and not kept_from_signature), count(*), null from completed
union all
select 'dashboard.signature_mentions', count(*), null, null from dashboard_columns where column_name = 'signed_at' and mentions > 0
union all
-- The queue is exported to the minute.
select 'dashboard.clock_matches_queue', count(*) filter (where f.entered_at = date_trunc('minute', s.onboarding_created_at)), count(*), null
from signed s left join first_entry f on f.account_id = s.account_id
