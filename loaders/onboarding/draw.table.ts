import { column, defineTable } from 'workbench';
import { z } from 'zod';

const record = z.object({ drawn: z.array(z.string()) });

export default defineTable()({
  title: 'Accounts as they were drawn',
  source: 'sampling',
  key: 'account_id',
  scope: 'population',
  records: (document, source) =>
    record.parse(document).drawn.map((account_id, index) => ({
      account_id,
      position: index + 1,
      extracted_at: new Date(source.extracted_at),
    })),
  columns: {
    account_id: column.text('Account'),
    position: column.number('Position in the draw', 'draws'),
    extracted_at: column.time('Extracted'),
  },
});
