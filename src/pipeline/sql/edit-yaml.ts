/** Writes single values into a YAML file and leaves every other sign of it as it stands. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';

type Path = readonly (string | number)[];

const written = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value}'`);

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function addAfter(text: string, map: YAMLMap, key: string, value: string, after: string): string {
  const pair = pairOf(map, after);
  const [first] = map.items;
  if (!isScalar(pair?.value) || !pair.value.range || !isScalar(first?.key) || !first.key.range)
    throw new RangeError(`"${key}" has no place: "${after}" is not there.`);
  const end = pair.value.range[1];
  if (map.flow) return `${text.slice(0, end)}, ${key}: ${value}${text.slice(end)}`;
  const start = first.key.range[0];
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const at = endOfLine(text, end);
  return `${text.slice(0, at)}\n${indent}${key}: ${value}${text.slice(at)}`;
}

/**
 * Sets a value in the group at a path; where the group does not have the key, it is added behind another of its keys.
 *
 * @param after a key of the group that is there
 * @throws RangeError where the path leads to no group, or `after` is not there
 */
export function setInYaml(text: string, path: Path, key: string, value: string | number, after: string): string {
  const map: unknown = parseDocument(text, { schema: 'core' }).getIn(path, true);
  if (!isMap(map)) throw new RangeError(`There is no group at ${path.join('.')}.`);
  const current = pairOf(map, key)?.value;
  if (!isScalar(current)) return addAfter(text, map, key, written(value), after);
  const [from = 0, to = 0] = current.range ?? [];
  return `${text.slice(0, from)}${written(value)}${text.slice(to)}`;
}
