/** Which columns hold people, as far as names and values tell; in doubt they do. An author has the last word. */
import type { ColumnClass } from '../schema/sources.ts';

export interface Classed {
  readonly class: ColumnClass;
  readonly why: string;
}

const NAMES =
  /(^|[_\W])(e?mails?|e[_-]mail|phone|telephone|telefon|tel|mobile|mobil|handy|fax|first ?names?|last ?names?|surname|vorname|nachname|full ?name|contact|kontakt|ansprechpartner|address|adresse|anschrift|street|stra(ss|ß)e|birth\w*|geburt\w*|dob|iban|bic|ssn|passport|salary|gehalt|username|user|login|ip)($|[_\W])/i;
const PERSON =
  /(^|[_\W])(customer|client|patient|employee|agent|owner|contact|person|kunde|kunden|mitarbeiter|sender|recipient|assignee|driver|fahrer|member|guest|student)s?[_\W]?names?($|\W)|^(name|names|owner|assignee|agent|employee|author|person)$/i;
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const PHONE = /^(\+|00|0)[\d\s()/-]{7,}$/;
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9 ]{11,32}$/;
const TWO_NAMES = /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** Free text of this many words on the average may name somebody. */
const FREE_TEXT = 4;

const words = (name: string): string => name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2').replaceAll('-', '_');
const share = (values: readonly string[], test: RegExp): number =>
  values.length === 0 ? 0 : values.filter((value) => test.test(value.trim())).length / values.length;

/** @param isText whether the cells are text for a reader, and no number or time */
export function classOf(name: string, cells: readonly string[], isText: boolean): Classed {
  const values = cells.filter((cell) => cell.trim() !== '');
  const spelled = words(name);
  if (NAMES.test(spelled) || PERSON.test(spelled)) return { class: 'personal', why: 'its name says so' };
  if (share(values, EMAIL) > 0.01) return { class: 'personal', why: 'it holds addresses of e-mail' };
  if (!isText) return { class: 'public', why: 'numbers, times or words of a kind' };
  if (share(values, PHONE) > 0.5) return { class: 'personal', why: 'its values look like telephone numbers' };
  if (share(values, IBAN) > 0.5) return { class: 'personal', why: 'its values look like bank accounts' };
  const distinct = new Set(values).size / Math.max(1, values.length);
  if (distinct > 0.3 && share(values, TWO_NAMES) > 0.8)
    return { class: 'personal', why: 'its values look like names of people' };
  const length = values.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / Math.max(1, values.length);
  if (length > FREE_TEXT) return { class: 'internal', why: 'free text, which may name somebody' };
  return { class: 'public', why: 'words of a kind, or ids' };
}
