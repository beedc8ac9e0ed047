/** Hundredths of a pixel are enough for a drawing, and halve it. */

const LONG_FRACTION = /-?\d+\.\d{3,}/g;

const short = (value: string): string =>
  value.replace(LONG_FRACTION, (number) => String(Math.round(Number(number) * 100) / 100));

/** Shortens the numbers in the attributes of an element. */
export function shortenNumbers(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const shorter = short(value);
    if (shorter !== value) element.setAttribute(name, shorter);
  }
}
