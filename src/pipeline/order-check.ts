/** Dates, times and sizes of an engagement that cannot be as they stand. */
import type { Engagement } from '../schema/engagement.ts';
import type { Finding } from '../schema/finding.ts';
import type { Authored, AuthoredFile } from './engagement-files.ts';
import type { Problem } from './problem.ts';

/** Period, report date, office hours and sample size, each against what it has to fit. */
export function orderProblems(
  place: AuthoredFile,
  { period, report_date, calendar, population, sample }: Engagement,
): Problem[] {
  const problems: Problem[] = [];
  if (period.from > period.to) {
    problems.push(
      place.problemAt(['period', 'to'], {
        code: 'period-reversed',
        message: 'The period ends before it begins.',
        expected: `a day on or after ${period.from}`,
        hint: 'Swap "from" and "to", or correct one of them.',
      }),
    );
  } else if (report_date < period.to) {
    problems.push(
      place.problemAt(['report_date'], {
        code: 'report-too-early',
        message: 'The report is dated before its period ends.',
        expected: `a day on or after ${period.to}`,
        hint: 'Correct the date of the report or the end of the period.',
      }),
    );
  }
  if (calendar.hours.from >= calendar.hours.to) {
    problems.push(
      place.problemAt(['calendar', 'hours', 'to'], {
        code: 'hours-reversed',
        message: 'Office hours end before they begin.',
        expected: `a time after ${calendar.hours.from}`,
        hint: 'Use the 24-hour clock: "17:00", not "05:00".',
      }),
    );
  }
  if (sample.size > population.size) {
    problems.push(
      place.problemAt(['sample', 'size'], {
        code: 'sample-too-large',
        message: 'The sample is larger than the population it was drawn from.',
        expected: `at most ${population.size}`,
        hint: 'Correct the size of the sample or of the population.',
      }),
    );
  }
  return problems;
}

/** Sources that left their system after the date on the report. */
export function lateSources(
  place: AuthoredFile,
  { sources, engagement }: Pick<Authored, 'sources' | 'engagement'>,
): Problem[] {
  return sources.sources.flatMap(({ extracted_at, id: name }, index) =>
    extracted_at.slice(0, 'YYYY-MM-DD'.length) <= engagement.report_date
      ? []
      : [
          place.problemAt(['sources', index, 'extracted_at'], {
            code: 'source-after-report',
            message: `The source "${name}" left its system after the date on the report.`,
            expected: `a time on or before ${engagement.report_date}, the report_date in engagement.yaml`,
            hint: 'Correct one of the two.',
          }),
        ],
  );
}

/** Hypotheses that claim to have been written down after the report that has their result. */
export function lateHypotheses(
  place: AuthoredFile,
  { causes }: Pick<Finding, 'causes'>,
  { report_date }: Pick<Engagement, 'report_date'>,
): Problem[] {
  return causes.flatMap(({ stated_on }, index) =>
    stated_on === undefined || stated_on <= report_date
      ? []
      : [
          place.problemAt(['causes', index, 'stated_on'], {
            code: 'hypothesis-after-result',
            message: 'This hypothesis was written down after the date on the report, so after its result.',
            expected: `a day on or before ${report_date}, the report_date in engagement.yaml`,
            found: stated_on,
            hint: 'Correct one of the two; a threshold set after the result proves nothing.',
          }),
        ],
  );
}
