import { describe, expect, it } from 'vitest';
import { kitView, sqlPath } from '../../src/components/kit.ts';
import { sampleBundle } from './bundle.ts';

const [check] = sampleBundle().checks;
const id = check?.id ?? '';
const stated = check?.facts ?? [];
const [first = ''] = stated;
const withKit = (query: string | undefined, left: readonly string[]) =>
  sampleBundle({
    kit: {
      mapping: '',
      checks: [
        {
          check: id,
          ...(query !== undefined && { query }),
          left_out: left.map((fact) => ({ fact, reason: 'It cannot be.' })),
        },
      ],
    },
  });

describe('what the report says of its kit', () => {
  it('is nothing where there is none', () => {
    expect(kitView(sampleBundle())).toBeUndefined();
    expect(sqlPath(sampleBundle(), id)).toBeUndefined();
  });

  it('counts what is in it, and gives each reason once', () => {
    const bundle = withKit('select 1', [first]);
    const counted = bundle.facts.filter(({ check: of }) => of === id).length - 1;
    expect(kitView(bundle)).toEqual({
      counted,
      stated: bundle.checks.flatMap(({ facts }) => facts).length,
      leftOut: [{ reason: 'It cannot be.', facts: [first] }],
    });
  });

  it('knows where the SQL of a check lies', () => {
    expect(sqlPath(withKit('select 1', []), id)).toBe(`kit/checks/${id}.sql`);
    expect(sqlPath(withKit(undefined, stated), id)).toBeUndefined();
  });
});
