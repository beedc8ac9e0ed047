/** A name that one file uses for something that another declares. */
import { nearest } from '../core/nearest.ts';
import type { AuthoredFile } from './authored-file.ts';
import { byCodePoint } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml.ts';

/** Things of one kind: their noun, their names, and where they are declared. */
export interface Declared {
  /** "queue", "fact". */
  readonly noun: string;
  readonly names: ReadonlySet<string>;
  /** "engagement.yaml", "the checks". */
  readonly where: string;
}

const MOST_LISTED = 12;

function listed(names: ReadonlySet<string>): string {
  const sorted = [...names].sort(byCodePoint);
  const more = sorted.length - MOST_LISTED;
  return more > 0 ? `${sorted.slice(0, MOST_LISTED).join(', ')} and ${more} more` : sorted.join(', ');
}

/** The problem with a name that nothing declares, at its place; none where it is declared. */
export function unknownName(
  place: AuthoredFile,
  path: Path,
  name: string,
  { noun, names, where }: Declared,
): Problem[] {
  if (names.has(name)) return [];
  const meant = nearest(name, names);
  return [
    place.problemAt(path, {
      code: `unknown-${noun.replaceAll(' ', '-')}`,
      message: `There is no ${noun} "${name}" in ${where}.`,
      expected:
        names.size === 0 ? `a ${noun}, and there is none yet` : `${names.size > 1 ? 'one of ' : ''}${listed(names)}`,
      found: name,
      hint: meant === undefined ? `Correct the name, or add the ${noun}.` : `Did you mean "${meant}"?`,
    }),
  ];
}

/** The problems of a list of names. */
export const unknownNames = (
  place: AuthoredFile,
  path: Path,
  names: readonly string[],
  declared: Declared,
): Problem[] => names.flatMap((name, index) => unknownName(place, [...path, index], name, declared));

/** Entries of a list whose name an earlier entry has. */
export function repeatedNames(
  place: AuthoredFile,
  path: Path,
  names: readonly string[],
  noun: string,
  field: string,
): Problem[] {
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    if (first === index) return [];
    const at = [...path, index, field];
    const before = place.positionOf([...path, first, field]).line;
    return [
      place.problemAt(at, {
        code: `repeated-${noun.replaceAll(' ', '-')}`,
        message: `The ${noun} "${name}" stands here a second time.`,
        expected: `every ${noun} once; the first is on line ${before}`,
        found: name,
        hint: 'Rename one of the two, or remove it.',
      }),
    ];
  });
}
