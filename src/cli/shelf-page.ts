/** The team's shelf, from the finished output of engagements. */
import { sha256Hex } from '../package/digest.ts';
import { textOf } from '../package/files.ts';
import { shelf } from '../package/shelf.ts';
import { proof } from '../schema/proof.ts';

/**
 * @param ids in the order of the shelf
 * @param read content of a file below `dist`
 */
export function shelfPage(ids: readonly string[], read: (path: string) => Uint8Array | undefined): string {
  const required = (path: string): Uint8Array => {
    const bytes = read(path);
    if (bytes === undefined) throw new Error(`The output has no ${path}.`);
    return bytes;
  };
  return shelf(
    ids.map((id) => {
      const { engagement } = proof.parse(JSON.parse(textOf(required(`${id}/proof.json`))));
      const single = required(`${id}.html`);
      const { title, client, version, report_date: reportDate } = engagement;
      return { id, title, client, version, reportDate, digest: sha256Hex(single), singleFileBytes: single.length };
    }),
  );
}
