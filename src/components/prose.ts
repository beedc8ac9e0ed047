/** Templated text, ready to print: plain words, and numbers that know where their evidence stands. */
import { parseTemplate } from '../core/template.ts';
import type { Report } from './report.ts';

export type Piece =
  | { readonly kind: 'text' | 'code' | 'open'; readonly text: string }
  | { readonly kind: 'live'; readonly text: string; readonly name: string }
  | { readonly kind: 'stated'; readonly text: string; readonly why: string }
  | NumberPiece;

export interface NumberPiece {
  readonly kind: 'number';
  readonly text: string;
  readonly of: 'fact' | 'given' | 'roi';
  readonly id: string;
  readonly as?: string;
  /** Address of the evidence; a number given by the engagement has none. */
  readonly href?: string;
  /** `L04`, for print. */
  readonly ledger?: string;
}

/** A number of the report with its door. */
export function numberPiece(
  report: Pick<Report, 'resolve' | 'href' | 'has' | 'ledger'>,
  of: NumberPiece['of'],
  id: string,
  as?: string,
): NumberPiece {
  const { text } = report.resolve(of, id, as);
  const piece = { kind: 'number', text, of, id, ...(as !== undefined && { as }) } as const;
  if (of === 'fact' && report.has('evidence')) {
    return { ...piece, href: report.href('evidence', `fact-${id}`), ledger: report.ledger(id) };
  }
  if (of === 'roi' && report.has('roi')) return { ...piece, href: report.href('roi', `roi-${id}`) };
  return piece;
}

/** Pieces of a templated text, in order. */
export function prosePieces(report: Pick<Report, 'resolve' | 'href' | 'has' | 'ledger'>, text: string): Piece[] {
  return parseTemplate(text).map((segment): Piece => {
    switch (segment.kind) {
      case 'reference':
        return numberPiece(report, segment.of, segment.id, segment.as);
      case 'live':
        return { kind: 'live', text: segment.text, name: segment.name };
      case 'stated':
        return { kind: 'stated', text: segment.text, why: segment.why };
      default:
        return { kind: segment.kind, text: segment.text };
    }
  });
}

/** The words alone: for titles of windows, alternative texts, and text inside a link. */
export const plainText = (report: Pick<Report, 'resolve' | 'href' | 'has' | 'ledger'>, text: string): string =>
  prosePieces(report, text)
    .map((piece) => piece.text)
    .join('');

/** "Promise: set up within …" is a lead word and its note. */
export function leadWord(text: string): { lead?: string; rest: string } {
  const match = /^([^:.{[]{1,24}): +(\S.*)$/s.exec(text);
  return match === null ? { rest: text } : { lead: match[1] ?? '', rest: match[2] ?? '' };
}
