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
  readonly column: number;
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

const FRAME = /\(?(file:\/\/[^\s()]+):(\d+):(\d+)\)?$/;

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

/** An absolute address as the author knows it: relative to the root. */
export function relative(url: string): string {
  return decodeURIComponent(url.startsWith(place.root) ? url.slice(place.root.length) : url);
}

export function isAuthored(url: string): boolean {
  return url.startsWith(place.loaders);
}

/** The author's innermost frame of a stack; `within` asks for a frame of one file (relative to the root). */
export function authorPosition(stack: string | undefined, within?: string): Position | undefined {
  for (const line of (stack ?? '').split('\n')) {
    const [, url = '', row, column] = FRAME.exec(line.trim()) ?? [];
    if (!isAuthored(url)) continue;
    const file = relative(url);
    if (within === undefined || file === within) return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}

function excerpt(file: string, line: number): string | undefined {
  try {
    return readFileSync(new URL(place.root + encodeURI(file)), 'utf8').split(/\r?\n/)[line - 1];
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
