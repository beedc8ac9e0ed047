/** `engagement.yaml` of a first engagement. */
import { stringify } from 'yaml';
import { mayBeBlank, readColumns, unitUnsaid } from './draft-table.ts';
import type { DraftTable } from './draft-table.ts';
import { quoted } from './names.ts';

export interface DraftSetting {
  readonly name: string;
  readonly title: string;
  /** IANA name, in which times without an offset are read. */
  readonly zone: string;
  /** Whether somebody said so, or it is a guess. */
  readonly zoneSaid: boolean;
  /** "2026-03-25". */
  readonly reportDate: string;
  readonly locale: 'en-GB' | 'en-US';
  readonly currency: string;
}

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '');

/** What was decided by guess, each in a sentence that can be struck out once it is confirmed. */
function unconfirmed(tables: readonly DraftTable[], { zone, zoneSaid, currency }: DraftSetting): string[] {
  const open = [
    `When each file left its system: ${quoted('extracted_at')} in ${quoted('sources.yaml')} is the time at which the file was last written here.`,
    `Which days the report covers: the period is that of the dates in the files, as far as there are any.`,
    `How many business days the promise allows: the number in ${quoted('engagement.yaml')} is a placeholder that no page shows.`,
    `Working days, office hours, holidays, and whether amounts are in ${currency}.`,
  ];
  const local = tables.flatMap(({ columns }) => columns.filter(({ shape }) => shape.kind === 'local'));
  if (local.length > 0 && !zoneSaid)
    open.push(
      `In which time zone ${listed(local.map(({ header }) => quoted(header)))} ${local.length === 1 ? 'was' : 'were'} written: the files do not say, and ${quoted(zone)} is assumed.`,
    );
  for (const table of tables) {
    const { file, columns, key } = table;
    const name = quoted(file);
    const of = (test: (column: (typeof columns)[number]) => boolean): string =>
      listed(columns.filter(test).map(({ header }) => quoted(header)));
    const personal = of((column) => column.class === 'personal');
    const internal = of((column) => column.class === 'internal');
    open.push(
      `Which columns of ${name} may be published. Classed by name and content: ${personal === '' ? 'none as personal' : `${personal} as personal`}${internal === '' ? '' : `, ${internal} as internal`}, all others as public.`,
    );
    const units = of(unitUnsaid);
    if (units !== '')
      open.push(
        `In which unit ${units} of ${name} ${columns.filter(unitUnsaid).length === 1 ? 'is' : 'are'} measured.`,
      );
    if (key === undefined) open.push(`What names a row of ${name}: no column does, so rows are numbered.`);
    if (table.refused > 0)
      open.push(`Why some rows of ${name} do not fit: they are refused, and listed on the evidence page.`);
    for (const { header, blankWords } of readColumns(table).filter(
      (column) => mayBeBlank(column) && column.blankWords.length > 0,
    ))
      open.push(
        `Whether ${listed(blankWords.map(quoted))} in ${quoted(header)} of ${name} ${blankWords.length === 1 ? 'stands' : 'stand'} for no value.`,
      );
    for (const { header, remark } of columns)
      if (remark !== undefined) open.push(`How ${quoted(header)} of ${name} is to be read: ${remark}.`);
  }
  return open;
}

export function engagementText(tables: readonly DraftTable[], setting: DraftSetting): string {
  const [first] = tables;
  if (first === undefined) throw new Error('An engagement needs a file.');
  const size = first.read.rows.length + first.read.ragged.length - first.refused;
  const { reportDate } = setting;
  const earlier = (a: string, b: string): string => (a < b ? a : b);
  const to = earlier(first.days?.to ?? reportDate, reportDate);
  const engagement = {
    title: setting.title,
    client: '[[? who the work is done for]]',
    version: '0.1',
    workflow: {
      name: '[[? the workflow under test]]',
      from: '[[? the event that starts it]]',
      to: '[[? the event that ends it]]',
    },
    verdict: { text: '[[? the answer of the report, in one sentence]]' },
    promise: {
      text: '[[? what was promised to whom]]',
      business_days: 1,
      starts: '[[? the event that starts the clock]]',
      ends: '[[? the event that stops it]]',
    },
    calendar: {
      time_zone: setting.zone,
      working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      hours: { from: '09:00', to: '17:00' },
    },
    locale: setting.locale,
    currency: setting.currency,
    period: { from: earlier(first.days?.from ?? to, to), to },
    report_date: reportDate,
    population: { size, unit: 'rows', table: first.name },
    sample: {
      size,
      method: `Every row of ${quoted(first.file)} that could be read; none was drawn or left out`,
      table: first.name,
    },
    queues: [{ id: 'first', name: '[[? the queue that work waits in]]', owner: '[[? who answers for it]]' }],
    inspected: tables.map(({ file, id }) => ({
      text: `The file ${quoted(file)}, as it was handed over`,
      sources: [id],
    })),
    exclusions: [
      {
        kind: 'not_tested',
        text: `Everything that ${tables.length === 1 ? 'the file does' : 'the files do'} not say. [[? what else was left out, and why]]`,
      },
    ],
    risk_boundaries: ['[[? what was not touched, and would not be without asking]]'],
    open: unconfirmed(tables, setting),
  };
  return stringify(engagement, { lineWidth: 0, singleQuote: true });
}
