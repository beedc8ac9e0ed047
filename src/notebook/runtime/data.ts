/** What the cells of a page read, from the JSON in the page to the values that authors see. */
import { nearest } from '../../core/nearest.ts';
import type { NotebookData, RoiValues, ShippedTable } from '../../schema/notebook.ts';
import { rememberLabel } from './labels.ts';

type Row = Readonly<Record<string, string | number | boolean | Date | null>>;

/** Rows as objects; times and days are dates. */
export function rowsOf({ columns, rows }: ShippedTable): Row[] {
  for (const { name, label } of columns) rememberLabel(name, label);
  return rows.map((cells) =>
    Object.fromEntries(
      columns.map(({ name, type }, index) => {
        const cell = cells[index] ?? null;
        return [name, typeof cell === 'string' && (type === 'time' || type === 'date') ? new Date(cell) : cell];
      }),
    ),
  );
}

/** Asked of every value that a cell gives, to see what it is. */
const PROBES = new Set(['then', 'next', 'return', 'toJSON', 'nodeType']);

/** Facts by id; an id that there is not is a slip, and said at once. */
function named<T extends object>(values: T, what: string): T {
  return new Proxy(values, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || name in target || PROBES.has(name))
        return Reflect.get(target, name, receiver) as unknown;
      const near = nearest(name, Object.keys(target));
      throw new Error(`There is no ${what} "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
    },
  });
}

/** Values of the model by id; an id that there is not is a slip here too. */
export const roiNames = ({ assumptions, results }: RoiValues): RoiValues => ({
  assumptions: named(assumptions, 'assumption'),
  results: named(results, 'result of the model'),
});

const DATE = '$date';

/** JSON of a value that a cell gave at build; dates keep their kind. */
export function encodeConstant(value: unknown): unknown {
  if (value instanceof Date) return { [DATE]: value.toISOString() };
  if (Array.isArray(value)) return value.map(encodeConstant);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encodeConstant(item)]));
}

export function decodeConstant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeConstant);
  if (typeof value !== 'object' || value === null) return value;
  if (DATE in value && typeof value[DATE] === 'string') return new Date(value[DATE]);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, decodeConstant(item)]));
}

/** Names that every cell of the page may read, with their values. */
export function namesOf({ tables, facts, roi, figures, constants }: NotebookData): Map<string, unknown> {
  return new Map<string, unknown>([
    ...Object.entries(tables).map(([id, table]) => [id, rowsOf(table)] as const),
    ['facts', named(facts, 'fact')],
    ['__figures', figures],
    ...(roi === undefined ? [] : [['roi', roiNames(roi)] as const]),
    ...Object.entries(constants).map(([name, value]) => [name, decodeConstant(JSON.parse(value))] as const),
  ]);
}
