import { column, defineTable } from 'workbench';

/** The text of one line of the front matter: `queue: support_ops`. */
function field(page: string, name: string): string {
  return new RegExp(`^${name}: *'?(.*?)'?$`, 'm').exec(page)?.[1] ?? '';
}

/** The items of a list in the front matter, joined by ", ". */
function list(page: string, name: string): string {
  const block = new RegExp(`^${name}:\\n((?: +- .+\\n)+)`, 'm').exec(page)?.[1] ?? '';
  return [...block.matchAll(/- (.+)/g)].map(([, item]) => item).join(', ');
}

export default defineTable()({
  title: 'Runbook pages',
  source: ['runbook-01', 'runbook-02', 'runbook-03', 'runbook-04', 'runbook-05', 'runbook-06', 'runbook-07'],
  key: 'page',
  scope: 'population',
  records: (document, source) => {
    const page = String(document);
    return [
      {
        page: field(page, 'page'),
        title: field(page, 'title'),
        queue: field(page, 'queue'),
        last_reviewed: field(page, 'last_reviewed'),
        requires: list(page, 'requires'),
        handles_alerts: list(page, 'handles_alerts'),
        source: source.id,
      },
    ];
  },
  columns: {
    page: column.text('Page'),
    title: column.text('Title'),
    queue: column.text('Queue that acts'),
    last_reviewed: column.date('Last reviewed'),
    requires: column.text('Fields it requires'),
    handles_alerts: column.text('Alerts it handles'),
    source: column.text('Source'),
  },
});
