import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { descriptionOf, fieldsOf, schemaAt } from '../../src/pipeline/schema-tree.ts';
import type { Path } from '../../src/pipeline/yaml.ts';
import { backlog } from '../../src/schema/backlog.ts';
import { engagement } from '../../src/schema/engagement.ts';
import { finding } from '../../src/schema/finding.ts';
import { pageMatter } from '../../src/schema/page.ts';
import { roi } from '../../src/schema/roi.ts';
import { runbooks } from '../../src/schema/runbooks.ts';
import { sourcesFile } from '../../src/schema/sources.ts';

/** Paths of all fields below a schema; entries of a list are 0. */
function fieldPaths(schema: z.ZodType, path: Path = []): Path[] {
  const element = schemaAt(schema, [0]);
  if (element !== undefined && fieldsOf(schema).length === 0) return fieldPaths(element, [...path, 0]);
  return fieldsOf(schema).flatMap((name) => {
    const child = schemaAt(schema, [name]);
    return child === undefined ? [] : [[...path, name], ...fieldPaths(child, [...path, name])];
  });
}

describe('what authors read of a field is written where the field is declared', () => {
  test.each([
    ['engagement', engagement, 60],
    ['sources', sourcesFile, 13],
    ['finding', finding, 35],
    ['page', pageMatter, 4],
    ['backlog', backlog, 9],
    ['runbooks', runbooks, 8],
    ['roi', roi, 40],
  ] as const)('%s', (_name, schema, atLeast) => {
    const paths = fieldPaths(schema);
    expect(paths.length).toBeGreaterThanOrEqual(atLeast);
    expect(paths.filter((path) => descriptionOf(schemaAt(schema, path) ?? z.never()) === undefined)).toEqual([]);
  });
});
