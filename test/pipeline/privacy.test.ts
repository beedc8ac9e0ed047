import { describe, expect, it } from 'vitest';
import { leakProblems, personalValues } from '../../src/pipeline/privacy.ts';
import type { SourceInput } from '../../src/pipeline/sandbox/messages.ts';
import type { Table } from '../../src/schema/table.ts';

function input(
  columns: Record<string, 'public' | 'internal' | 'personal'>,
  ...rows: Record<string, unknown>[]
): SourceInput {
  return {
    source: {
      id: 'people',
      file: 'people.jsonl',
      title: 'People',
      system: 'System',
      origin: 'Export',
      extracted_at: '2026-04-13T18:00:00-04:00',
      format: 'jsonl',
      delimiter: ',',
      rows: rows.length,
      sha256: '0'.repeat(64),
      max_refused: 0,
      columns,
    },
    file: 'data/x/people.jsonl',
    records: rows.map((values, index) => ({ line: index + 1, values })),
  };
}
const columns = { id: 'public', company: 'public', name: 'personal', contact: 'personal', note: 'internal' } as const;
const found = (...rows: Record<string, unknown>[]) => [...personalValues([input(columns, ...rows)]).keys()];

describe('personalValues', () => {
  it('takes distinct values of personal columns, trimmed, and of what they hold inside', () => {
    expect(
      found(
        { name: ' Ada Byron ', contact: { email: 'ada@example.org', phones: [5551234] } },
        { name: 'Ada Byron', note: 'secret' },
      ),
    ).toEqual(['Ada Byron', 'ada@example.org', '5551234']);
  });

  it('leaves out what is too short to be told from chance, and what is public anyway', () => {
    expect(found({ name: 'Ada', company: 'x' }, { name: 'Lovelace Ltd', company: 'Lovelace Ltd' })).toEqual([]);
  });
});

describe('leakProblems', () => {
  const values = personalValues([input(columns, { name: 'Ada Byron', contact: 'a+b@example.org' })]);
  const table = (text: string): Table => ({
    id: 'notes',
    title: 'Notes',
    scope: 'log',
    key: 'id',
    sources: ['people'],
    loader: 'loaders/x/notes.table.ts',
    columns: [
      { name: 'id', label: 'Id', type: 'text', class: 'public' },
      { name: 'text', label: 'Text', type: 'text', class: 'public' },
    ],
    rows: [{ id: 'n1', text }],
  });
  const leaks = (text: string) => leakProblems(values, { tables: [table(text)], facts: [], refused: [] });

  it('finds a value within a text, and does not repeat it', () => {
    const [problem] = leaks('called Ada Byron, twice');
    expect(problem).toMatchObject({
      code: 'personal-value-published',
      file: 'loaders/x/notes.table.ts',
      field: 'text',
    });
    expect(JSON.stringify(problem)).not.toContain('Byron');
  });

  it('takes signs of a value as they are, and whole words only', () => {
    expect(leaks('a+b@example.org')).toHaveLength(1);
    expect(leaks('aab@example.org')).toHaveLength(0);
    expect(leaks('Ada Byronson')).toHaveLength(0);
  });

  it('looks at refused rows too', () => {
    const row = {
      source: 'people',
      file: 'data/x/people.jsonl',
      line: 3,
      column: 'text',
      value: 'for Ada Byron',
      reason: 'a date is expected',
    };
    expect(leakProblems(values, { tables: [], facts: [], refused: [row] })).toHaveLength(1);
  });
});
