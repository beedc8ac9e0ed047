import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMPONENTS } from '../../../src/pipeline/prose/components.ts';

it('knows the elements that pages are given, and no others', () => {
  const given = readFileSync(new URL('../../../src/components/components.ts', import.meta.url), 'utf8');
  const [, list = ''] = /export const components = \{([^}]*)\}/.exec(given) ?? [];
  expect(list.match(/[A-Z]\w+/g)?.sort()).toEqual(Object.keys(COMPONENTS).sort());
});
