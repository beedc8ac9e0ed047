/** What every component of a page may know: the engagement, the page, and the way to everything else. */
import { givenValues } from '../core/given.ts';
import { createResolver } from '../core/reference.ts';
import type { GivenValue, Resolve } from '../core/reference.ts';
import { roiReferences } from '../core/roi-references.ts';
import type { Bundle, Page } from '../schema/bundle.ts';
import { fileAddress, pageAddress } from './address.ts';
import { ledgerNumbers } from './ledger-number.ts';

export interface Report {
  readonly bundle: Bundle;
  readonly page: Page;
  readonly resolve: Resolve;
  /** Values of the engagement by path, as `given` references name them. */
  readonly given: ReadonlyMap<string, GivenValue>;
  /** Relative address of a page of the report, or of an anchor on it. */
  href(slug: string, anchor?: string): string;
  /** Whether the report has such a page. */
  has(slug: string): boolean;
  /** Relative address of a file of the report, such as `data/records.csv`. */
  file(path: string): string;
  /** Ledger number of a fact: `L04`. */
  ledger(fact: string): string;
  /** Number of a figure in the report. */
  figure(id: string): number;
  /** Whether the first page has the list of findings. */
  readonly findingsListed: boolean;
  /** Called by a component that comes alive in the browser: the page then loads the report's script. */
  wake(): void;
  readonly awake: boolean;
  /** Called by a number that is a door to its evidence: the page then holds the panel of that fact. */
  cite(fact: string): void;
  readonly cited: ReadonlySet<string>;
}

export interface ReportParts {
  readonly bundle: Bundle;
  readonly page: Page;
  readonly figures: ReadonlyMap<string, number>;
  readonly findingsListed?: boolean;
}

export function createReport({ bundle, page, figures, findingsListed = false }: ReportParts): Report {
  const { engagement, facts, suppressed } = bundle;
  const numbers = ledgerNumbers(bundle);
  const given = givenValues(bundle);
  const cited = new Set<string>();
  let awake = false;
  return {
    bundle,
    page,
    resolve: createResolver({
      facts,
      suppressed,
      given,
      roi: bundle.roi === undefined ? [] : roiReferences(bundle.roi),
      locale: engagement.locale,
    }),
    given,
    href: (slug, anchor) => pageAddress(page.slug, slug, anchor),
    has: (slug) => bundle.pages.some((candidate) => candidate.slug === slug),
    file: (path) => fileAddress(page.slug, path),
    ledger: (fact) => numbers.get(fact) ?? '',
    figure: (id) => figures.get(id) ?? 0,
    findingsListed,
    wake() {
      awake = true;
    },
    get awake() {
      return awake;
    },
    cite: (fact) => void cited.add(fact),
    cited,
  };
}
