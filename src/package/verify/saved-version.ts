/** A version that a reader has saved from the single file: what of it is still the published report. */
import { textOf } from '../files.ts';
import { ORIGIN, readOrigin } from '../single-file/origin.ts';
import { unpackText } from './explain-packed.ts';
import { shortened } from './explanation.ts';
import { isTag, readMarkup, readTag, shownText } from './markup.ts';
import type { Origin } from '../single-file/origin.ts';
import type { Explanation } from './explanation.ts';
import type { Tag } from './markup.ts';

const STATE = 'report-state';

const tags = (text: string, name: string): Tag[] =>
  readMarkup(text)
    .pieces.filter((piece) => isTag(piece) && piece.slice(1, name.length + 1).toLowerCase() === name)
    .map(readTag);

function metaOf(text: string, name: string): string | undefined {
  if (!text.includes(name)) return undefined;
  const found = tags(text, 'meta').find(({ attributes }) => attributes.get('name') === name);
  return found && shownText(found.attributes.get('content') ?? '');
}

/** What the head of a single file says of where it comes from; undefined where it says nothing. */
export const originOf = (bytes: Uint8Array): Origin | undefined => readOrigin(metaOf(textOf(bytes), ORIGIN) ?? '');

export const isSavedVersion = (bytes: Uint8Array): boolean => metaOf(textOf(bytes), STATE) !== undefined;

function packedIn(text: string): string {
  const { pieces } = readMarkup(text);
  const at = pieces.findIndex((piece) => /^<script\b[^>]*\bdata-packed/i.test(piece));
  return pieces[at + 1]?.trim() ?? '';
}

/** The policy decides which scripts run; a saved version keeps it as it was published. */
const policyOf = (text: string): string | undefined =>
  tags(text, 'meta')
    .find(({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    ?.attributes.get('content');

/**
 * A saved version never has the published bytes: the browser wrote it, with the reader's values in it.
 * What it carries packed, and the policy that says which scripts may run, can still be compared.
 */
export function explainSavedVersion(published: Uint8Array, recomputed: Uint8Array): Explanation[] {
  const [ours, theirs] = [textOf(published), textOf(recomputed)];
  const origin = originOf(published);
  const right = originOf(recomputed);
  const [packed, whole] = [unpackText(packedIn(ours)), unpackText(packedIn(theirs))];
  const isSame =
    packed !== undefined && JSON.stringify(packed) === JSON.stringify(whole) && policyOf(ours) === policyOf(theirs);
  const comes =
    origin === undefined
      ? 'It does not say which report it was saved from.'
      : `It says that it was saved from version ${origin.version} of "${origin.id}", whose manifest has the digest ${origin.manifest}${
          origin.manifest === right?.manifest
            ? '; that is the report recomputed here'
            : '; that is another one than was recomputed here'
        }.`;
  return [
    {
      code: 'saved-version',
      message: `This is a version that a reader saved, not the published file. ${comes}`,
      expected: 'the bytes of the published file',
      found: `the reader's state ${shortened(metaOf(ours, STATE) ?? '')}`,
      hint: isSame
        ? 'Its evidence, data and scripts are the published ones, and open as such. Figures that depend on the reader’s values, and its sentences, cannot be verified here: compare them with the published file, or press "reset" in it.'
        : 'Its evidence, data or scripts are not the published ones: do not rely on it, and ask for the published file.',
    },
  ];
}
