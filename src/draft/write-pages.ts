/** The first pages: what can be counted stands there, guarded; what only people know is a blank. */
import { stringify } from 'yaml';
import type { DraftTable } from './draft-table.ts';
import { quoted } from './names.ts';
import { draftFacts } from './write-loaders.ts';

const page = (matter: object, body: string): string =>
  `---\n${stringify(matter, { lineWidth: 0, singleQuote: true })}---\n\n${body.trim()}\n`;

/** A figure of what is missing, where something is; drawn from facts, so that its size does not grow with the file. */
function missingFigure(table: DraftTable): string {
  const { missing } = draftFacts(table);
  if (missing.length === 0) return '';
  const rows = missing.map(({ fact, column }) => `{ id: '${fact}', label: ${JSON.stringify(column.label)} }`);
  const spoken = missing.map(({ fact, column }) => `${quoted(column.header)} {{fact.${fact}}}`).join(', ');
  return `<Figure
  id="missing"
  title="Some rows of ${quoted(table.file)} lack a value"
  deck="Share of rows without a value, of all rows that could be read"
  alt="Shares of rows without a value: ${spoken.replaceAll('"', "'")}."
  holds="${missing[0]?.fact ?? ''} > 0"
  chart={{ type: 'intervals', facts: [${rows.join(', ')}] }}
/>`;
}

export function indexText(tables: readonly DraftTable[]): string {
  const counted = tables.map(
    (table) => `${quoted(table.file)} has <Fact id="${draftFacts(table).rows}"/> rows that could be read.`,
  );
  const medians = tables.flatMap((table) => {
    const { median } = draftFacts(table);
    return median === undefined
      ? []
      : [`The median of ${quoted(median.column.header)} is <Fact id="${median.fact}"/>.`];
  });
  return page(
    { title: 'Summary', nav: 'Summary', order: 0 },
    `<Answers>

<Answer question="Can this workflow be trusted under normal load?">

<Open>what the records say of it</Open>

</Answer>

<Answer question="Which evidence supports that?">

${[...counted, ...medians].join('\n')}
<Open>what else was inspected, and how it was chosen</Open>

</Answer>

<Answer question="What is the smallest safe change?">

<Open>the change, and what it leaves alone</Open>

</Answer>

</Answers>

<FindingsList/>

<Section id="inspected" rail="Inspected" title="What this rests on">

<Inspected/>

</Section>`,
  );
}

export function findingText(table: DraftTable, reportDate: string): string {
  const { rows, missing } = draftFacts(table);
  const [most] = missing;
  const file = quoted(table.file);
  const condition =
    most === undefined
      ? {
          title: `[[? the defect that ${file} shows, in one clause]]`,
          key: { fact: rows, as: 'count', label: 'rows that could be read' },
          condition: {
            text: `{{fact.${rows}}} rows were read, and each has a value in every column that is published.`,
            facts: [rows],
          },
        }
      : {
          title: `Rows of ${file} have no ${quoted(most.column.header)}`,
          holds: `${most.fact} > 0`,
          key: { fact: most.fact, as: 'count', label: `rows without ${quoted(most.column.header)}` },
          condition: {
            text: `${quoted(most.column.header)} is empty in {{fact.${most.fact}}} rows.`,
            facts: missing.map(({ fact }) => fact),
          },
        };
  const { title, holds, key, condition: seen } = condition;
  return page(
    {
      number: 1,
      title,
      lead: '[[? whether that is a fault, and for whom, in two sentences]]',
      summary: '[[? what the summary says of it]]',
      ...(holds !== undefined && { holds }),
      key,
      criteria: { text: '[[? what was promised or required]]', source: '[[? where it was promised]]' },
      condition: seen,
      causes: [
        {
          status: 'hypothesis',
          text: '[[? why it came about]]',
          test: {
            text: '[[? what would settle that]]',
            threshold: '[[? from where on it is supported, and from where on refuted]]',
          },
          stated_on: reportDate,
        },
      ],
      effect: { text: '[[? what it costs, and whom]]' },
      recommendation: { steps: [{ when: 'Now', text: '[[? the smallest safe change]]' }], owner: 'first' },
      control: {
        title: '[[? the control that would have caught it]]',
        rule: '[[? what it does, exactly]]',
        acceptance: ['[[? how anybody can tell that it works]]'],
      },
      checks: [table.name],
    },
    missingFigure(table),
  );
}

export const evidenceText = (tables: readonly DraftTable[]): string =>
  page(
    {
      title: 'Evidence',
      nav: 'Evidence',
      order: 8,
      lead: 'From each number to the check that counted it, from the check to the rows, and from the rows to a file with its digest.',
    },
    `<Verified/>

<Section id="sources" title="Sources" deck="What was inspected, and the digest that each file had when it was taken in.">

<Sources/>

</Section>

<Section id="ledger" title="Ledger" deck="Every fact of the report. Open a row for its definition, its rows and its files.">

<Ledger/>

</Section>

<Section id="refused" title="Refused rows" deck="Rows that could not be read. They are counted in no fact.">

<Refused/>

</Section>

<Section id="stated" title="Stated numbers" deck="Numbers that were typed rather than counted, each with its reason.">

<StatedNumbers/>

</Section>

<Section id="checks" title="Checks" deck="The questions that were asked of the tables, as they ran.">

${tables.map(({ name }) => `<CheckCode id="${name}"/>`).join('\n\n')}

</Section>

<Section id="verify" title="Verify it yourself" deck="A digest shows that a file has not changed since it was taken. It does not show who made the file, or that what it says is true.">

<VerifyYourself/>

</Section>`,
  );

export const scopeText = (): string =>
  page(
    {
      title: 'What was left alone',
      nav: 'Scope',
      order: 9,
      lead: 'A finding is worth as much as its limits are plain.',
    },
    `<Section id="exclusions" rail="Excluded" title="Not proven, not changed, not tested">

<Exclusions/>

</Section>

<Section id="boundaries" rail="Risk boundaries" title="What the work did not touch">

<RiskBoundaries/>

</Section>`,
  );
