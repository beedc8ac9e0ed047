/** JSON by its values: in `proof.json` by fact and source, elsewhere by path. */
import { textOf } from '../files.ts';
import { explainText } from './explain-bytes.ts';
import { atMost, shortened, valueText } from './explanation.ts';
import { isRecord, jsonChanges, pathText } from './json-changes.ts';
import type { Explanation } from './explanation.ts';
import type { JsonChange } from './json-changes.ts';

/** What a fact says, in its own words: "19 of 80", "7 pages", "31 h". */
function factText(fact: unknown): string {
  if (!isRecord(fact)) return 'nothing';
  const { kind, count, of, value, unit } = fact;
  if (kind === 'proportion') return `${valueText(count)} of ${valueText(of)}`;
  const amount = `${valueText(value)} ${typeof unit === 'string' ? unit : ''}`.trim();
  return of === undefined ? amount : `${amount}, from ${valueText(of)} values`;
}

function elementWithId(root: unknown, list: string, id: string): unknown {
  const elements: unknown = isRecord(root) ? root[list] : undefined;
  return Array.isArray(elements) ? elements.find((element) => isRecord(element) && element['id'] === id) : undefined;
}

function rowText({ published, recomputed }: JsonChange): string | undefined {
  if (recomputed === undefined) return `the row ${valueText(published)} does not count`;
  if (published === undefined) return `the row ${valueText(recomputed)} is missing`;
  return undefined;
}

function explainFact(id: string, found: readonly JsonChange[], published: unknown, recomputed: unknown): Explanation[] {
  const [ours, theirs] = [elementWithId(published, 'facts', id), elementWithId(recomputed, 'facts', id)];
  if (ours === undefined || theirs === undefined) {
    return [
      {
        code: 'fact-differs',
        field: id,
        message:
          ours === undefined
            ? `\`${id}\`: missing in the package, recomputed ${factText(theirs)}.`
            : `\`${id}\`: published ${factText(ours)}, and no check gives it.`,
        expected: factText(theirs),
        found: factText(ours),
      },
    ];
  }
  const [said, counted] = [factText(ours), factText(theirs)];
  const told: Explanation[] =
    said === counted
      ? []
      : [
          {
            code: 'fact-differs',
            field: id,
            message: `\`${id}\`: published ${said}, recomputed ${counted}.`,
            expected: counted,
            found: said,
          },
        ];
  const inWords = new Set(said === counted ? [] : ['count', 'of', 'value', 'unit', 'kind']);
  const rest = found.filter(({ path }) => !inWords.has(String(path[2])));
  const fields = rest.map((change): Explanation => {
    const row = change.path[2] === 'rows' ? rowText(change) : undefined;
    const where = pathText(change.path.slice(2));
    return {
      code: 'fact-differs',
      field: id,
      message: row === undefined ? `\`${id}\`: ${where} differs.` : `\`${id}\`: ${row}.`,
      expected: valueText(change.recomputed),
      found: valueText(change.published),
    };
  });
  return [...told, ...atMost(fields, 3)];
}

function explainSource(id: string, { path, published, recomputed }: JsonChange): Explanation {
  const digest = path[2] === 'sha256';
  return {
    code: 'source-differs',
    field: id,
    message: digest
      ? `The source \`${id}\` of the package is not the file that is here: their digests differ.`
      : `The source \`${id}\`: ${pathText(path.slice(2))} differs.`,
    expected: valueText(recomputed),
    found: valueText(published),
  };
}

function explainChange(change: JsonChange): Explanation {
  return {
    code: 'value-differs',
    message: `${shortened(pathText(change.path))} differs.`,
    expected: valueText(change.recomputed),
    found: valueText(change.published),
  };
}

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** Undefined where either is no JSON, or where both hold the same values. */
export function explainJsonText(published: string, recomputed: string): Explanation[] | undefined {
  const [ours, theirs] = [parsed(published), parsed(recomputed)];
  if (!ours || !theirs) return undefined;
  const found = jsonChanges(ours.value, theirs.value);
  return found.length === 0 ? undefined : atMost(found.map(explainChange));
}

/** @param path of the file, to know `proof.json` */
export function explainJson(path: string, published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  const [ours, theirs] = [parsed(textOf(published)), parsed(textOf(recomputed))];
  if (!ours || !theirs) {
    return [
      ...(ours ? [] : [{ code: 'json-unreadable', message: 'The file is not JSON any more.' }]),
      ...explainText(published, recomputed),
    ];
  }
  const found = jsonChanges(ours.value, theirs.value);
  if (found.length === 0) {
    return [
      { code: 'json-written-otherwise', message: 'The values are the same, and written otherwise.' },
      ...explainText(published, recomputed),
    ];
  }
  if (!/(^|\/)proof\.json$/.test(path)) return atMost(found.map(explainChange));

  const byFact = new Map<string, JsonChange[]>();
  const told: Explanation[] = [];
  for (const change of found) {
    const [list, id] = change.path;
    if (list === 'facts' && typeof id === 'string' && id !== 'order')
      byFact.set(id, [...(byFact.get(id) ?? []), change]);
    else if (list === 'sources' && typeof id === 'string' && change.path.length > 2)
      told.push(explainSource(id, change));
    else told.push(explainChange(change));
  }
  // Every fact is named; of other values the first few are enough.
  const facts = [...byFact].flatMap(([id, ofFact]) => explainFact(id, ofFact, ours.value, theirs.value));
  const sources = told.filter(({ code }) => code === 'source-differs');
  return [...facts, ...sources, ...atMost(told.filter(({ code }) => code !== 'source-differs'))];
}
