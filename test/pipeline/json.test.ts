import { expect, test } from 'vitest';
import { parseJson } from '../../src/pipeline/json.ts';

test.each([
  ['{\n  "a": [1,\n}', 3, 1],
  ['{"a":1,}', 1, 8],
  ['{"a" 1}', 1, 6],
  ['{"a": tru, "b":1}', 1, 10],
  ['{"a": nul', 1, 10],
  ['', 1, 1],
  ["{'a':1}", 1, 2],
  [`[\n${'1,\n'.repeat(500)}x\n${',2'.repeat(500)}]`, 502, 1],
  ['[1\n', 1, 3],
])('finds where %j stops being JSON', (text, line, column) => {
  expect(parseJson('f.json', text).problems).toMatchObject([{ code: 'json-syntax', line, column }]);
});
