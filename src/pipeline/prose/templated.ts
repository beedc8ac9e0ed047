/** Templated text: YAML, front matter and attributes. References resolve, stated numbers are collected, the rest is linted. */
import { findNumbers } from '../../core/number-words.ts';
import { ReferenceFault } from '../../core/reference.ts';
import { TemplateError, parseTemplate } from '../../core/template.ts';
import type { ReferenceSource, Segment } from '../../core/template.ts';
import { ConditionFault } from './condition.ts';
import { report } from './context.ts';
import type { Locate, ProseContext } from './context.ts';
import type { Place } from './place.ts';
import { checkRunningText } from './running-text.ts';

/** Resolves a reference, or reports why it cannot be; the text that a reader will see. */
export function resolveAt(
  context: ProseContext,
  place: Place,
  of: ReferenceSource,
  id: string,
  as?: string,
): string | undefined {
  try {
    return context.resolve(of, id, as).text;
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error;
    const { code, message, expected, found, hint } = error;
    report(context, place, { code, message, expected, found, hint });
    return undefined;
  }
}

/** Collects a typed number that its author declares; one without a number in it is reported. */
export function collectStated(context: ProseContext, place: Place, text: string, why: string): void {
  if (findNumbers(text).length === 0) {
    report(context, place, {
      code: 'stated-without-number',
      message: `"${text}" is marked as a typed number, but holds none.`,
      found: text,
      hint: 'Remove the mark: words need no exception.',
    });
    return;
  }
  context.stated.push({ text, file: place.file, line: place.line, why });
}

/** The text as a reader will see it; an unresolved reference as "…". */
export function rendered(context: ProseContext, segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (segment.kind !== 'reference') return segment.text;
      try {
        return context.resolve(segment.of, segment.id, segment.as).text;
      } catch {
        return '…';
      }
    })
    .join('');
}

/**
 * Judges a condition; false, unreadable or about strangers is reported.
 * @param sentence what the reader would see if it stood
 * @param locate from an index in the condition to its place
 */
export function checkCondition(
  context: ProseContext,
  condition: string,
  sentence: string | undefined,
  locate: Locate,
): void {
  try {
    const { holds, filled } = context.judge(condition);
    if (holds) return;
    report(context, locate(0), {
      code: 'condition-false',
      message: sentence === undefined ? 'This condition does not hold.' : `This no longer holds: "${sentence}"`,
      expected: condition,
      found: filled,
      hint: 'Rewrite the sentence so that it says what the records show, then its condition.',
    });
  } catch (error) {
    if (!(error instanceof ConditionFault)) throw error;
    const { message, column, expected, found, hint } = error;
    report(context, locate(Math.max(0, column - 1)), { code: 'condition-unreadable', message, expected, found, hint });
  }
}

/** Reads a criterion: it has to name facts and compare them; whether it holds is what it is for. */
export function checkCriterion(context: ProseContext, criterion: string, locate: Locate): void {
  try {
    context.judge(criterion);
  } catch (error) {
    if (!(error instanceof ConditionFault)) throw error;
    const { message, column, expected, found, hint } = error;
    report(context, locate(Math.max(0, column - 1)), { code: 'criterion-unreadable', message, expected, found, hint });
  }
}

/**
 * Checks one templated text.
 *
 * @param conditions that stand beside it
 * @param mayBeLive whether it may show values of cells
 */
export function checkTemplated(
  context: ProseContext,
  text: string,
  locate: Locate,
  conditions: readonly string[],
  mayBeLive = false,
): void {
  let segments: readonly Segment[];
  try {
    segments = parseTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { message, expected, found, index } = error;
    report(context, locate(index), {
      code: 'template-unreadable',
      message,
      expected,
      found,
      hint: 'Close the mark, or write it as the expected form shows.',
    });
    return;
  }
  for (const segment of segments) {
    switch (segment.kind) {
      case 'text':
        checkRunningText(context, segment.text, (index) => locate(segment.index + index), {
          conditions,
          notation: 'braces',
        });
        break;
      case 'reference':
        resolveAt(context, locate(segment.index), segment.of, segment.id, segment.as);
        break;
      case 'stated':
        collectStated(context, locate(segment.index), segment.text, segment.why);
        break;
      case 'live':
        if (mayBeLive) break;
        report(context, locate(segment.index), {
          code: 'value-out-of-place',
          message: 'A value of a cell is shown by the words of a figure, and by <Value of="…"/> in a sentence.',
          found: segment.text,
          hint: `Write <Value of="${segment.name}"/> in the body of the page.`,
        });
        break;
      case 'open':
      case 'code':
        break;
    }
  }
}
