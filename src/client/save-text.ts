/** Hands a text to the reader as a file: CSV, unless its type says otherwise. */
export function saveText(text: string, name: string, document: Document, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
