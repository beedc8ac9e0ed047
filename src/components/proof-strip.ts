/** The proof strip: one mark per sampled record, in order, coloured by outcome. */
import { readStrip, stripTable } from '../charts/read-outcomes.ts';
import { tableOf } from '../charts/source.ts';
import { outcomeList } from '../charts/spec.ts';
import { outcomeCounts } from '../charts/strip.ts';
import type { OutcomeMark } from '../charts/strip.ts';
import { toCsv } from '../core/csv.ts';
import { formatCount } from '../core/format.ts';
import { chartSource, dataPath, inFigure, writtenWrongly } from './figure.ts';
import type { DataFile, FigureReport } from './figure.ts';
import { plainText } from './prose.ts';

export interface ProofStripProps {
  readonly table: string;
  /** Column that the records are sorted by. */
  readonly order: string;
  /** What that order is of, for the reader: "signature". */
  readonly by: string;
  readonly outcomes: unknown;
}

export interface ProofStripView {
  readonly caption: string;
  readonly alt: string;
  /** Left edge and width in per cent of the strip. */
  readonly marks: readonly {
    readonly x: number;
    readonly width: number;
    readonly mark: OutcomeMark;
    readonly key: string;
  }[];
  readonly counts: readonly { readonly count: string; readonly label: string; readonly mark: OutcomeMark }[];
  readonly file: DataFile;
}

/** Share of its place that a mark fills; the rest is paper. */
const FILL = 0.68;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * @throws FigureError where a record has no outcome, or the table or a fact is not there
 */
export function proofStrip(report: FigureReport, { table: id, order, by, outcomes }: ProofStripProps): ProofStripView {
  const parsed = outcomeList.safeParse(outcomes);
  if (!parsed.success) throw writtenWrongly(report, 'proof strip', parsed.error);
  const { locale } = report.bundle.engagement;
  return inFigure(report, 'proof strip', () => {
    const source = chartSource(report);
    const spec = parsed.data.map((outcome) => ({ ...outcome, label: plainText(report, outcome.label) }));
    const data = readStrip(id, order, spec, source);
    const table = tableOf(source, id);
    const total = data.records.length;
    const counts = outcomeCounts(data).map((count, index) => ({
      count: formatCount(count, locale),
      label: data.outcomes[index]?.label ?? '',
      mark: data.outcomes[index]?.mark ?? 'miss',
    }));
    const caption = `${formatCount(total, locale)} ${table.title.charAt(0).toLowerCase()}${table.title.slice(1)}, one mark each, in order of ${plainText(report, by)}`;
    const rows = stripTable(id, order, data, source);
    return {
      caption,
      alt: `${caption}: ${counts.map(({ count, label }) => `${count} ${label}`).join(', ')}.`,
      marks: data.records.map(({ key, outcome }, index) => ({
        x: rounded((100 * (index + (1 - FILL) / 2)) / total),
        width: rounded((100 * FILL) / total),
        mark: data.outcomes[outcome]?.mark ?? 'miss',
        key,
      })),
      counts,
      file: {
        path: dataPath(report.page.slug, 'proof-strip'),
        noun: 'records',
        table: rows,
        csv: toCsv([...rows.columns], rows.rows),
      },
    };
  });
}
