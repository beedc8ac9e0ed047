select 'handoff.over_12h' as fact, count(*) filter (where handoff_hours > 12) as count, count(*) as of, cast(null as double precision) as value
from inspected
union all
select 'handoff.late_24h', count(*) filter (where handoff_hours > 24), count(*), null from inspected
union all
select 'handoff.late_48h', count(*) filter (where handoff_hours > 48), count(*), null from inspected
union all
select 'handoff.median_hours', null, count(*), percentile_cont(0.5) within group (order by handoff_hours) from inspected
union all
select 'handoff.median_hours_late', null, count(*), percentile_cont(0.5) within group (order by handoff_hours)
from inspected where handoff_hours > 24
union all
-- Of every business day between signature and queue entry, the part that lies within office hours.
select 'handoff.median_office_hours_late', null, count(*), percentile_cont(0.5) within group (order by office_hours)
from (
  select
    i.account_id,
    coalesce(sum(cast(extract(epoch from (
      (least(d.closes_at, i.onboarding_created_at) at time zone 'UTC') - (greatest(d.opens_at, i.signed_at) at time zone 'UTC')
    )) as double precision)), 0) / 3600 as office_hours
  from inspected i
  left join calendar_days d
    on d.business_day
    and d.day between i.signed_on and i.created_on
    and d.opens_at < i.onboarding_created_at
    and d.closes_at > i.signed_at
  where i.handoff_hours > 24
  group by i.account_id
) late
union all
select 'handoff.within_target_when_late', count(*) filter (where kept_from_signature), count(*), null
from inspected where completed_at is not null and handoff_hours > 24
union all
select 'handoff.within_target_when_prompt', count(*) filter (where kept_from_signature), count(*), null
from inspected where completed_at is not null and handoff_hours <= 24
union all
select 'handoff.incomplete_among_late', count(*) filter (where missing_count > 0), count(*), null
from inspected where handoff_hours > 24
union all
select 'handoff.incomplete_among_prompt', count(*) filter (where missing_count > 0), count(*), null
from inspected where handoff_hours <= 24
union all
select 'handoff.complete_among_late', count(*) filter (where missing_count = 0), count(*), null
from inspected where handoff_hours > 24
