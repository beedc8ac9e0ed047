/** `data/<engagement>/sources.yaml`: what was inspected, file by file, with origin and digest. */
import { z } from 'zod';
import { isoInstant, slug } from './text.ts';

export const columnClass = z
  .enum(['public', 'internal', 'personal'])
  .describe(
    '`public` may be published; `internal` serves the loaders and is never published; `personal` never leaves the loaders.',
  );
export type ColumnClass = z.output<typeof columnClass>;

export const sourceFormat = z.enum(['csv', 'jsonl', 'json', 'yaml', 'markdown', 'sql', 'text']);
export type SourceFormat = z.output<typeof sourceFormat>;

/** Formats that hold one record after another; the others are documents, read whole. */
export const recordFormats: ReadonlySet<SourceFormat> = new Set(['csv', 'jsonl']);

export const source = z
  .strictObject({
    id: slug.describe('Unique within the engagement; loaders name the source by it.'),
    file: z.string().min(1).describe('Path below the folder of sources.yaml.'),
    title: z.string().min(1).describe('What a reader calls it.'),
    system: z.string().min(1).describe('The system it was exported from.'),
    origin: z.string().min(1).describe('Who exported it, and how.'),
    extracted_at: isoInstant.describe('When it left the system.'),
    format: sourceFormat.describe('How the file is read: `csv` and `jsonl` record by record, the others whole.'),
    delimiter: z.string().length(1, 'one sign, such as ";"').default(',').describe('Field separator of a CSV file.'),
    rows: z.int().nonnegative().optional().describe('Data rows in the file, refused ones included. Records only.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits, as `sha256sum` prints them')
      .describe('Digest of the bytes of the file, taken at extraction.'),
    max_refused: z
      .int()
      .nonnegative()
      .default(0)
      .describe('How many rows a loader may refuse before the build stops. Refused rows are published.'),
    columns: z
      .record(z.string(), columnClass)
      .optional()
      .describe('Every column of the file in its order, with its class. Records only.'),
  })
  .superRefine((value, context) => {
    const records = recordFormats.has(value.format);
    for (const field of ['rows', 'columns'] as const) {
      if (records === (value[field] !== undefined)) continue;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: records
          ? `a ${value.format} file needs it`
          : `it has no meaning for a ${value.format} document; remove it`,
      });
    }
  });
export type Source = z.output<typeof source>;

export const sourcesFile = z.strictObject({
  representative: z
    .string()
    .optional()
    .describe('Set when the data is made up to show the shape of a report: how it was made. The report says so.'),
  sources: z.array(source).min(1, 'at least one source').describe('Every inspected file.'),
});
export type SourcesFile = z.output<typeof sourcesFile>;
