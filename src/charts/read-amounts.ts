import { formatHours } from '../core/format.ts';
import type { Amount } from './amounts.ts';
import type { Reading } from './reading.ts';
import { ChartFault, factOf, factText } from './source.ts';
import type { ChartSource } from './source.ts';
import type { SpecOf } from './spec.ts';
import type { DataTable } from './table.ts';

/** Facts of one unit; bars of hours and of accounts on one scale would be a lie. */
export function readAmounts(spec: SpecOf<'amounts'>, source: ChartSource): Reading<'amounts'> {
  const entries = spec.facts.map((entry) => ({ ...entry, of: factOf(source, entry.fact) }));
  const units = [...new Set(entries.map(({ of }) => of.unit))];
  if (units.length > 1) {
    throw new ChartFault(`The facts have different units: ${units.join(', ')}.`, 'Draw one unit per chart.');
  }
  const strange = spec.hatched.find((id) => !entries.some(({ fact }) => fact === id));
  if (strange !== undefined) {
    throw new ChartFault(`"${strange}" is to be hatched but is not one of the facts.`, 'Name a fact of the list.');
  }
  const rows = entries.map(({ fact, label, detail, of }): Amount => ({
    label: label ?? of.label,
    detail: detail ?? '',
    value: of.value,
    // An hour more or less cannot be seen in the bar; the table has the value as it is.
    text: of.unit === 'h' && of.value >= 100 ? formatHours(of.value, 0, source.locale) : factText(source, fact),
    hatched: spec.hatched.includes(fact),
  }));
  const data: DataTable = {
    columns: [
      { name: 'label', label: 'What', type: 'text' },
      { name: 'fact', label: 'Fact', type: 'text' },
      { name: 'value', label: units[0] === 'share' ? 'Share' : `Value (${units[0] ?? ''})`, type: 'number' },
      ...(rows.some(({ detail }) => detail !== '') ? [{ name: 'detail', label: 'Detail', type: 'text' as const }] : []),
    ],
    rows: rows.map(({ label, value, detail }, index) => ({
      label,
      fact: spec.facts[index]?.fact ?? null,
      value,
      detail,
    })),
  };
  const unit = units[0] ?? '';
  return {
    type: 'amounts',
    drawn: rows,
    data,
    noun: { share: 'shares', h: 'hours' }[unit] ?? unit,
    facts: spec.facts.map(({ fact }) => fact),
  };
}
