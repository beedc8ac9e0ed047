/** `data/<engagement>/sources.yaml`: what was inspected, file by file, with origin and digest. */
import { z } from 'zod';
import { isoInstant, slug } from './text.ts';

export const columnClass = z
  .enum(['public', 'internal', 'pseudonymous', 'personal'])
  .describe(
    '`public` may be published; `internal` serves the loaders and is never published; `pseudonymous` holds ids that loaders, and the report, see under other names; `personal` never leaves the loaders.',
  );
export type ColumnClass = z.output<typeof columnClass>;

export const sourceFormat = z.enum(['csv', 'jsonl', 'json', 'yaml', 'markdown', 'sql', 'text']);
export type SourceFormat = z.output<typeof sourceFormat>;

/** Formats that hold one record after another; the others are documents, read whole. */
export const recordFormats: ReadonlySet<SourceFormat> = new Set(['csv', 'jsonl']);

const digest = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits');

export const parameter = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'text, a number, true, false or nothing',
);

/** What a source that was asked of a database was asked with. The build reads the file; `npm run refresh` asks anew. */
export const sourceQuery = z.strictObject({
  sql: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\.sql$/, 'a file with one SELECT, such as "accounts.sql"')
    .describe('The query: a file below the folder of the loaders, in the SQL of the database.'),
  database: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'the name of a variable of the environment, such as "BILLING_DATABASE"')
    .describe('Variable of the environment that holds the address of the database. The address stands nowhere else.'),
  parameters: z
    .record(z.string().regex(/^[a-z]\w*$/, 'a name in lower case'), parameter)
    .default({})
    .describe('Values that stand in the query as `$name`.'),
  fresh_days: z
    .int()
    .positive('a whole number of days, at least 1')
    .describe('How many days before the date of the report the answer may have been taken.'),
  seconds: z
    .int()
    .min(1, 'at least 1')
    .max(3600, 'at most 3600, an hour')
    .default(60)
    .describe('Seconds after which the query is stopped.'),
  asked: digest.describe('Digest of the query and its parameters when it was asked; `npm run refresh` writes it.'),
  answered: digest.describe(
    'Digest of what was asked, when, and of the rows and sha256 that came back; `npm run refresh` writes it.',
  ),
});
export type SourceQuery = z.output<typeof sourceQuery>;

export const source = z
  .strictObject({
    id: slug.describe('Unique within the engagement; loaders name the source by it.'),
    file: z.string().min(1).describe('Path below the folder of sources.yaml.'),
    title: z.string().min(1).describe('What a reader calls it.'),
    system: z.string().min(1).describe('The system it was exported from.'),
    origin: z.string().min(1).describe('Who exported it, and how.'),
    extracted_at: isoInstant.describe('When it left the system.'),
    format: sourceFormat.describe('How the file is read: `csv` and `jsonl` record by record, the others whole.'),
    encoding: z
      .enum(['utf-8', 'windows-1252', 'utf-16le'])
      .optional()
      .describe(
        'How the bytes stand for signs, UTF-8 unless said otherwise. The file stays as it was exported, and so does its digest.',
      ),
    delimiter: z.string().length(1, 'one sign, such as ";"').default(',').describe('Field separator of a CSV file.'),
    rows: z.int().nonnegative().optional().describe('Data rows in the file, refused ones included. Records only.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits, as `sha256sum` prints them')
      .describe('Digest of the bytes of the file, taken at extraction.'),
    query: sourceQuery.optional().describe('For rows that were asked of a database: with what.'),
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
    if (value.query !== undefined && (value.format !== 'csv' || value.delimiter !== ',')) {
      context.addIssue({ code: 'custom', path: ['format'], message: 'an answer is kept as csv, with commas' });
    }
  });
export type Source = z.output<typeof source>;

export const sourcesFile = z.strictObject({
  representative: z
    .string()
    .optional()
    .describe('Set when the data is made up to show the shape of a report: how it was made. The report says so.'),
  pseudonyms: z
    .strictObject({
      salt: z
        .string()
        .regex(/^[A-Z][A-Z0-9_]*$/, 'the name of a variable of the environment, such as "RETURNS_SALT"')
        .describe('Variable that holds the salt; with `_FILE` behind it, the path of a file that does.'),
      commitment: digest.optional().describe('Tells another salt from the right one; the build says what to write.'),
    })
    .optional()
    .describe('How ids in columns classed `pseudonymous` get their other names.'),
  sources: z.array(source).min(1, 'at least one source').describe('Every inspected file.'),
});
export type SourcesFile = z.output<typeof sourcesFile>;
