/** Looks for what would make a browser ask the network: a report asks for nothing. */
import { resolveAddress } from './addresses.ts';
import { cssAddresses } from './css.ts';
import { sortedPaths, textOf } from './files.ts';
import { elements, ownText, parseDocument } from './html.ts';
import { isInlineCode } from './policy.ts';
import { references } from './references.ts';
import type { Files } from './files.ts';
import type { Problem } from '../pipeline/problem.ts';

const DYNAMIC_IMPORT = /(?<![\w$.])import\s*\(/;

function problem(file: string, message: string, found: string): Problem {
  return {
    code: 'external-request',
    file,
    message,
    expected: 'a report that asks the network for nothing',
    found,
    hint: 'Keep what is needed beside the page, or make it a link that the reader follows.',
  };
}

/** Every automatic address that leaves the folder, and every `import()` in a script. */
export function findRequests(files: Files, folder: string): Problem[] {
  const problems: Problem[] = [];
  const exists = (path: string): boolean => files.has(path);
  for (const path of sortedPaths(files)) {
    const bytes = files.get(path) ?? new Uint8Array();
    const file = `${folder}/${path}`;
    const checkCode = (code: string): void => {
      if (DYNAMIC_IMPORT.test(code))
        problems.push(problem(file, 'A script loads another one while it runs.', 'import(…)'));
    };
    const checkAddress = (address: string, place: string): void => {
      const target = resolveAddress(address, path, exists);
      if (target.kind === 'outside')
        problems.push(problem(file, 'Something on the page is loaded from elsewhere.', `${place}: ${address}`));
      if (target.kind === 'file' && !exists(target.path)) {
        problems.push(
          problem(file, 'Something on the page is loaded from a file that is not there.', `${place}: ${address}`),
        );
      }
    };
    if (path.endsWith('.js')) checkCode(textOf(bytes));
    if (path.endsWith('.css')) for (const address of cssAddresses(textOf(bytes))) checkAddress(address, 'url()');
    if (!path.endsWith('.html')) continue;
    const document = parseDocument(textOf(bytes));
    for (const { address, automatic, place } of references(document)) if (automatic) checkAddress(address, place);
    for (const element of elements(document)) if (isInlineCode(element)) checkCode(ownText(element));
  }
  return problems;
}
