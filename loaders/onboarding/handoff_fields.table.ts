import { column, defineTable } from 'workbench';
import { z } from 'zod';

const form = z.object({
  fields: z.array(
    z.object({ id: z.string(), label: z.string(), type: z.string(), group: z.string(), required: z.boolean() }),
  ),
});

export default defineTable()({
  title: 'Fields of the handoff form',
  source: 'handoff-form',
  key: 'field',
  scope: 'population',
  records: (document) => form.parse(document).fields.map(({ id, ...rest }) => ({ field: id, ...rest })),
  columns: {
    field: column.text('Field'),
    label: column.text('Label'),
    type: column.text('Type'),
    group: column.text('Group'),
    required: column.boolean('Required to submit'),
  },
});
