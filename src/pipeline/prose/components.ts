/** The elements that an author may write in MDX, and what each attribute holds. */

/**
 * - `prose`: text for the reader, with references and the number lint
 * - `name`: an id or a word for the machine
 * - `condition`: a condition over facts
 * - `data`: an expression that is data, `{{ … }}`; the text in it is prose where its field is
 * - `reason`: why a number was typed; plain text, not linted
 */
export type AttributeKind = 'prose' | 'name' | 'condition' | 'data' | 'reason';

export interface AttributeSpec {
  readonly kind: AttributeKind;
  readonly required?: true;
}

export type ComponentSpec = Readonly<Record<string, AttributeSpec>>;

const name = { kind: 'name' } as const;
const prose = { kind: 'prose' } as const;
const condition = { kind: 'condition' } as const;
const required = <T extends AttributeKind>(kind: T) => ({ kind, required: true }) as const;

export const COMPONENTS: Readonly<Record<string, ComponentSpec>> = {
  Fact: { id: required('name'), as: name },
  Given: { id: required('name'), as: name },
  Roi: { id: required('name'), as: name },
  Holds: { if: required('condition') },
  Stated: { why: required('reason') },
  Open: {},
  Value: { of: required('name') },

  Section: { id: name, rail: prose, title: prose, deck: prose },
  Answers: {},
  Answer: { question: required('prose'), note: prose },
  Note: {},
  Figure: {
    id: required('name'),
    title: required('prose'),
    deck: prose,
    alt: required('prose'),
    holds: condition,
    chart: required('data'),
    data: name,
  },
  ProofStrip: { table: required('name'), order: required('name'), by: required('prose'), outcomes: required('data') },

  RivalReadings: { facts: required('data'), against: required('data'), flips: { kind: 'data' } },

  FindingsList: {},
  Inspected: {},
  Exclusions: {},
  RiskBoundaries: {},
  Readings: {},
  RoiTeaser: { line: required('name'), assumption: required('name') },
  RoiBench: {},
  Backlog: {},
  RunbookMap: {},
  Sources: {},
  Ledger: {},
  Refused: {},
  Claims: {},
  StatedNumbers: {},
  Verified: {},
  VerifyYourself: {},
  CheckCode: { id: required('name') },
};

/** Fields inside `data` attributes that a reader sees. */
export const PROSE_FIELDS: ReadonlySet<string> = new Set([
  'text',
  'label',
  'detail',
  'title',
  'note',
  'alt',
  'caption',
]);
/** Fields inside `data` attributes that name a fact, or a list of facts. */
export const FACT_FIELDS: ReadonlySet<string> = new Set(['fact', 'facts', 'medians', 'hatched']);

/** Plain HTML that carries no behaviour and no address. */
export const HTML_ELEMENTS: ReadonlySet<string> = new Set(
  'abbr b br caption cite code dd del dfn div dl dt em hr i ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td th thead time tr u ul var'.split(
    ' ',
  ),
);
export const HTML_ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'lang',
  'dir',
  'title',
  'colspan',
  'rowspan',
  'scope',
]);
