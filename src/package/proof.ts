/** Writes `proof.json` and the JSON Schema beside it. */
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { auditPercentage } from '../core/denominator-audit.ts';
import { recountData, recountText } from '../core/recount-data.ts';
import { proof } from '../schema/proof.ts';
import { sha256Hex } from './digest.ts';
import { createPlainText } from './plain-text.ts';
import type { RoiModel } from '../core/roi.ts';
import type { Bundle } from '../schema/bundle.ts';
import type { MadeFrom, Proof } from '../schema/proof.ts';

type PlainText = (text: string) => string;

function engagementOf({ id, engagement }: Bundle, plain: PlainText): Proof['engagement'] {
  const { title, client, version, report_date, period, calendar, currency, workflow, population, sample } = engagement;
  return {
    id,
    title: plain(title),
    client,
    version,
    report_date,
    period,
    time_zone: calendar.time_zone,
    currency,
    verdict: plain(engagement.verdict.text),
    promise: plain(engagement.promise.text),
    workflow: { name: workflow.name, from: workflow.from, to: workflow.to },
    population: { size: population.size, unit: population.unit },
    sample: {
      size: sample.size,
      method: plain(sample.method),
      ...(sample.seed !== undefined && { seed: sample.seed }),
    },
    exclusions: engagement.exclusions.map(({ text }) => plain(text)),
    risk_boundaries: engagement.risk_boundaries.map(plain),
  };
}

function findingOf(finding: Bundle['findings'][number], plain: PlainText): Proof['findings'][number] {
  const { slug, number, criteria, condition, causes, effect, recommendation, control, checks } = finding;
  return {
    id: slug,
    number,
    title: plain(finding.title),
    lead: plain(finding.lead),
    criteria: { text: plain(criteria.text), source: criteria.source },
    condition: { text: plain(condition.text), facts: condition.facts },
    causes: causes.map(({ status, text, facts, test, stated_on, standing }) => ({
      status,
      text: plain(text),
      facts,
      ...(test !== undefined && { test: { ...test, text: plain(test.text), threshold: plain(test.threshold) } }),
      ...(standing !== undefined && { standing }),
      ...(stated_on !== undefined && { stated_on }),
    })),
    effect: { text: plain(effect.text), lines: effect.lines },
    recommendation: {
      steps: recommendation.steps.map(({ when, text }) => ({ when, text: plain(text) })),
      owner: recommendation.owner,
      effort: recommendation.effort,
    },
    control: {
      title: plain(control.title),
      rule: plain(control.rule),
      acceptance: control.acceptance.map(plain),
      untouched: control.untouched.map(plain),
      replayed: control.replayed,
    },
    checks,
  };
}

function roiOf(model: RoiModel, plain: PlainText): NonNullable<Proof['roi']> {
  const both = (id: string): { published: number; exact: number } => {
    const [published, exact] = [model.published[id], model.exact[id]];
    if (published === undefined || exact === undefined) throw new Error(`The ROI model has no value for "${id}".`);
    return { published, exact };
  };
  const units = new Map(model.lines.map(({ id, unit }) => [id, unit]));
  return {
    assumptions: model.assumptions.map(
      ({ id, label, value, unit, low, high, interval, basis, source, owner, as_of, fact }) => ({
        id,
        label,
        value,
        unit,
        low,
        high,
        ...(interval && { interval }),
        basis,
        source: plain(source),
        owner,
        ...(as_of !== undefined && { as_of }),
        ...(fact !== undefined && { fact }),
      }),
    ),
    steps: model.steps.map(({ id, label, formula, unit }) => ({ id, label, formula, unit, ...both(id) })),
    lines: model.lines.map(({ id, label, class: kind, benefit, finding, control, hangs_on, ramp, overlap, unit }) => ({
      id,
      label,
      class: kind,
      ...(kind === 'labour' && { benefit: benefit ?? 'capacity' }),
      ...(finding !== undefined && { finding }),
      ...(control !== undefined && { control }),
      ...(hangs_on !== undefined && { hangs_on }),
      ...(ramp !== undefined && { ramp }),
      ...(overlap !== undefined && { overlap }),
      unit,
      ...both(id),
    })),
    ...(model.overlaps.length > 0 && { overlaps: model.overlaps }),
    totals: model.totals.map(({ id, label, class: kind, lines }) => ({
      id,
      label,
      class: kind,
      unit: units.get(lines[0] ?? '') ?? '',
      lines,
      ...both(id),
    })),
  };
}

function recountOf(bundle: Bundle): Proof['recount'] {
  const data = recountData(bundle, sha256Hex);
  return {
    sha256: sha256Hex(recountText(data)),
    tables: data.tables.map(({ id, columns, values, sha256 }) => ({
      id,
      rows: values[0]?.length ?? 0,
      columns: columns.map(({ name }) => name),
      sha256,
    })),
  };
}

/** What a bundle proves, validated against the schema that goes out with it. */
export function proofOf(bundle: Bundle, madeFrom: MadeFrom): Proof {
  const plain = createPlainText(bundle);
  const {
    representative,
    sources,
    queries,
    facts,
    suppressed,
    checks,
    controls,
    findings,
    refused,
    stated,
    open,
    roi,
    engagement,
  } = bundle;
  return proof.parse({
    format: 1,
    made_from: madeFrom,
    engagement: engagementOf(bundle, plain),
    ...(representative !== undefined && { representative: plain(representative) }),
    sources: sources.map(
      ({ columns: _columns, delimiter: _delimiter, encoding: _encoding, max_refused: _limit, ...source }) => ({
        ...source,
        refused: refused.filter((row) => row.source === source.id).length,
      }),
    ),
    queries,
    facts: facts.map(({ population: _population, show: _show, ...fact }) => fact),
    ...(suppressed.length > 0 && { suppressed }),
    checks,
    controls,
    findings: findings.map((finding) => findingOf(finding, plain)),
    claims: engagement.claims.map(({ holds: _holds, ...claim }) => ({
      ...claim,
      ...(claim.percent !== undefined &&
        claim.of !== undefined && {
          audit: auditPercentage({ ...claim, percent: claim.percent, of: claim.of }),
        }),
      text: plain(claim.text),
      comment: plain(claim.comment),
    })),
    refused,
    stated,
    ...(open.length > 0 && { open: open.map(({ text, ...place }) => ({ text: plain(text), ...place })) }),
    ...(roi && { roi: roiOf(roi, plain) }),
    recount: recountOf(bundle),
  } satisfies Proof);
}

/** `proof.json` in canonical form (RFC 8785): the same proof is the same bytes. */
export function proofText(bundle: Bundle, madeFrom: MadeFrom): string {
  // A round trip through JSON leaves out what is undefined, as the file does.
  const text = canonicalize(JSON.parse(JSON.stringify(proofOf(bundle, madeFrom))));
  if (text === undefined) throw new Error('The proof cannot be written as canonical JSON.');
  return `${text}\n`;
}

/** `proof.schema.json`: JSON Schema 2020-12, made from the schema that the build validates with. */
export function proofSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(proof), null, 2)}\n`;
}
