/** Headings of columns as the engagement's tables have them; cells that name no heading of their own show these. */

const labels = new Map<string, string>();

/** The first table that has a column names it. */
export function rememberLabel(column: string, label: string): void {
  if (!labels.has(column)) labels.set(column, label);
}

export const columnLabel = (column: string): string => labels.get(column) ?? column;
