import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { roi } from '../../src/schema/roi.ts';
import { onboarding } from '../core/roi-fixture.ts';

const issues = (definition: unknown) =>
  roi.safeParse(definition).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('roi.yaml', () => {
  test('takes the onboarding model as it is', () => {
    expect(roi.parse(onboarding())).toEqual(onboarding());
  });

  test('refuses what it does not know, and text in place of numbers', () => {
    const definition = structuredClone(onboarding()) as unknown as {
      assumptions: Record<string, unknown>[];
      price?: number;
    };
    definition.price = 5000;
    Object.assign(definition.assumptions[0] ?? {}, { value: '220', colour: 'red' });
    const messages = issues(definition);
    expect(messages).toHaveLength(3);
    expect(messages.join('\n')).toMatch(/assumptions\.0\.value: .*number/);
    expect(messages.join('\n')).toContain('"colour"');
    expect(messages.join('\n')).toContain('"price"');
  });

  test.each(['billing-year', 'Billing', '2nd', 'min', 'a.b'])(
    'refuses the id %s, which no formula could name',
    (id) => {
      const definition = onboarding();
      Object.assign(definition.steps[0] ?? {}, { id });
      expect(issues(definition).join('\n')).toContain('steps.0.id');
    },
  );

  test('passes on what the cross-checks find, with its place', () => {
    const definition = onboarding();
    definition.totals[0]?.lines.push('churn');
    expect(issues(definition)).toEqual([
      'totals.0.lines.4: "churn" is revenue_protection and "labour" a total of labour: the two are never added; give revenue_protection a total of its own',
    ]);
  });

  test('documents every field', () => {
    const undocumented: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, items } = node as { properties?: Record<string, { description?: string }>; items?: unknown };
      for (const [key, property] of Object.entries(properties ?? {})) {
        if (property.description === undefined) undocumented.push(`${path}.${key}`);
        visit(property, `${path}.${key}`);
      }
      visit(items, `${path}[]`);
    };
    visit(z.toJSONSchema(roi), 'roi');
    expect(undocumented).toEqual([]);
  });
});
