/** From what Astro wrote to what goes out: the engagement's folder, its proof and manifest, and the single file. */
import { sha256Hex } from './digest.ts';
import { digestLine, manifest, MANIFEST } from './manifest.ts';
import { bytesOf } from './files.ts';
import { gather } from './gather.ts';
import { serializeDocument } from './html.ts';
import { setPolicy } from './policy.ts';
import { findPrivateValues } from './private-scan.ts';
import { proofText, proofSchemaText } from './proof.ts';
import { findRequests } from './request-scan.ts';
import { composeKit, KIT_FOLDER } from '../kit/compose.ts';
import { schemaFile } from '../schema/control.ts';
import { WHOLE_REPORT } from '../schema/whole-report.ts';
import { kitSignature } from './signature/judge.ts';
import { composeSingleFile } from './single-file/compose.ts';
import { UNKNOWN_ORIGIN, originText, withOrigin } from './single-file/origin.ts';
import { wholeReportScript } from './single-file/whole-report.ts';
import { measure } from './sizes.ts';
import type { Files } from './files.ts';
import type { Site } from './gather.ts';
import type { PrivateValue } from './private-scan.ts';
import type { EngagementSizes } from './sizes.ts';
import type { Problem } from '../pipeline/problem.ts';
import type { Bundle } from '../schema/bundle.ts';
import type { MadeFrom } from '../schema/proof.ts';

export interface PackageOptions {
  readonly site: Site;
  readonly bundle: Bundle;
  /** From madeFrom(). */
  readonly madeFrom: MadeFrom;
  /** Every engagement of this build, to keep them apart. */
  readonly engagements: readonly string[];
  readonly privateValues: readonly PrivateValue[];
  /** From routerScript(). */
  readonly router: string;
}

export interface ProofPackage {
  /** Everything that goes out, by its path below `dist`. */
  readonly output: Files;
  readonly sizes: EngagementSizes;
  readonly singleFileBytes: number;
  /** What its authors have still to write or confirm. */
  readonly open: Bundle['open'];
  readonly problems: readonly Problem[];
}

export function packageEngagement(options: PackageOptions): ProofPackage {
  const { site, bundle, madeFrom, engagements, privateValues, router } = options;
  const { id, open } = bundle;
  const { signature } = bundle.engagement;
  const { files, pages, problems: linkProblems } = gather(site, id, engagements);
  for (const [path, document] of pages) {
    setPolicy(document, true);
    files.set(path, bytesOf(serializeDocument(document)));
  }
  files.set('proof.json', bytesOf(proofText(bundle, madeFrom)));
  files.set('proof.schema.json', bytesOf(proofSchemaText()));
  for (const { publishes } of bundle.controls) {
    if (publishes) files.set(schemaFile(publishes.name), bytesOf(`${JSON.stringify(publishes.schema, null, 2)}\n`));
  }
  if (bundle.kit !== undefined) {
    for (const [path, text] of composeKit({ ...bundle, kit: bundle.kit }, signature && kitSignature(signature)))
      files.set(`${KIT_FOLDER}/${path}`, bytesOf(text));
  }
  if (linkProblems.length > 0)
    return { output: new Map(), sizes: measure(files, pages), singleFileBytes: 0, open, problems: linkProblems };

  const slugs = pageOrder(bundle, pages.keys());
  // The manifest covers the copy in the folder, and the published file names the manifest: so the copy does not.
  const composed = composeSingleFile({ files, slugs, router, origin: UNKNOWN_ORIGIN });
  const scanned: Files = new Map(files);
  if (bundle.roi) files.set(WHOLE_REPORT, bytesOf(wholeReportScript(withOrigin(composed))));
  const list = manifest(files);
  files.set(MANIFEST, bytesOf(list));
  const sizes = measure(files, pages);
  const { version } = bundle.engagement;
  const origin = originText({ id, version, workbench: madeFrom.workbench, manifest: sha256Hex(list) });
  const single = bytesOf(withOrigin(composed, origin));
  const singleFile = `${id}.html`;
  const alone: Files = new Map([[singleFile, single]]);
  const problems = [
    ...findRequests(scanned, `dist/${id}`),
    ...findRequests(alone, 'dist'),
    ...findPrivateValues(scanned, privateValues, `dist/${id}`),
    ...findPrivateValues(alone, privateValues, 'dist'),
  ];
  const output: Files = new Map([...files].map(([path, bytes]) => [`${id}/${path}`, bytes]));
  output.set(singleFile, single);
  output.set(`${singleFile}.sha256`, bytesOf(digestLine(single, singleFile)));
  return { output, sizes, singleFileBytes: single.length, open, problems };
}

/** Pages in reading order: as the bundle lists them, then any that only the site knows. */
function pageOrder(bundle: Bundle, paths: Iterable<string>): string[] {
  const written = new Set([...paths].map((path) => path.replace(/\/?index\.html$/, '') || 'index'));
  const listed = bundle.pages.map(({ slug }) => slug).filter((slug) => written.has(slug));
  return [...listed, ...[...written].filter((slug) => !listed.includes(slug)).sort()];
}
