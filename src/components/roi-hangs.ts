/** What the lines of the model hang on, with the way to it. */
import { valueText } from '../charts/roi-control.ts';
import type { RoiLine } from '../core/roi-definition.ts';
import type { Report } from './report.ts';
import { modelOf } from './roi-bench.ts';

interface Door {
  readonly title: string;
  readonly href: string;
}

export interface HangingLine {
  readonly label: string;
  readonly kind: string;
  readonly finding: Door | undefined;
  readonly control: Door | undefined;
  readonly hangsOn: string | undefined;
  /** Of the published version. */
  readonly ramp: string;
}

export interface RoiHangsView {
  readonly lines: readonly HangingLine[];
  readonly overlaps: readonly { readonly label: string; readonly lines: string; readonly why: string }[];
  /** Whether any line says when it has its full effect. */
  readonly ramps: boolean;
}

const KINDS = { hard_saving: 'hard saving', capacity: 'capacity released' } as const;

const kindOf = ({ class: group, benefit = 'capacity' }: RoiLine): string =>
  group === 'revenue_protection' ? 'revenue protection' : KINDS[benefit];

/** @throws Error where the engagement declares no model */
export function roiHangs(report: Report): RoiHangsView {
  const { findings, controls, engagement } = report.bundle;
  const model = modelOf(report);
  const { assumptions, overlaps, case: businessCase } = model;
  const rampOf = ({ id, ramp = businessCase?.ramp }: RoiLine): string => {
    const counts = model.totals.find((total) => total.id === businessCase?.total)?.lines.includes(id) === true;
    const found = counts ? assumptions.find((assumption) => assumption.id === ramp) : undefined;
    return found === undefined ? '' : valueText(found.value, found.unit, engagement.locale);
  };
  return {
    lines: model.lines.map((line) => {
      const finding = findings.find(({ slug }) => slug === line.finding);
      const control = controls.find(({ id }) => id === line.control);
      const page = `findings/${line.finding ?? ''}`;
      return {
        label: line.label,
        kind: kindOf(line),
        finding: finding && { title: finding.title, href: report.href(page) },
        control: finding && {
          title: control?.title ?? finding.control.title,
          href: report.href(page, control && `control-${control.id}`),
        },
        hangsOn: line.hangs_on,
        ramp: rampOf(line),
      };
    }),
    overlaps: overlaps.map(({ id, label, why }) => ({
      label,
      why,
      lines: model.lines
        .filter(({ overlap }) => overlap === id)
        .map((line) => line.label)
        .join(', '),
    })),
    ramps: model.lines.some(({ ramp }) => ramp !== undefined),
  };
}
