/** The value of an input as text of an address, and back. */

/** An input of a cell: Observable's, or anything that has a value and tells of its changes. */
export type Input = HTMLElement & { value?: unknown; query?: string; state?: string };

const LIST = '~';
const DAY = 10;

const optionOf = (input: Input): HTMLSelectElement | undefined => input.querySelector('select') ?? undefined;
const radios = (input: Input): HTMLInputElement[] => [...input.querySelectorAll<HTMLInputElement>('input[type=radio]')];

/** Choices are counted where their values are no text. */
function choice(input: Input): string {
  return `#${optionOf(input)?.value ?? radios(input).find(({ checked }) => checked)?.value ?? ''}`;
}

/** What the input holds, as text; undefined where it cannot be written. */
export function readInput(input: Input): string | undefined {
  if (typeof input.state === 'string') return input.state;
  // Observable's `query` says what was set, not what a reader has typed.
  if (typeof input.query === 'string')
    return input.querySelector<HTMLInputElement>('input[type=search]')?.value ?? input.query;
  const { value } = input;
  if (value instanceof Date) return value.toISOString().slice(0, DAY);
  if (Array.isArray(value))
    return value.every((item) => typeof item !== 'object') ? value.map(String).join(LIST) : undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  return optionOf(input) !== undefined || radios(input).length > 0 ? choice(input) : undefined;
}

/** Takes the choice that reads as the text, if there is one. */
function choose(input: Input, text: string): void {
  const select = optionOf(input);
  const choices = select === undefined ? radios(input) : [...select.options];
  const chosen = choices.find((choice) => {
    if ('selected' in choice) choice.selected = true;
    else choice.checked = true;
    // The control learns of it as it learns of a reader's choice.
    input.dispatchEvent(new Event('input'));
    return readInput(input) === text;
  });
  if (chosen !== undefined || text !== '') return;
  for (const radio of radios(input)) radio.checked = false;
  input.dispatchEvent(new Event('input'));
}

/** Values of choices by their text, so that a number comes back as one. */
function valuesOf(before: unknown, text: string): unknown {
  switch (typeof before) {
    case 'number':
      return text.trim() === '' ? NaN : Number(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    default:
      return text;
  }
}

function assign(input: Input, text: string, example: unknown): void {
  if (typeof input.state === 'string') input.state = text;
  else if (typeof input.query === 'string') input.query = text;
  else if (example instanceof Date) input.value = new Date(`${text}T00:00:00Z`);
  else if (Array.isArray(example)) {
    const [first] = example as readonly unknown[];
    const items = text === '' ? [] : text.split(LIST);
    // Without an example the texts are tried as they stand, and then as numbers.
    input.value = items.map((item) => valuesOf(first ?? '', item));
    if (first === undefined && items.length > 0 && readInput(input) === '') input.value = items.map(Number);
  } else if (optionOf(input) !== undefined || radios(input).length > 0) choose(input, text);
  else input.value = valuesOf(example, text);
}

/**
 * Sets an input from text.
 *
 * @param published what it holds by default
 * @returns whether it took the text; otherwise it stands as it was
 */
export function writeInput(input: Input, text: string, published: unknown): boolean {
  const before = readInput(input);
  try {
    assign(input, text, published);
  } catch {
    return false;
  }
  if (readInput(input) === text) return true;
  if (before !== undefined) assign(input, before, published);
  return false;
}
