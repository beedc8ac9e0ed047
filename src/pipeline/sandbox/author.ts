/**
 * Where the author's code stands in this process, and what it did that is not allowed.
 * A loader may catch what is thrown at it, so a refusal is also written down when it happens.
 */
import { readFileSync } from 'node:fs';
import type { Problem } from '../problem.ts';
import type { Place } from './messages.ts';

export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Thrown into the author's code; what it did stands in `refusals`. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/**
 * Authored files are known under addresses of their own, relative to the root:
 * no stack and no `import.meta.url` tells a loader, or what it returns, where the machine keeps them.
 */
const AUTHORED = 'authored:///';
const FRAME = /(authored:\/\/\/[^\s()]+):(\d+):(\d+)/;

let place: Place = { root: '', loaders: '' };
let current = '';
const refusals: Problem[] = [];

/** Says where the author's files are. */
export function settle(at: Place): void {
  place = at;
}

/** Names the loader that runs now; problems without a place of their own are its. */
export function turnTo(file: string): void {
  current = file;
}

const encoded = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

/** The address of an authored file, relative to the root. */
export const addressOf = (file: string): string => AUTHORED + encoded(file);

/** The authored file at an address, relative to the root. */
export const fileAt = (address: string): string => decodeURIComponent(address.slice(AUTHORED.length));

/** Whether an address lies among the engagement's loaders. */
export const isAuthored = (address: string): boolean => address.startsWith(AUTHORED + encoded(place.loaders));

/** Where the machine keeps an authored file. */
export const realAddress = (file: string): URL => new URL(place.root + encoded(file));

/** The author's innermost frame of a stack; `within` asks for a frame of one file (relative to the root). */
export function authorPosition(stack: string | undefined, within?: string): Position | undefined {
  for (const line of (stack ?? '').split('\n')) {
    const [, url = '', row, column] = FRAME.exec(line.trim()) ?? [];
    if (!isAuthored(url)) continue;
    const file = fileAt(url);
    if (within === undefined || file === within) return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}

function excerpt(file: string, line: number): string | undefined {
  try {
    return readFileSync(realAddress(file), 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}

/** A problem at a place of the author's code, with the line as it stands there. */
export function problemAt(
  position: Position | undefined,
  problem: Omit<Problem, 'file' | 'line' | 'column' | 'excerpt'>,
): Problem {
  if (position === undefined) return { file: current, ...problem };
  const text = excerpt(position.file, position.line);
  return { ...position, ...problem, ...(text !== undefined && { excerpt: text }) };
}

/** Writes down what the author's code did, and stops it there. */
export function refuse(problem: Omit<Problem, 'file' | 'line' | 'column' | 'excerpt'>, at?: Position): never {
  const whole = problemAt(at ?? authorPosition(new Error('here').stack), problem);
  note(whole);
  throw new Refusal(whole);
}

/** Writes down what the author's code did, and lets it go on. */
export function note(problem: Problem): void {
  if (
    !refusals.some(({ code, file, line }) => code === problem.code && file === problem.file && line === problem.line)
  ) {
    refusals.push(problem);
  }
}

/** What was written down since the last call. */
export function takeRefusals(): Problem[] {
  return refusals.splice(0);
}
