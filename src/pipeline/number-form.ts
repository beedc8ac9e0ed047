/** Numbers as a system writes them: which sign stands for the decimals, which divides thousands, what stands beside. */
export interface NumberForm {
  /** Sign before the decimals; a point unless said otherwise. */
  readonly decimal?: '.' | ',';
  /** Sign between groups of three digits; groups that are not of three are refused. */
  readonly thousands?: string;
  /** A unit that is written before or after every number, such as "€" or "%", and left off. */
  readonly unit?: string;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** @returns the number, or undefined where the text is not written in this form */
export function numberReader({ decimal = '.', thousands, unit }: NumberForm): (text: string) => number | undefined {
  const whole = thousands === undefined ? String.raw`\d+` : String.raw`(?:\d+|\d{1,3}(?:${escaped(thousands)}\d{3})+)`;
  const pattern = new RegExp(String.raw`^[+-]?${whole}(?:${escaped(decimal)}\d+)?$`);
  return (text) => {
    let written = text.trim();
    if (unit !== undefined) {
      if (written.endsWith(unit)) written = written.slice(0, -unit.length).trimEnd();
      else if (written.startsWith(unit)) written = written.slice(unit.length).trimStart();
    }
    if (!pattern.test(written)) return undefined;
    const plain = thousands === undefined ? written : written.replaceAll(thousands, '');
    return Number(plain.replace(decimal, '.'));
  };
}

/** "a number such as 1.234,50 €", for a message. */
export function numberExample({ decimal = '.', thousands = '', unit }: NumberForm): string {
  return `1${thousands}234${decimal}50${unit === undefined ? '' : ` ${unit}`}`;
}
