/** Imports one loader file: its definition, or why there is none. */
import type { CheckDefinition, ControlDefinition, TableDefinition } from '../define.ts';
import type { Problem } from '../problem.ts';
import { authorProblem } from './author-error.ts';
import { addressOf, note, takeRefusals, turnTo } from './author.ts';
import type { LoaderFile } from './messages.ts';

export type Definition = TableDefinition | CheckDefinition | ControlDefinition;

const HELPERS = {
  table: 'defineTable<…>()({ … })',
  check: 'defineCheck<…>({ … })',
  control: 'defineControl<…>()({ … })',
} as const;

/** The definition that a loader file exports, or the problem that it exports none. */
export async function importLoader(loader: LoaderFile): Promise<{ definition?: Definition; problems: Problem[] }> {
  turnTo(loader.file);
  try {
    const module = (await import(addressOf(loader.file))) as { default?: unknown };
    const refused = takeRefusals();
    if (refused.length > 0) return { problems: refused };
    const definition = module.default as Definition | undefined;
    if (definition?.kind === loader.kind) return { definition, problems: [] };
    return {
      problems: [
        {
          code: 'loader-no-definition',
          file: loader.file,
          message: `This file does not export a ${loader.kind}.`,
          expected: `export default ${HELPERS[loader.kind]}, as its name (*.${loader.kind}.ts) says`,
          found: definition === undefined ? 'no default export' : 'a default export that is something else',
          hint: "Import the helper from 'workbench'.",
        },
      ],
    };
  } catch (error) {
    note(authorProblem(error, 'while it is loaded'));
    return { problems: takeRefusals() };
  }
}
