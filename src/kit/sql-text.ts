/** SQL as text, in the part that DuckDB and PostgreSQL have in common. */

/** A string literal, whatever the text holds. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name in quotes: any column of a table can be called by it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

// What stands in quotes is no comment, and what stands in a comment no statement.
const QUOTED_OR_COMMENT = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The same lines without what is said in comments. */
export function withoutComments(sql: string): string {
  return sql.replaceAll(QUOTED_OR_COMMENT, (part) =>
    part.startsWith('--') || part.startsWith('/*') ? part.replaceAll(/[^\n]/g, ' ') : part,
  );
}

/** The statements of a text, comments removed. */
export function statementsOf(sql: string): string[] {
  const bare = withoutComments(sql);
  const masked = bare.replaceAll(QUOTED_OR_COMMENT, (part) => '_'.repeat(part.length));
  const statements: string[] = [];
  let from = 0;
  for (const piece of masked.split(';')) {
    const statement = bare.slice(from, from + piece.length).trim();
    if (statement !== '') statements.push(statement);
    from += piece.length + 1;
  }
  return statements;
}

/** A sentence as a line of comment. */
export const comment = (text: string): string => `-- ${text.replaceAll(/\s+/g, ' ').trim()}`;
