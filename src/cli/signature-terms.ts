/** Who signs the package of an engagement, as its author says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../pipeline/authored-file.ts';
import { engagementFileOf } from '../pipeline/engagement-files.ts';
import { engagement } from '../schema/engagement.ts';
import type { SignatureTerms } from '../schema/engagement.ts';

/** Undefined where nobody is named; a file that cannot be read is told by the build. */
export function signatureTerms(root: string, id: string): SignatureTerms | undefined {
  const file = engagementFileOf(id);
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  return readYaml(file, readFileSync(path, 'utf8'), engagement).read?.value.signature;
}
