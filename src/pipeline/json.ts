/** JSON documents; a fault has its place. */
import type { Problem } from './problem.ts';

function fault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** V8 gives the offset of most faults, but not of an unexpected sign: there the shortest beginning that has it is looked for. */
function offsetOf(text: string, message: string): number {
  const stated = /position (\d+)/.exec(message)?.[1];
  if (stated !== undefined) return Math.min(Number(stated), text.trimEnd().length);
  const isUnexpected = (length: number): boolean =>
    fault(text.slice(0, length))?.startsWith('Unexpected token') ?? false;
  if (!isUnexpected(text.length)) return text.trimEnd().length;
  let [sound, faulty] = [0, text.length];
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    if (isUnexpected(middle)) faulty = middle;
    else sound = middle;
  }
  return faulty - 1;
}

/** The document, or where it stops being JSON. */
export function parseJson(file: string, text: string): { document?: unknown; problems: Problem[] } {
  const detail = fault(text);
  if (detail === undefined) return { document: JSON.parse(text) as unknown, problems: [] };
  const before = text.slice(0, offsetOf(text, detail)).split('\n');
  return {
    problems: [
      {
        code: 'json-syntax',
        file,
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
        message: 'This is not JSON that can be read.',
        hint: 'Look for a missing comma, quote or bracket here or just above.',
        excerpt: text.split(/\r?\n/)[before.length - 1] ?? '',
        detail,
      },
    ],
  };
}
