/** Numbers as engines print them, without an exponent: "1e-07" is "0.0000001". */

const WITH_EXPONENT = /^([+-]?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/;

/** The same number with every digit in its place; text that is no number with an exponent stays as it is. */
export function plainNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = WITH_EXPONENT.exec(text) ?? [];
  if (whole === '') return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const after = padded.slice(at);
  return `${sign === '-' ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}
