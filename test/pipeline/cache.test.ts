import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, reasonFor } from '../../src/pipeline/cache.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workbench-cache-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('reasonFor', () => {
  const before = {
    'loader loaders/x/a.table.ts': '1',
    'input data/x/a.csv': '1',
    'parameters period': '1',
    packages: '1',
    node: '1',
    workbench: '1',
  };

  it.each([
    [{ 'loader loaders/x/a.table.ts': '2' }, 'loader changed: a.table.ts'],
    [{ 'input data/x/a.csv': '2', 'parameters period': '2' }, 'input changed: a.csv; parameters changed: period'],
    [{ 'table records': '1' }, 'table changed: records'],
    [{ packages: '2' }, 'packages changed'],
    [{ node: '2', workbench: '2' }, 'Node changed; workbench changed'],
    [{}, 'no usable result was kept'],
  ])('tells %j', (change, reason) => {
    expect(reasonFor(before, { ...before, ...change })).toBe(reason);
  });

  it('tells what is gone as well', () => {
    const { 'input data/x/a.csv': _gone, ...now } = before;
    expect(reasonFor(before, now)).toBe('input changed: a.csv');
    expect(reasonFor(undefined, before)).toBe('first run');
  });
});

describe('openCache', () => {
  it('gives back what was kept, for the same parts and name only', () => {
    const cache = openCache(root, 'x');
    cache.keep('a.table', { packages: '1' }, { rows: [1] });
    expect(cache.find('a.table', { packages: '1' })).toEqual({ value: { rows: [1] }, reason: 'unchanged' });
    expect(cache.find('a.table', { packages: '2' })).toEqual({ reason: 'packages changed' });
    expect(cache.find('b.table', { packages: '1' })).toEqual({ reason: 'first run' });
    expect(openCache(root, 'y').find('a.table', { packages: '1' })).toEqual({ reason: 'first run' });
  });

  it('does not grow without end', () => {
    const cache = openCache(root, 'x');
    for (let turn = 0; turn < 20; turn += 1) cache.keep('a.table', { packages: String(turn) }, turn);
    expect(readdirSync(join(root, '.workbench', 'cache', 'x')).length).toBe(9);
    expect(cache.find('a.table', { packages: '19' }).value).toBe(19);
  });
});
