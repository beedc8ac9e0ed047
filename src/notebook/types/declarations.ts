/** What an engagement has for its cells, as TypeScript declares it: rows of its tables, its facts, its model. */
import type { RoiModel } from '../../core/roi.ts';
import type { Fact } from '../../schema/fact.ts';
import type { ColumnType, Table } from '../../schema/table.ts';

export interface Declared {
  readonly tables: readonly Table[];
  readonly facts: readonly Pick<Fact, 'id' | 'label'>[];
  readonly roi?: RoiModel | undefined;
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  time: 'Date',
  date: 'Date',
};

const quoted = (text: string): string => JSON.stringify(text);
/** A text of the engagement inside a comment cannot end it. */
const comment = (text: string): string => `/** ${text.replaceAll('*/', '*\u200b/').replaceAll(/\s+/g, ' ')} */`;

/** `waiting_spells` as the name of a type: `WaitingSpellsRow`. */
export const rowName = (table: string): string =>
  `${table.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Row`;

function rowOf({ id, title, columns, rows }: Table): string {
  const lines = columns
    .filter(({ class: kind }) => kind === 'public')
    .flatMap(({ name, label, unit, type }) => {
      const mayBeBlank = rows.some((row) => row[name] === null || row[name] === undefined);
      return [
        `  ${comment(unit === undefined ? label : `${label} (${unit})`)}`,
        `  ${quoted(name)}: ${TYPES[type]}${mayBeBlank ? ' | null' : ''};`,
      ];
    });
  return [comment(title), `export interface ${rowName(id)} {`, ...lines, '}'].join('\n');
}

const record = (ids: readonly string[]): string =>
  ids.length === 0 ? '{}' : `{ ${ids.map((id) => `readonly ${quoted(id)}: number`).join('; ')} }`;

const FACT = `/** A fact of the engagement. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly kind: 'proportion' | 'count' | 'median' | 'difference' | 'quantity';
  readonly unit: string;
  readonly value: number;
  readonly count?: number;
  readonly of?: number;
  readonly low?: number;
  readonly high?: number;
  readonly parameters: Readonly<Record<string, number>>;
  /** Keys of the rows that counted. */
  readonly rows: readonly string[];
}`;

/**
 * Declarations of an engagement, the same text for the same bundle.
 * Modules import them as types: `import type { RecordsRow } from '…/.workbench/types/onboarding.d.ts'`.
 */
export function engagementTypes({ tables, facts, roi }: Declared): string {
  return `${[
    '// Written by the workbench from tables, facts and model; whatever is changed here is lost.',
    ...tables.map(rowOf),
    ['export interface Tables {', ...tables.map(({ id }) => `  ${quoted(id)}: ${rowName(id)}[];`), '}'].join('\n'),
    FACT,
    [
      'export interface Facts {',
      ...facts.flatMap(({ id, label }) => [`  ${comment(label)}`, `  readonly ${quoted(id)}: Fact;`]),
      '}',
    ].join('\n'),
    `export interface Roi {\n  readonly assumptions: ${record(roi?.assumptions.map(({ id }) => id) ?? [])};\n  readonly results: ${record(Object.keys(roi?.published ?? {}))};\n}`,
  ].join('\n\n')}\n`;
}
