/** What the checks give, what the report published, and how the two are held against each other. */
import type { Fact } from '../schema/fact.ts';
import { createTable } from './data.ts';
import type { KitTable } from './data.ts';

/** Columns of a result, in order: a proportion gives count and of, a count its count, a measure of and value. */
export const RESULT_COLUMNS = ['fact', 'count', 'of', 'value'] as const;

export const RESULTS =
  'create temporary table results (fact text, count bigint, "of" bigint, value double precision);\n';

const PUBLISHED: KitTable['columns'] = [
  { name: 'place', type: 'number' },
  { name: 'fact', type: 'text' },
  { name: 'label', type: 'text' },
  { name: 'unit', type: 'text' },
  { name: 'count', type: 'number' },
  { name: 'of', type: 'number' },
  { name: 'value', type: 'number' },
];

/** Facts of the report that the kit counts, as a table. */
export const publishedTable = (facts: readonly Fact[]): KitTable => ({
  name: 'published',
  file: 'data/published.csv',
  columns: PUBLISHED,
  rows: facts.map(({ id, label, unit, count, of, value }, index) => ({
    place: index + 1,
    fact: id,
    label,
    unit,
    count: count ?? null,
    of: of ?? null,
    value,
  })),
});

export const createResults = (facts: readonly Fact[]): string =>
  `-- What the checks count, and what the report published.\n${RESULTS}\n${createTable(publishedTable(facts))}`;

/** Values may differ in the last digits of a binary fraction, in which engines add in different orders. */
export const TOLERANCE = 1e-9;

const shown = (row: string): string => `case
    when ${row}.count is not null and ${row}."of" is not null
      then cast(cast(${row}.count as bigint) as text) || ' of ' || cast(cast(${row}."of" as bigint) as text)
    when ${row}.count is not null then cast(cast(${row}.count as bigint) as text)
    else cast(cast(${row}.value as decimal(18, 3)) as text)
  end`;

export const COMPARE = `-- Every fact, as the report published it and as it was counted here.
create temporary view compared as
select
  p.place,
  coalesce(p.fact, r.fact) as fact,
  p.label,
  ${shown('p')} as published,
  ${shown('r')} as counted_here,
  p.unit,
  coalesce(
    p.count is not distinct from r.count
      and p."of" is not distinct from r."of"
      and abs(p.value - coalesce(r.value, cast(r.count as double precision) / nullif(r."of", 0), r.count))
        <= ${String(TOLERANCE)} * greatest(1, abs(p.value)),
    false
  ) as agrees
from published p full join results r on r.fact = p.fact;

select fact, published, counted_here, unit, case when agrees then 'agrees' else 'differs' end as verdict
from compared order by place, fact;

select
  cast(count(*) filter (where agrees) as text) || ' of ' || cast(count(*) as text) || ' facts agree with the report' as verdict
from compared;
`;
