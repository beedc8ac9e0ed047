/** Five files of other people, as their systems export them; written here from a seed, so that none has to be kept. */
import { createRandom } from '../../src/core/random.ts';

export interface ForeignFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Values that name people. */
  readonly personal: readonly string[];
  /** What its first check has to find, counted while it was written: values by the name of the fact. */
  readonly counted: Readonly<Record<string, number>>;
}

/** The middle value, or the mean of the two in the middle. */
function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

const FIRST = ['Ottokar', 'Branwen', 'Kazimir', 'Solveig', 'Tadeusz', 'Ulrikke', 'Zdenka', 'Eberhard'];
const LAST = ['Quandtner', 'Holzwurm', 'Brzezinska', 'Ferreyra', 'Okonkwo', 'Lindqvist', 'Vanterpool', 'Achterberg'];

interface Chance {
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number;
  readonly pick: (items: readonly string[]) => string;
}

function chance(seed: string): Chance {
  const random = createRandom(seed);
  const below = (n: number): number => random.int(0, n - 1);
  return { below, pick: (items) => items[below(items.length)] ?? '' };
}

const two = (value: number): string => String(value).padStart(2, '0');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const comma = (value: number, places: number): string => value.toFixed(places).replace('.', ',');

/** Semicolons, decimal commas, points between thousands, day first, Windows-1252, as a German office exports. */
export function invoices(): ForeignFile {
  const { below, pick } = chance('invoices');
  const personal: string[] = [];
  const amounts: number[] = [];
  let unpaid = 0;
  const lines = ['Rechnungsnr;Rechnungsdatum;Zahlungseingang;Betrag netto;Skonto;Kunde Name;Prüfer PLZ'];
  for (let n = 0; n < 140; n += 1) {
    const amount = below(900_000) / 100 + 12;
    amounts.push(Number(amount.toFixed(2)));
    const name = `${pick(FIRST)} ${pick(LAST)}`;
    personal.push(name);
    const [whole = '', cents = ''] = amount.toFixed(2).split('.');
    const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
    const paid = below(7) === 0 ? '' : `${two(1 + below(28))}.04.2026 ${two(8 + below(10))}:${two(below(60))}`;
    if (paid === '') unpaid += 1;
    lines.push(
      `R-${String(n).padStart(5, '0')};${two(1 + below(28))}.03.2026;${paid};${grouped},${cents};${comma(below(30) / 10, 1)};${name};0${1000 + below(8999)}`,
    );
  }
  return {
    name: 'Rechnungen März.csv',
    bytes: new Uint8Array(Buffer.from(lines.join('\r\n'), 'latin1')),
    personal,
    counted: { rows: 140, without_zahlungseingang: unpaid, median_betrag_netto: middle(amounts) },
  };
}

/** Line breaks, quotes and commas inside cells, and a byte order mark. */
export function tickets(): ForeignFile {
  const { below, pick } = chance('tickets');
  const personal: string[] = [];
  let open = 0;
  const lines = ['Ticket,Opened At,Closed At,Subject,Description,Requester Email,Priority'];
  for (let n = 0; n < 90; n += 1) {
    const email = `${pick(FIRST)}.${pick(LAST)}@mail.example`.toLowerCase();
    personal.push(email);
    const closed = below(5) === 0 ? '' : `2026-02-${two(1 + below(28))}T${two(below(24))}:${two(below(60))}:00+01:00`;
    if (closed === '') open += 1;
    lines.push(
      `T${n + 100},2026-01-${two(1 + below(31))}T${two(below(24))}:${two(below(60))}:00+01:00,${closed},"Printer, ""floor ${below(9)}""","It does not print.\nNot on paper,\nnot at all.",${email},${pick(['low', 'high', 'urgent'])}`,
    );
  }
  return {
    name: 'tickets.csv',
    bytes: utf8(`\u{feff}${lines.join('\n')}\n`),
    personal,
    counted: { rows: 90, without_closed_at: open },
  };
}

