/** The inspected files of an engagement as loaders receive them; every file is read and held against its digest. */
import type { SourcesFile } from '../schema/sources.ts';
import { recordFormats } from '../schema/sources.ts';
import type { Problem } from './problem.ts';
import { readDocument, readRecords } from './records.ts';
import type { SourceInput } from './sandbox/messages.ts';
import { readSourceFile, unlistedFiles } from './source-file.ts';

/** @returns inputs by source id; one with a problem is left out */
export function readInputs(
  root: string,
  id: string,
  sources: SourcesFile,
): { inputs: Map<string, SourceInput>; problems: Problem[] } {
  const inputs = new Map<string, SourceInput>();
  const problems = unlistedFiles(root, id, sources);
  for (const source of sources.sources) {
    const { sourceFile, problems: faults } = readSourceFile(root, id, source);
    problems.push(...faults);
    if (sourceFile === undefined) continue;
    const { file } = sourceFile;
    if (recordFormats.has(source.format)) {
      const { records, problems: found } = readRecords(sourceFile);
      problems.push(...found);
      if (found.length === 0) inputs.set(source.id, { source, file, records });
    } else {
      const { document, problems: found } = readDocument(sourceFile);
      problems.push(...found);
      if (found.length === 0) inputs.set(source.id, { source, file, document });
    }
  }
  return { inputs, problems };
}
