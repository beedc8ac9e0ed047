/** A proposed rule, tried on history: replays one by one, a run over the sample, and planted defects. */
import { z } from 'zod';
import { factId } from './text.ts';

export const controlName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'the name of a control such as "late_handoff" (lower case, words joined by "_")');

export const replay = z.strictObject({
  table: z.string().describe('Table that the case was taken from.'),
  key: z.string().describe('Key of its row.'),
  tries: z.string().min(1).describe('What the case tries.'),
  show: z.array(z.string()).describe('Public columns that are printed beside the case.'),
  expected: z.string().describe('What the acceptance criteria ask for, in words.'),
  actual: z.string().describe('What the rule decided, in words.'),
  decision: z.json().describe('What the rule decided, in full.'),
  pass: z.boolean(),
  line: z.int().positive().describe('Line of the file that states the case.'),
});
export type ReplayResult = z.output<typeof replay>;

export const mutation = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name in lower case, words joined by "_"'),
  defect: z.string().min(1).describe('What was planted in the rule.'),
  caught_by: z.array(z.string()).describe('Keys of the replays that it fails.'),
  survives: z.string().min(1).optional().describe('Why no replay finds it, where none does.'),
});
export type MutationResult = z.output<typeof mutation>;

export const published = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_.-]*$/, 'a name in lower case such as "provisioning.exception"'),
  schema: z.record(z.string(), z.json()).describe('JSON Schema of the record that the rule writes.'),
});

export const control = z.strictObject({
  id: controlName,
  title: z.string().min(1),
  file: z.string().describe('File of the control, relative to the project.'),
  code: z.string().describe('The control as it ran.'),
  tables: z.array(z.string()),
  acceptance: z.array(z.string().min(1)).min(1).describe('What has to be true of it, in plain words.'),
  replays: z.array(replay).min(1).describe('Historical cases, in the order of the file.'),
  facts: z.array(factId).describe('What the rule would have caught, missed and flagged wrongly over the sample.'),
  mutations: z.array(mutation).min(3).describe('Defects planted to prove that a replay can fail.'),
  publishes: published.optional(),
});
export type Control = z.output<typeof control>;

/** Where the schema of the records that a control writes lies in the package. */
export const schemaFile = (name: string): string => `schemas/${name}.schema.json`;
