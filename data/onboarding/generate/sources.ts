/** Brings digests and row counts in sources.yaml up to date; everything else in it is written by hand. */
import { createHash } from 'node:crypto';
import { isMap, isSeq, parseDocument, Scalar } from 'yaml';

/**
 * @param text sources.yaml as it stands
 * @param read bytes of a listed file
 * @param rows data rows of the record files, by name
 */
export function updateSources(
  text: string,
  read: (file: string) => Uint8Array,
  rows: ReadonlyMap<string, number>,
): string {
  const document = parseDocument(text);
  const sources = document.get('sources');
  if (!isSeq(sources)) throw new TypeError('sources.yaml: a list under "sources" was expected');
  for (const source of sources.items) {
    if (!isMap(source)) throw new TypeError('sources.yaml: each source was expected to be a map');
    const file = String(source.get('file'));
    const count = rows.get(file);
    if (count !== undefined) source.set('rows', count);
    // Quoted: a digest such as 12e4… would otherwise be read as a number.
    const digest = new Scalar(createHash('sha256').update(read(file)).digest('hex'));
    digest.type = Scalar.QUOTE_SINGLE;
    source.set('sha256', digest);
  }
  return document.toString({ lineWidth: 0 });
}
