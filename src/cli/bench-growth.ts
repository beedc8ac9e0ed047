/** Builds of many engagements: copies of a small one, each under a name of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './astro-site.ts';
import type { BuildMeasure } from './bench-build.ts';

const PARTS = ['content', 'data', 'loaders'] as const;
const BUILD = fileURLToPath(new URL('./bench-build.ts', import.meta.url));

/** A folder for measured builds, away from the user's own output. */
export function scratchRoot(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'workbench-bench-')));
}

export function copyEngagement(from: string, to: string, id: string, newId = id): void {
  for (const part of PARTS) {
    mkdirSync(join(to, part), { recursive: true });
    cpSync(join(from, part, id), join(to, part, newId), { recursive: true });
  }
}

/** @throws Error with what the build said where it failed */
export function measureBuild(root: string): BuildMeasure {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILD, root], { encoding: 'utf8', cwd: projectRoot });
  if (status !== 0) throw new Error(`A measured build failed.\n${stderr}${stdout}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as BuildMeasure;
}

export interface Growth {
  readonly engagements: number;
  readonly cold: BuildMeasure;
}

/** Cold builds of so many copies of the fixture. */
export function measureGrowth(engagements: number): Growth {
  const root = scratchRoot();
  try {
    const fixture = join(projectRoot, 'test', 'fixtures', 'good');
    for (let number = 1; number <= engagements; number += 1) {
      copyEngagement(fixture, root, 'parcel-returns', `parcel-returns-${String(number).padStart(3, '0')}`);
    }
    return { engagements, cold: measureBuild(root) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
