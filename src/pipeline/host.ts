/** Starts a process without rights, hands it a request, and waits for its answer, but not for ever. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import { environment, permissionFlags } from './permissions.ts';
import type { Problem } from './problem.ts';
import type { Answer, Event, Request, Result } from './sandbox/messages.ts';

const ENTRY = fileURLToPath(new URL('./sandbox/entry.ts', import.meta.url));
/** Exit code of Node when the program waits for something that can no longer come. */
const UNSETTLED = 13;

/** A loader that does not end must not outlive the build that started it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface HostOptions {
  /** Milliseconds after which a loader is stopped. */
  readonly timeLimit: number;
}

function collect(stream: unknown): { text: () => string } {
  let text = '';
  (stream as Readable).setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return { text: () => text };
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: boolean;
}

function unanswered(file: string, { code, signal, stopped }: Ending, timeLimit: number, printed: string): Problem {
  const detail = printed === '' ? {} : { detail: printed };
  if (stopped) {
    return {
      code: 'loader-never-ends',
      file,
      message: `This loader was still running after ${String(timeLimit / 1000)} s and was stopped.`,
      hint: 'Look for a loop that does not end, or for work that grows with the square of the rows.',
      ...detail,
    };
  }
  if (code === UNSETTLED) {
    return {
      code: 'loader-never-ends',
      file,
      message: 'This loader waits ("await") for something that never comes.',
      hint: 'Remove the await: everything that a loader may use is there when it begins.',
      ...detail,
    };
  }
  return {
    code: 'loader-dies',
    file,
    message: `The process of this loader ended without an answer (${signal ?? `exit code ${String(code)}`}).`,
    hint: 'Run again with --debug to see what it printed; memory that runs out is the usual cause.',
    ...detail,
  };
}

/** @param loaders absolute folder of the engagement's loaders, links resolved */
export async function ask<R extends Request>(
  request: R,
  loaders: string,
  { timeLimit }: HostOptions,
): Promise<{ answer?: Answer<R>; problems: readonly Problem[] }> {
  const child = spawn(process.execPath, [...permissionFlags(loaders), ENTRY], {
    env: environment,
    cwd: loaders,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [printed, complained, answers] = [collect(child.stdout), collect(child.stderr), collect(child.stdio[3])];
  // A process that dies early closes its end; what it died of is told below.
  child.stdin.on('error', () => undefined).end(JSON.stringify(request));
  running.add(child);
  let stopped = false;
  const limit = setTimeout(() => {
    stopped = true;
    child.kill('SIGKILL');
  }, timeLimit);
  const ending = await new Promise<Ending>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stopped });
    });
  }).finally(() => {
    clearTimeout(limit);
    running.delete(child);
  });

  let at = request.task === 'describe' ? (request.loaders[0]?.file ?? '') : request.loader.file;
  let result: Result | undefined;
  for (const line of answers.text().split('\n')) {
    if (line === '') continue;
    const event = JSON.parse(line) as Event;
    if (event.event === 'begin') at = event.file;
    else result = event.result;
  }
  if (result === undefined)
    return { problems: [unanswered(at, ending, timeLimit, `${printed.text()}${complained.text()}`.trim())] };
  if (result.problems.length > 0 && request.task !== 'describe') return { problems: result.problems };
  return { answer: result as Answer<R>, problems: result.problems };
}
