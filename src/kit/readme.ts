/** What a buyer reads first. */
import type { KitParts } from './compose.ts';

/** Who vouches for the package, as far as the engagement says. */
export interface Signature {
  /** The person or firm that signs. */
  readonly by: string;
  /** Of the public key, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  /** When and by which channel the buyer received the key. */
  readonly received?: string;
  /** How OpenSSH checks it: the line that names the signer, and the command. */
  readonly check?: { readonly line: string; readonly command: string };
}

export interface ReadmeParts {
  readonly parts: KitParts;
  /** Facts that the SQL counts. */
  readonly counted: number;
  /** Files in the order in which they run. */
  readonly order: readonly string[];
  readonly signature?: Signature | undefined;
}

/** Text from outside, in a line of Markdown. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([\\`*_<>[\]|])/g, '\\$1')
    .trim();

function howTo({ check }: Signature): string {
  if (check === undefined) return '';
  return `

The signature, \`../manifest-sha256.txt.sig\`, comes with a package that was signed after it was built. OpenSSH checks it. Put the key that reached you into a file \`allowed_signers\` in the folder above, as

    ${check.line}

and run there

    ${check.command}`;
}

function signed(signature: Signature | undefined): string {
  if (signature === undefined) return 'This package says of no key that it is signed with it.';
  const received = signature.received === undefined ? '' : ` You received the key: ${plain(signature.received)}.`;
  return `Signed by ${plain(signature.by)}, with the key \`${signature.fingerprint.replaceAll('`', '')}\`.${received} The signature covers \`../manifest-sha256.txt\`, and through it every file of the package, this kit included. Compare the fingerprint with the one that reached you by another way.${howTo(signature)}`;
}

function leftOut({ kit, facts }: KitParts): string {
  const groups = kit.checks.flatMap(({ check, query, left_out }) => {
    if (left_out.length === 0) return [];
    const reasons = new Set(left_out.map(({ reason }) => reason));
    // A check that nobody has written has one reason for all of its facts.
    if (query === undefined && reasons.size === 1)
      return [`- The check \`${check}\`, ${String(left_out.length)} facts. ${plain([...reasons][0] ?? '')}`];
    return left_out.map(({ fact, reason }) => `- \`${fact}\`. ${plain(reason)}`);
  });
  const checks = new Set(kit.checks.map(({ check }) => check));
  const replayed = facts.some(({ check }) => !checks.has(check))
    ? '\n\nNor is what the report says of controls: it replays a proposed rule, which is a program of its own.'
    : '';
  if (groups.length === 0) return `Every fact that a check of the report states is counted.${replayed}`;
  return `${groups.join('\n')}${replayed}`;
}

export function readme({ parts, counted, order, signature }: ReadmeParts): string {
  const { engagement, representative } = parts;
  return `# ${plain(engagement.title)}: count it again

This folder holds the checks of the report as SQL, with the sample that they were counted from. It runs as it is, on DuckDB and on PostgreSQL, and ends by saying how many of ${String(counted)} facts agree with the report. Change one file, \`mapping.sql\`, and the same checks count your own records.

The SQL starts from what was recorded (moments, blanks, notes) and not from what the report's own program derived, so it is a second count and not a copy of the first. It was written by the people who wrote the report.
${representative === undefined ? '' : '\nThe sample is made up, to show the shape of a report.\n'}
## Run it

Go to this folder first; the files name each other by where they lie.

**DuckDB**, with Node 20.11 or later (tried with DuckDB 1.5):

    npm install @duckdb/node-api
    node run-duckdb.mjs

or with its own command line, which reads the same files (not tried by us):

    duckdb < run-duckdb.sql

**PostgreSQL** (tried with 15 and 18), with \`psql\` and any database in which you may create temporary tables:

    psql --no-psqlrc --file run-psql.sql "host=… dbname=… user=…"

Everything that is created is temporary and gone when the session ends. Nothing is written to your database, and nothing is sent anywhere.

## Over your own records

1. Open \`mapping.sql\`. It sets the promise, the zone, working days, office hours and holidays, and has one view for each thing that the checks ask for. The comments say what each column means.
2. In each view, write your own table after \`from\`, and your own column or expression in place of the one that stands there. Keep the names after \`as\`, or the name of the column where there is none.
3. Run it again: DuckDB on a database file with \`node run-duckdb.mjs mine.duckdb\` or \`duckdb -readonly mine.duckdb < run-duckdb.sql\`, PostgreSQL on the database that holds the tables. A read replica takes no temporary tables; use a copy.

Facts will then differ from the report, because the records do. \`select * from results\` has the plain numbers. A record whose moments lie outside 2000 to 2099 is not in the calendar and drops out.

## What is here

| file | what it is |
| --- | --- |
| \`mapping.sql\` | the file to change |
| \`tables.sql\`, \`data/\` | the sample, public columns only, and \`published.csv\`, the facts as the report has them |
| \`calendar.sql\` | business days and office hours, from the settings in \`mapping.sql\` |${
    order.includes('shared.sql') ? '\n| `shared.sql` | what several checks use |' : ''
  }
| \`checks/\` | one query for each check; a row has the fact, its count, of how many, or its value |
| \`compare.sql\` | your numbers beside the published ones |
| \`run-duckdb.sql\`, \`run-duckdb.mjs\`, \`load-duckdb.sql\`, \`run-psql.sql\` | how each engine reads the files above |

The files in \`data/\` are for a database and hold text exactly as it was recorded. A spreadsheet would run a text that begins with \`=\`; the files in \`../data/\` are made for spreadsheets.

Counts have to be equal. Medians, differences and sums may differ by a billionth, since engines add binary fractions in different orders. Intervals are not counted here; the report says how each was computed.

## What is not counted

${leftOut(parts)}

## Who vouches for it

${signed(signature)}

\`sha256sum --check manifest-sha256.txt\` in the folder above shows that no file has changed since the manifest was written. That the facts agree shows that they follow from the sample. Neither shows that the sample is what the systems held: for that, run the checks over your own records.
`;
}
