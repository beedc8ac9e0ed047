-- left out: evidence.drawn_again: Drawing the sample again takes the generator that the record of the draw names, which SQL does not have.
select 'evidence.runbook_pages' as fact, count(*) as count, cast(null as bigint) as of, cast(null as double precision) as value
from runbook_pages
union all
select 'evidence.queue_exports', count(distinct queue), null, null from queue_entries
union all
select 'evidence.queue_entries', count(*), null, null from queue_entries
union all
select 'evidence.form_fields', count(*), null, null from handoff_fields
union all
select 'evidence.form_fields_optional', count(*), null, null from handoff_fields where not required
union all
select 'evidence.drawn_and_inspected', count(r.account_id), count(*), null
from draw d left join records r on r.account_id = d.account_id
union all
select 'evidence.sample_differs', count(*), null, null
from records r left join accounts a on a.account_id = r.account_id
where a.signed_at is distinct from r.signed_at
  or a.onboarding_created_at is distinct from r.onboarding_created_at
  or a.completed_at is distinct from r.completed_at
