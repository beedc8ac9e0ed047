/** Front matter of an MDX file, read as raw YAML with the line numbers of the real file. */
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml.ts';
import type { YamlDocument } from './yaml.ts';

const FENCE = /^---[ \t]*$/;

/**
 * The YAML between the two `---` lines at the top.
 * A file without them gives a problem, never an empty value.
 */
export function parseFrontMatter(file: string, text: string): { document?: YamlDocument; problems: Problem[] } {
  const lines = text.split(/\r?\n/);
  const [first = ''] = lines;
  if (!FENCE.test(first)) {
    return {
      problems: [
        {
          code: 'front-matter-missing',
          file,
          line: 1,
          message: 'The file has no front matter.',
          expected: '"---" on the first line, then fields such as "title:", then "---"',
          found: first.trim() === '' ? 'an empty line' : first.slice(0, 60),
          hint: 'Put the front matter at the very top of the file.',
        },
      ],
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1) {
    return {
      problems: [
        {
          code: 'front-matter-open',
          file,
          line: 1,
          message: 'The front matter has no end.',
          expected: 'a line "---" after the last field',
          found: 'none in the file',
          hint: 'Close it with a line "---" before the text.',
        },
      ],
    };
  }
  if (lines.slice(1, end).every((line) => line.trim() === '' || line.trim().startsWith('#'))) {
    return {
      problems: [
        {
          code: 'front-matter-empty',
          file,
          line: 1,
          message: 'The front matter is empty.',
          hint: 'Write its fields between the two "---" lines.',
        },
      ],
    };
  }
  // The first "---" opens a YAML document, so the lines keep their numbers.
  const breaks = [...text.matchAll(/\r?\n/g)];
  const from = breaks[end - 1];
  const { document, problems } = parseYaml(file, text.slice(0, (from?.index ?? 0) + (from?.[0].length ?? 0)));
  return { ...(document && { document: { ...document, text, lineText: (line) => lines[line - 1] ?? '' } }), problems };
}
