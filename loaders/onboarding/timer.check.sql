with completed as (select * from inspected where completed_at is not null),
flipped as (select * from completed where kept_from_queue and not kept_from_signature)
select 'timer.sampled' as fact, count(*) as count, cast(null as bigint) as of, cast(null as double precision) as value from records
union all
select 'timer.completed', count(*), null, null from completed
union all
select 'timer.open', count(*) filter (where completed_at is null), count(*), null from inspected
union all
select 'timer.within_target_dashboard_clock', count(*) filter (where kept_from_queue), count(*), null from completed
union all
select 'timer.within_target_signature_clock', count(*) filter (where kept_from_signature), count(*), null from completed
union all
select 'timer.within_target_open_as_missed', count(*) filter (where kept_from_signature), count(*), null from inspected
union all
select 'timer.flipped', count(*) filter (where kept_from_queue and not kept_from_signature), count(*), null from completed
union all
select 'timer.missed_both', count(*) filter (where not kept_from_queue and not kept_from_signature), count(*), null
from completed
union all
select 'timer.late_on_dashboard_only', count(*) filter (where not kept_from_queue and kept_from_signature), null, null
from completed
union all
select 'timer.flipped_over_12h', count(*) filter (where handoff_hours > 12), count(*), null from flipped
union all
select 'timer.flipped_over_24h', count(*) filter (where handoff_hours > 24), count(*), null from flipped
union all
select 'timer.median_cycle_hours', null, count(*), percentile_cont(0.5) within group (order by cycle_hours) from completed
union all
select 'timer.median_queue_hours', null, count(*), percentile_cont(0.5) within group (order by queue_hours) from completed
