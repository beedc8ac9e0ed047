/** A query that rows of the report come from, as it was asked. */
import { z } from 'zod';
import { parameter } from './sources.ts';

export const query = z.strictObject({
  file: z.string().describe('Where it stands, relative to the project.'),
  sql: z.string().describe('The query itself.'),
  parameters: z.record(z.string(), parameter).describe('Values that stand in it as `$name`.'),
  engine: z
    .enum(['DuckDB', 'PostgreSQL'])
    .describe(
      'DuckDB ran it in the build, over inspected files; PostgreSQL answered it once, and the answer is a file.',
    ),
  table: z.string().optional().describe('Table whose rows it gave in the build.'),
  source: z.string().optional().describe('Source that holds the answer.'),
});
export type Query = z.output<typeof query>;
