-- Tile: "Onboarding within target" (dashboard "Customer Operations / Weekly")
-- Refreshed nightly. Owner: implementation_ops.
with finished as (
  select
    o.account_id,
    o.onboarding_created_at,
    o.completed_at,
    add_business_days(
      local_date(o.onboarding_created_at, 'America/New_York'),
      3,
      'us_office_calendar'
    ) as due_on
  from onboarding_accounts o
  where o.signed_month = :month
    and o.completed_at is not null
)
select
  count(*) as finished,
  count(*) filter (
    where local_date(completed_at, 'America/New_York') <= due_on
  ) as within_target,
  round(
    100.0 * count(*) filter (
      where local_date(completed_at, 'America/New_York') <= due_on
    ) / count(*)
  ) as within_target_percent
from finished;
