/** What a verification says at its end. */
import type { Verdict } from './verify-report.ts';

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

const noted = (notes: readonly string[]): string[] => (notes.length === 0 ? [] : ['', ...notes]);

/** @param path as it was given */
export function agreement({ ids, files, notes, digests }: Verdict, path: string): string {
  const from = ids.map((id) => `data/${id}`).join(', ');
  return [
    ...noted(notes),
    '',
    `${path}: ${files === 1 ? '1 file agrees' : `all ${counted(files, 'file')} agree`}, byte by byte, with what was recomputed from ${from}.`,
    'Compare the digest with the one that you were given by another way:',
    ...[...digests].map(([name, digest]) => `  SHA-256 ${digest}  ${name}`),
  ].join('\n');
}

export function disagreement({ files, problems, notes }: Verdict, path: string): string {
  const differing = new Set(problems.map(({ file }) => file).filter((file) => file !== undefined)).size;
  return [
    ...noted(notes),
    '',
    `${path} does not agree with what was recomputed: of ${counted(files, 'file')}, ${String(differing)} ${differing === 1 ? 'differs' : 'differ'}.`,
    'Expected is what was recomputed, found is what was published.',
  ].join('\n');
}
