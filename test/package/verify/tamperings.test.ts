/** Six hundred altered packages of the sample report: each is found, named by its file and by what was altered, and nothing else is. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { isDigestList } from '../../../src/package/verify/digest-lists.ts';
import { compare } from '../../../src/package/verify/compare.ts';
import { build, copyRoot, repository } from '../../cli/build-runner.ts';
import { readFolder } from './read-folder.ts';
import { pick, TAMPERS, withMatchingLists } from './tamperings.ts';
import type { Files } from '../../../src/package/files.ts';
import type { Tampering } from './tamperings.ts';

const TIMES = 600;

let root: string;
let files: Files;

beforeAll(() => {
  root = copyRoot(repository, 'tampered');
  expect(build(root)).toMatchObject({ code: 0 });
  files = readFolder(join(root, 'dist'));
  // The team's shelf goes out with no report.
  files.delete('index.html');
}, 240_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const sameFiles = (one: Files, other: Files): boolean =>
  one.size === other.size &&
  [...one].every(([path, bytes]) => Buffer.from(bytes).equals(other.get(path) ?? new Uint8Array()));

describe('a package that was altered', { timeout: 480_000 }, () => {
  it(`is found in ${String(TIMES)} of ${String(TIMES)} ways, by file and by what it was`, () => {
    const random = createRandom('tamperings of a package');
    const faults: string[] = [];
    const kinds = new Map<string, number>();
    for (let done = 0; done < TIMES;) {
      let tampering: Tampering | undefined = pick(TAMPERS, random)(files, random);
      const rewritten = random.int(0, 1) === 1;
      if (tampering && rewritten) tampering = withMatchingLists(tampering);
      // A manifest that was altered and made anew is the old one.
      if (!tampering || sameFiles(tampering.files, files)) continue;
      done += 1;
      const { kind, altered, says = '' } = tampering;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const problems = compare({ published: tampering.files, recomputed: files });
      const named = new Set(problems.map(({ file }) => file));
      const touched = altered.filter((path) => !(rewritten && isDigestList(path)));
      const missed = touched.filter((path) => !named.has(path));
      const wrong = [...named].filter(
        (path) => path === undefined || !(altered.includes(path) || (rewritten && isDigestList(path))),
      );
      const silent =
        !(rewritten && altered.every(isDigestList)) && !problems.some(({ message }) => message.includes(says));
      if (missed.length > 0 || wrong.length > 0 || silent || problems.length === 0) {
        const said = problems.map(({ file, message }) => `${file ?? ''}: ${message}`).join(' | ');
        faults.push(
          `${kind} (${altered.join(', ')}), lists ${rewritten ? 'made anew' : 'left'}; "${says}" expected; said: ${said}`,
        );
      }
    }
    expect(faults).toEqual([]);
    expect([...kinds.keys()].length).toBeGreaterThanOrEqual(18);
  });

  it('is not found where nothing was altered', () => {
    expect(compare({ published: new Map([...files].reverse()), recomputed: files })).toEqual([]);
  });
});
