/** Turns what the author's code threw into a problem that names file, line and column of the loader. */
import { FactError } from '../facts.ts';
import type { Problem } from '../problem.ts';
import { authorPosition, fileAt, isAuthored, problemAt, Refusal } from './author.ts';
import type { Position } from './author.ts';

/** The message of anything that can be thrown. */
function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message.split('\n')[0] ?? '';
  return typeof error === 'string' ? error : `a thrown ${error === null ? 'null' : typeof error}`;
}

/** Node prints the address with its line, the line and carets before the stack of a syntax error. */
function syntaxPosition(stack: string): Position | undefined {
  const [head = '', ...rest] = stack.split('\n');
  const [, url = '', line] = /^(authored:\/\/\/.*):(\d+)$/.exec(head) ?? [];
  if (!isAuthored(url)) return undefined;
  const carets = rest.slice(0, 8).find((text) => /^\s*\^+\s*$/.test(text));
  const indent = carets === undefined ? 0 : carets.length - carets.trimStart().length;
  // Node prints the lines before the faulty one too; the number is the faulty line's.
  return { file: fileAt(url), line: Number(line), column: indent + 1 };
}

function hintFor(message: string): string | undefined {
  if (/Invalid (variable reference|function call)/.test(message)) {
    return "Arquero reads such an expression as text: wrap it in escape(…) from 'arquero' to use names from outside it.";
  }
  if (/enum|namespace|parameter propert/.test(message)) {
    return 'Loaders run as they are, with types removed: use plain objects and constants instead.';
  }
  return undefined;
}

/**
 * @param doing what the loader was doing, such as "while it transforms its rows"
 */
export function authorProblem(error: unknown, doing: string): Problem {
  if (error instanceof Refusal) return error.problem;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const message = messageOf(error);
  if (error instanceof FactError) {
    return problemAt(authorPosition(stack), {
      code: 'fact-impossible',
      message,
      hint: error.hint,
    });
  }
  const hint = hintFor(message);
  const syntax = error instanceof SyntaxError ? syntaxPosition(stack) : undefined;
  const missing = (error as { code?: unknown } | null)?.code === 'ERR_MODULE_NOT_FOUND';
  return problemAt(syntax ?? authorPosition(stack), {
    code: syntax || missing ? 'loader-unreadable' : 'loader-throws',
    message:
      syntax || missing
        ? `This loader cannot be read: ${message}.`.replace(/\.\.$/, '.')
        : `This loader throws ${doing}: ${message}`,
    ...(hint !== undefined && { hint }),
    ...(stack !== '' && { detail: stack }),
  });
}
