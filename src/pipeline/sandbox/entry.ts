/**
 * The process that a loader runs in. It has no right but to read the loaders, our code and our libraries;
 * it learns everything else from its request and answers with one event per line on file 3.
 */
import { readFileSync, writeSync } from 'node:fs';
import { authorProblem } from './author-error.ts';
import { note, settle, takeRefusals } from './author.ts';
import { installGuards } from './guards.ts';
import type { Event, Request, Result } from './messages.ts';
import { installModuleRules } from './modules.ts';

const ANSWERS = 3;
const end = process.exit.bind(process);

function tell(event: Event): void {
  const bytes = Buffer.from(`${JSON.stringify(event)}\n`);
  let sent = 0;
  while (sent < bytes.length) {
    try {
      sent += writeSync(ANSWERS, bytes, sent);
    } catch (error) {
      // The reader is slower than we are; try again.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function answer(result: Result): never {
  tell({ event: 'done', result });
  // Timers that an author left behind must not keep the process.
  return end(0);
}

async function perform(request: Request): Promise<Result> {
  switch (request.task) {
    case 'describe': {
      const { describeLoaders } = await import('./describe-loaders.ts');
      return describeLoaders(request, (file) => {
        tell({ event: 'begin', file });
      });
    }
    case 'table': {
      const { runTable } = await import('./run-table.ts');
      return runTable(request);
    }
    case 'check': {
      const { runCheck } = await import('./run-check.ts');
      return runCheck(request);
    }
    case 'control': {
      const { runControl } = await import('./run-control.ts');
      return runControl(request);
    }
  }
}

const request = JSON.parse(readFileSync(0, 'utf8')) as Request;
// Deep enough to find the author's code below a library's.
Error.stackTraceLimit = 200;
settle(request.place);
installModuleRules({ define: new URL('../define.ts', import.meta.url).href, home: import.meta.url });
installGuards();
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    note(authorProblem(error, 'outside of what it was asked to do'));
    answer({ problems: takeRefusals() });
  });
}
answer(await perform(request));
