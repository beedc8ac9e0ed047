/** What the cells of a column can be read as: the narrowest field that takes (nearly) all of them. */
import { day, flag, instant, localTime, number } from '../pipeline/fields.ts';
import type { Field } from '../pipeline/fields.ts';
import { numberReader } from '../pipeline/number-form.ts';
import type { NumberForm } from '../pipeline/number-form.ts';
import { dateFormats } from './date-forms.ts';
import type { Order } from './date-forms.ts';

export type Shape =
  | { readonly kind: 'text' | 'flag' | 'instant' }
  | { readonly kind: 'number'; readonly form?: NumberForm }
  | { readonly kind: 'day' | 'local'; readonly format?: string };

/** What other columns of the file prove, for those that could be read in two ways. */
export interface Habits {
  readonly order: Order | undefined;
  readonly decimal: '.' | ',' | undefined;
}

export interface ColumnShape {
  readonly shape: Shape;
  /** Words that stand for nothing in this column, such as "N/A". */
  readonly blankWords: readonly string[];
  /** Cells that hold nothing. */
  readonly blanks: number;
  /** Rows, from 0, whose cell does not fit the shape; few, or the shape would be text. */
  readonly misfits: readonly number[];
  /** What an author should know of the choice. */
  readonly remark?: string;
}

const NOTHING = new Set(['N/A', 'n/a', '#N/A', 'NA', 'NULL', 'null', 'None', '-', '–', '--']);
/** More misfits than this share, and the column is text. */
const MOST_MISFITS = 0.005;
const UNIT = /^([^\d\s.,+-]{1,4})?\s*[+-]?\d[\d.,' \u00a0\u202f]*\s*([^\d\s.,+-]{1,4})?$/u;

function unitOf(values: readonly string[]): string | undefined {
  const [, before, after] = UNIT.exec(values[0]?.trim() ?? '') ?? [];
  const unit = before ?? after;
  if (unit === undefined || !/^(\p{Sc}|%|[A-Z]{3})$/u.test(unit)) return undefined;
  return values.every((value) => value.includes(unit)) ? unit : undefined;
}

/** Forms in which every value (but few) is a number, the plain one first. */
function numberForms(values: readonly string[], unit: string | undefined, most: number): NumberForm[] {
  const forms: NumberForm[] = [
    {},
    { decimal: ',' },
    ...['.', ' ', '\u00a0', '\u202f', "'"].map((thousands) => ({ decimal: ',' as const, thousands })),
    ...[',', ' ', '\u00a0', "'"].map((thousands) => ({ decimal: '.' as const, thousands })),
  ];
  return forms
    .filter(({ thousands }) => thousands === undefined || values.some((value) => value.includes(thousands)))
    .map((form) => (unit === undefined ? form : { ...form, unit }))
    .filter((form) => {
      const read = numberReader(form);
      let wrong = 0;
      return values.every((value) => read(value) !== undefined || (wrong += 1) <= most);
    });
}

/** The decimal sign that the values prove: one form alone reads them, and the sign stands in them. */
export function provenDecimal(values: readonly string[]): '.' | ',' | undefined {
  const forms = numberForms(values.slice(0, 2000), unitOf(values), 0);
  const signs = new Set(forms.map(({ decimal = '.' }) => decimal));
  const [sign] = signs;
  return signs.size === 1 && sign !== undefined && values.some((value) => value.includes(sign)) ? sign : undefined;
}

/** A number whose digits are a name: leading zeros, or more of them than a number can hold. */
const nameLike = (value: string): boolean => /^[+-]?0\d/.test(value) || value.replaceAll(/\D/g, '').length > 15;

/** Fields to try on what is not blank, the narrowest first, each with its shape. */
function candidates(
  values: readonly string[],
  habits: Habits,
  zone: string,
  most: number,
): { shapes: readonly (readonly [Shape, Field<unknown>])[]; remark?: string } {
  const dates = dateFormats(values, habits.order, most);
  const shapes: (readonly [Shape, Field<unknown>])[] = [
    [{ kind: 'flag' }, flag()],
    [{ kind: 'day' }, day()],
    [{ kind: 'instant' }, instant()],
    [{ kind: 'local' }, localTime(zone)],
    ...(dates.format === undefined
      ? []
      : dates.timed
        ? [[{ kind: 'local', format: dates.format } as Shape, localTime(zone, dates.format)] as const]
        : [[{ kind: 'day', format: dates.format } as Shape, day(dates.format)] as const]),
  ];
  if (dates.remark !== undefined) return { shapes: [], remark: dates.remark };
  if (values.some(nameLike)) return { shapes };
  const forms = numberForms(values, unitOf(values), most);
  const { decimal } = habits;
  const fitting = decimal === undefined ? forms : forms.filter((form) => (form.decimal ?? '.') === decimal);
  const [form] = fitting.length > 0 ? fitting : forms;
  if (form === undefined) return { shapes };
  const both = new Set(forms.map((one) => one.decimal ?? '.')).size > 1;
  const marked = values.some((value) => value.includes('.') || value.includes(','));
  if (both && marked && decimal === undefined && form.decimal === ',')
    return { shapes, remark: 'a comma may divide thousands or decimals here, so it is kept as text' };
  const plain = form.decimal !== ',' && form.thousands === undefined && form.unit === undefined;
  return {
    shapes: [...shapes, plain ? [{ kind: 'number' }, number()] : [{ kind: 'number', form }, number(form)]],
  };
}

/** @param zone in which local times are read */
export function columnShape(cells: readonly string[], habits: Habits, zone: string, isName: boolean): ColumnShape {
  const empty = cells.filter((cell) => cell === '').length;
  const text = (remark?: string): ColumnShape => ({
    shape: { kind: 'text' },
    blankWords: [],
    blanks: cells.filter((cell) => cell.trim() === '').length,
    misfits: [],
    ...(remark !== undefined && { remark }),
  });
  const values = cells.filter((cell) => cell !== '' && !NOTHING.has(cell.trim()));
  if (values.length === 0 || isName) return text();
  const most = Math.floor(values.length * MOST_MISFITS);
  const { shapes, remark } = candidates(values, habits, zone, most);
  for (const [shape, field] of shapes) {
    let wrong = 0;
    if (!values.every((value) => field.safeParse(value).success || (wrong += 1) <= most)) continue;
    const blankWords = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => NOTHING.has(cell)))].sort();
    const misfits = cells.flatMap((cell, row) =>
      cell === '' || NOTHING.has(cell.trim()) || field.safeParse(cell).success ? [] : [row],
    );
    const words = cells.filter((cell) => NOTHING.has(cell.trim())).length;
    return { shape, blankWords, blanks: empty + words, misfits };
  }
  return text(remark);
}
