/** Declarations for an editor: what each engagement has for its cells and modules, in `.workbench/types`. */
import { join } from 'node:path';
import { engagementTypes } from '../notebook/types/declarations.ts';
import type { Bundle } from '../schema/bundle.ts';
import { writeAtomically } from './write-atomically.ts';

export function writeTypes(root: string, bundles: readonly Bundle[]): void {
  for (const bundle of bundles)
    writeAtomically(join(root, '.workbench', 'types', `${bundle.id}.d.ts`), engagementTypes(bundle));
}
