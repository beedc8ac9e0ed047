-- Each clock once, with the records that kept it; then over completed records and over all of them.
with judged as (
  select
    c.clock,
    i.completed_at,
    case c.clock
      when 'signature_end' then kept_from_signature
      when 'queue_end' then kept_from_queue
      when 'signature_same_time' then kept_from_signature_same_time
      when 'queue_same_time' then kept_from_queue_same_time
      when 'signature_hours' then cycle_hours <= 24 * business_days
      when 'queue_hours' then queue_hours <= 24 * business_days
    end as kept
  from inspected i
  cross join (
    values ('signature_end'), ('queue_end'), ('signature_same_time'), ('queue_same_time'), ('signature_hours'), ('queue_hours')
  ) as c(clock)
)
select 'clocks.' || clock || '_completed' as fact, count(*) filter (where kept) as count, count(*) as of, cast(null as double precision) as value
from judged where completed_at is not null group by clock
union all
select 'clocks.' || clock || '_all', count(*) filter (where kept), count(*), null from judged group by clock