/** Tabs, month first, half days, and no column that names a row. */
export function readings(): ForeignFile {
  const { below, pick } = chance('readings');
  const degrees: number[] = [];
  const lines = ['Sensor\tMeasured\tTemperature (C)\tState\tDoor open'];
  for (let n = 0; n < 300; n += 1) {
    const hour = 1 + below(12);
    const degree = below(20) === 0 ? 'N/A' : (below(400) / 10 - 20).toFixed(1);
    if (degree !== 'N/A') degrees.push(Number(degree));
    lines.push(
      [
        pick(['north', 'south', 'dock']),
        `${1 + below(3)}/${1 + below(28)}/2026 ${hour}:${two(below(60))} ${pick(['AM', 'PM'])}`,
        degree,
        pick(['ok', 'alarm']),
        pick(['yes', 'no']),
      ].join('\t'),
    );
  }
  return {
    name: 'readings.tsv',
    bytes: utf8(`${lines.join('\n')}\n`),
    personal: [],
    counted: { rows: 300, without_temperature_c: 300 - degrees.length, median_temperature_c: middle(degrees) },
  };
}

/** Forty columns. */
export function survey(): ForeignFile {
  const { below, pick } = chance('survey');
  const personal: string[] = [];
  const names = Array.from({ length: 36 }, (_, index) => `q${index + 1}`);
  const missing = new Map<string, number>();
  const second: number[] = [];
  const lines = [['respondent_id', 'phone', 'answered_on', 'region', ...names].join('|')];
  for (let n = 0; n < 200; n += 1) {
    const phone = `+49 30 ${1_000_000 + below(8_999_999)}`;
    personal.push(phone);
    const answers = names.map((_, index) =>
      below(25) === 0 ? '' : index % 3 === 0 ? pick(['yes', 'no']) : String(1 + below(5)),
    );
    for (const [index, answer] of answers.entries())
      if (answer === '') missing.set(names[index]!, (missing.get(names[index]!) ?? 0) + 1);
    if (answers[1] !== '') second.push(Number(answers[1]));
    lines.push(
      [String(4000 + n), phone, `2026-03-${two(1 + below(31))}`, pick(['east', 'west']), ...answers].join('|'),
    );
  }
  // The first of the worst, in the order of the file.
  const [[worst, most]] = names.map((name) => [name, missing.get(name) ?? 0] as const).sort((a, b) => b[1] - a[1]) as [
    [string, number],
  ];
  const counted = { rows: 200, [`without_${worst}`]: most, median_q2: middle(second) };
  return { name: 'survey.csv', bytes: utf8(lines.join('\n')), personal, counted };
}

/** Fifty thousand rows. */
export function parcels(): ForeignFile {
  const { below, pick } = chance('parcels');
  const personal: string[] = [];
  const weights: number[] = [];
  let underway = 0;
  const lines = ['parcel_id,scanned_at,delivered_at,weight_kg,depot,recipient_name'];
  for (let n = 0; n < 50_000; n += 1) {
    const name = `${pick(FIRST)} ${pick(LAST)}-${n}`;
    personal.push(name);
    const delivered = below(30) === 0 ? '' : `2026-05-${two(1 + below(31))} ${two(below(24))}:${two(below(60))}`;
    if (delivered === '') underway += 1;
    const weight = (below(3000) / 100).toFixed(2);
    weights.push(Number(weight));
    lines.push(
      `${String(n).padStart(7, '0')},2026-04-${two(1 + below(30))} ${two(below(24))}:${two(below(60))},${delivered},${weight},${pick(['Delta', 'Harbour', 'Mill'])},${name}`,
    );
  }
  const counted = { rows: 50_000, without_delivered_at: underway, median_weight_kg: middle(weights) };
  return { name: 'parcels.csv', bytes: utf8(`${lines.join('\n')}\n`), personal, counted };
}

/** By the engagement that each becomes. */
export const FOREIGN = { invoices, tickets, readings, survey, parcels };
