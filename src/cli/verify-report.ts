/** One verification: read what was published, make it anew, compare. Nothing of the workspace is written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, textOf } from '../package/files.ts';
import { sha256Hex } from '../package/digest.ts';
import { MANIFEST } from '../package/manifest.ts';
import { judgeSignature, signatureOf } from '../package/signature/judge.ts';
import { compare } from '../package/verify/compare.ts';
import { otherState, sourcesHere } from '../package/verify/made-otherwise.ts';
import { discover } from '../pipeline/discover.ts';
import { BuildProblems } from '../pipeline/problem.ts';
import { readPublished } from './published.ts';
import { recompute } from './recompute.ts';
import { shelfPage } from './shelf-page.ts';
import { signatureTerms } from './signature-terms.ts';
import type { Files } from '../package/files.ts';
import type { Problem } from '../pipeline/problem.ts';
import type { Reporter } from '../pipeline/reporter.ts';
import type { Published } from './published.ts';

export interface VerifyOptions {
  /** Absolute folder with content/, data/ and loaders/. */
  readonly root: string;
  /** Absolute. */
  readonly path: string;
  /** The path as it was given. */
  readonly shownAs: string;
  /** Engagements to look at; empty for all that are found. */
  readonly engagements: readonly string[];
  readonly reporter: Reporter;
}

export interface Verdict {
  /** Every difference; empty where all bytes agree. */
  readonly problems: readonly Problem[];
  readonly ids: readonly string[];
  /** Files that were compared. */
  readonly files: number;
  readonly notes: readonly string[];
  /** Digests to compare with those received by another way, by what they are of. */
  readonly digests: ReadonlyMap<string, string>;
}

function proofIn(files: Files, id: string): unknown {
  const bytes = files.get(`${id}/proof.json`);
  try {
    return bytes && (JSON.parse(textOf(bytes)) as unknown);
  } catch {
    return undefined;
  }
}

/** What can be said where nothing can be recomputed: whether the inspected files are still those of the package. */
function withoutRecomputation(published: Published, root: string, cause: BuildProblems): BuildProblems {
  const sources = published.ids.flatMap((id) =>
    sourcesHere(id, proofIn(published.files, id), (file) => {
      const path = join(root, 'data', id, file);
      return existsSync(path) ? sha256Hex(readFileSync(path)) : undefined;
    }),
  );
  return new BuildProblems([
    {
      code: 'cannot-recompute',
      message: `The report cannot be recomputed: ${published.ids.join(', ')} does not build here, for what follows.`,
      hint: 'Verify with the state of the engagement from which the report was built.',
    },
    ...sources,
    ...cause.problems,
  ]);
}

interface Signatures {
  readonly files: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** No build makes a signature, so none is compared: each is judged by what it says. */
function signatures({ ids, files, shown }: Published, root: string): Signatures {
  const found = new Set<string>();
  const problems: Problem[] = [];
  const notes: string[] = [];
  for (const id of ids) {
    for (const signed of [`${id}/${MANIFEST}`, `${id}.html`]) {
      const [message, signature] = [files.get(signed), files.get(signatureOf(signed))];
      if (signature === undefined) continue;
      found.add(signatureOf(signed));
      const names = { signed: shown(signed), signature: shown(signatureOf(signed)) };
      const judged = judgeSignature(names, message ?? new Uint8Array(), textOf(signature), signatureTerms(root, id));
      problems.push(...judged.problems);
      if (judged.note !== undefined) notes.push(judged.note);
    }
  }
  return { files: found, problems, notes };
}

/** @throws BuildProblems where there is no report at the path, or where it cannot be recomputed */
export async function verifyReport({ root, path, shownAs, engagements, reporter }: VerifyOptions): Promise<Verdict> {
  const { engagements: ids, problems: ofFolders } = discover(root, engagements);
  if (ids.length === 0 || ofFolders.some(({ code }) => code === 'unknown-engagement'))
    throw new BuildProblems(ofFolders);
  const all = engagements.length > 0 ? discover(root).engagements : ids;
  const published = readPublished(path, shownAs, { ids: all, named: engagements });
  const made = await recompute(root, published.ids, reporter).catch((error: unknown) => {
    throw error instanceof BuildProblems ? withoutRecomputation(published, root, error) : error;
  });

  const comparing = reporter.step('Compare');
  const everything: Files = new Map([...made.packages.values()].flatMap((files) => [...files]));
  everything.set('index.html', bytesOf(shelfPage(published.ids, (name) => everything.get(name))));
  const recomputed: Files = new Map([...everything].filter(([name]) => published.covers(name)));
  const { strange, shown } = published;
  const signed = signatures(published, root);
  const files: Files = new Map([...published.files].filter(([name]) => !signed.files.has(name)));
  const states = published.ids.flatMap((id) =>
    otherState(id, proofIn(files, id) ?? published.origin, proofIn(everything, id)),
  );
  const problems = [...states, ...compare({ published: files, recomputed, strange, shown }), ...signed.problems];
  comparing.done();
  const digests = published.ids
    .flatMap((id) => [`${id}/${MANIFEST}`, `${id}.html`])
    .flatMap((name) => {
      const bytes = files.get(name);
      return bytes === undefined ? [] : ([[shown(name), sha256Hex(bytes)]] as const);
    });
  return {
    problems,
    ids: published.ids,
    files: recomputed.size,
    notes: [...published.notes, ...signed.notes],
    digests: new Map(digests),
  };
}
