/** What a command was asked for: engagements, root, and switches. The same words for build, load and dev. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildProblems } from '../pipeline/problem.ts';

export interface Arguments {
  /** Absolute. */
  readonly root: string;
  /** Engagements to build; empty for all. */
  readonly engagements: readonly string[];
  /** Say why each loader ran or did not. */
  readonly explain: boolean;
  /** Print stacks. */
  readonly debug: boolean;
  readonly help: boolean;
}

export const USAGE = `[engagement …] [--root DIR] [--explain] [--debug]

  engagement   folders of content/ to take; all where none is named
  --root DIR   another folder that holds content/, data/ and loaders/
  --explain    say of each loader why it ran or did not
  --debug      print stacks as well`;

/** @throws BuildProblems for an unknown option or a root that is not there */
export function readArguments(args: readonly string[], defaultRoot: string): Arguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        root: { type: 'string' },
        explain: { type: 'boolean', default: false },
        debug: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new BuildProblems([
      {
        code: 'unknown-option',
        message: error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error),
        expected: '[engagement …] [--root DIR] [--explain] [--debug]',
        found: args.join(' '),
        hint: 'With npm, options follow "--": npm run build -- --explain',
      },
    ]);
  }
  const { values, positionals } = parsed;
  const root = resolve(values.root ?? defaultRoot);
  if (!existsSync(root)) {
    throw new BuildProblems([
      {
        code: 'root-missing',
        message: `There is no folder ${root}.`,
        expected: 'a folder that holds content/, data/ and loaders/',
        found: 'nothing',
        hint: 'Check the spelling of --root.',
      },
    ]);
  }
  return { root, engagements: positionals, explain: values.explain, debug: values.debug, help: values.help };
}
