import { column, defineTable } from 'workbench';

/** Columns of the accounts that the dashboard's query reads, in order of their first mention. */
function columnsRead(sql: string): { column: string; mentions: number }[] {
  const code = sql.replaceAll(/--.*$/gm, '');
  const words = code.match(/\b[a-z_]+\b/g) ?? [];
  const known = ['account_id', 'signed_at', 'signed_month', 'onboarding_created_at', 'completed_at'];
  return known.map((name) => ({ column: name, mentions: words.filter((word) => word === name).length }));
}

export default defineTable()({
  title: "Columns in the dashboard's query",
  source: 'dashboard-definition',
  key: 'column',
  scope: 'population',
  records: (document) => columnsRead(String(document)),
  columns: {
    column: column.text('Column'),
    mentions: column.number('Mentions in the query', 'mentions'),
  },
});
