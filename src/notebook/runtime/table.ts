/** A table that sorts, selects and scrolls: the options of Observable's, headings that are buttons, rows as they come into sight. */
import { cellWords } from './cell-words.ts';
import { columnLabel } from './labels.ts';

type Row = Readonly<Record<string, unknown>>;

export interface TableOptions {
  /** Names of the columns; those of the rows where it is left out. */
  readonly columns?: readonly string[];
  /** Headings by column; the engagement's own where it has one. */
  readonly header?: Readonly<Record<string, string>>;
  readonly format?: Readonly<Record<string, (value: never, index: number, data: readonly unknown[]) => unknown>>;
  readonly align?: Readonly<Record<string, 'left' | 'right' | 'center'>>;
  readonly width?: Readonly<Record<string, number>>;
  readonly sort?: string;
  readonly reverse?: boolean;
  /** Rows in sight; the others scroll. */
  readonly rows?: number;
  readonly select?: boolean;
  readonly multiple?: boolean;
  /** Without a selection the value is every row; false for none. */
  readonly required?: boolean;
  readonly value?: readonly Row[] | Row | null;
  /** Names the table for readers' aids. */
  readonly label?: string;
}

export type TableInput = HTMLFormElement & {
  value: readonly Row[] | Row | null;
  /** Sorting and selection as text for the address: `-hours~3.7`. */
  state: string;
};

const ROW_HEIGHT = 29;
/** Rows that are put on paper; what the reader needs beyond these is a file. */
const ON_PAPER = 500;

function compare(a: unknown, b: unknown): number {
  const [first, second] = [a instanceof Date ? a.getTime() : a, b instanceof Date ? b.getTime() : b];
  const absent = (value: unknown): boolean => value === null || value === undefined || Number.isNaN(value);
  if (absent(first) || absent(second)) return Number(absent(first)) - Number(absent(second));
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  return String(first) < String(second) ? -1 : String(first) > String(second) ? 1 : 0;
}

/** @param data rows; ten thousand scroll as easily as ten */
export function table(
  data: Iterable<Row> & { readonly columns?: readonly string[] },
  options: TableOptions = {},
): TableInput {
  const all = [...data];
  const {
    select = true,
    multiple = true,
    required = true,
    rows = 11.5,
    label = 'Table',
    format = {},
    align = {},
    width = {},
    header = {},
  } = options;
  const columns = options.columns ?? data.columns ?? [...new Set(all.flatMap((row) => Object.keys(row)))];
  /** Numbers stand at the right, times in one piece. */
  const kind = new Map(
    columns.map((column) => {
      const value = all.find((row) => row[column] !== null && row[column] !== undefined)?.[column];
      return [column, typeof value === 'number' ? 'amount' : value instanceof Date ? 'time' : ''];
    }),
  );
  const step = Math.ceil(rows * 2);

  let order = all.map((_, index) => index);
  let sorted: { column: string; reverse: boolean } | undefined;
  let shown = 0;
  const selected = new Set<number>();

  const form = document.createElement('form') as TableInput;
  form.className = 'table-input';
  const scroll = document.createElement('div');
  scroll.className = 'table-scroll';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', label);
  scroll.style.maxHeight = `${String((rows + 1) * ROW_HEIGHT)}px`;
  const element = document.createElement('table');
  const caption = element.createCaption();
  caption.className = 'visually-hidden';
  caption.textContent = label;
  const headings = element.createTHead().insertRow();
  const body = element.createTBody();
  const count = document.createElement('p');
  count.className = 'table-count';
  // On paper, and where no script runs, nothing scrolls: the reader is told which rows stand there.
  const drawn = document.createElement('p');
  drawn.className = 'table-drawn';
  scroll.append(element);
  form.append(scroll, count, drawn);

  const box = (name: string, type: 'checkbox' | 'radio'): HTMLInputElement => {
    const input = document.createElement('input');
    input.setAttribute('type', type);
    input.setAttribute('aria-label', name);
    return input;
  };
  const dress = (cell: HTMLElement, column: string): void => {
    cell.className = kind.get(column) ?? '';
    const side = align[column];
    if (side !== undefined) cell.style.textAlign = side;
    const room = width[column];
    if (room !== undefined) cell.style.width = `${String(room)}px`;
  };
  const words = (row: Row, column: string, index: number): Node | string => {
    const own = format[column]?.(row[column] as never, index, all);
    if (own instanceof Node) return own;
    return own === undefined ? cellWords(row[column]) : cellWords(own);
  };

  const announce = (): void => {
    form.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const every = box('Select all rows', 'checkbox');
  const reflect = (): void => {
    every.checked = selected.size > 0;
    every.indeterminate = selected.size > 0 && selected.size < all.length;
    const picked = selected.size === 0 ? '' : `, ${String(selected.size)} selected`;
    count.textContent = `${String(all.length)} ${all.length === 1 ? 'row' : 'rows'}${picked}`;
    for (const line of body.querySelectorAll('tr')) {
      const input = line.querySelector<HTMLInputElement>('input');
      if (input !== null) input.checked = selected.has(Number(line.dataset['row']));
    }
  };

  const append = (until: number): void => {
    for (; shown < Math.min(until, order.length); shown += 1) {
      const index = order[shown] ?? 0;
      const row = all[index] ?? {};
      const line = body.insertRow();
      line.dataset['row'] = String(index);
      if (select) {
        const [first = ''] = columns;
        const input = box(`Select ${cellWords(row[first])}`, multiple ? 'checkbox' : 'radio');
        if (!multiple) input.name = 'row';
        input.checked = selected.has(index);
        line.insertCell().append(input);
      }
      for (const column of columns) {
        const cell = line.insertCell();
        dress(cell, column);
        cell.append(words(row, column, index));
      }
    }
    drawn.hidden = shown === order.length;
    drawn.textContent = drawn.hidden ? '' : `Shown here: the first ${String(shown)}.`;
  };
  const redraw = (): void => {
    body.replaceChildren();
    shown = 0;
    append(step);
    scroll.scrollTop = 0;
  };

  const sortBy = (column: string, reverse: boolean): void => {
    sorted = { column, reverse };
    order = all
      .map((_, index) => index)
      .sort((a, b) => (reverse ? -1 : 1) * compare(all[a]?.[column], all[b]?.[column]) || a - b);
    for (const heading of headings.querySelectorAll('th')) {
      const own = heading.dataset['column'];
      if (own !== undefined)
        heading.setAttribute('aria-sort', own !== column ? 'none' : reverse ? 'descending' : 'ascending');
    }
    redraw();
  };

  if (select) {
    const corner = headings.insertCell();
    if (multiple) corner.append(every);
  }
  for (const column of columns) {
    const heading = document.createElement('th');
    heading.scope = 'col';
    heading.dataset['column'] = column;
    heading.setAttribute('aria-sort', 'none');
    dress(heading, column);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header[column] ?? columnLabel(column);
    button.addEventListener('click', () => {
      sortBy(column, sorted?.column === column && !sorted.reverse);
      announce();
    });
    heading.append(button);
    headings.append(heading);
  }

  scroll.addEventListener('scroll', () => {
    if (scroll.scrollHeight - scroll.scrollTop < scroll.clientHeight * 1.5) append(shown + step);
  });
  // The page hands the event on: a table that is replaced leaves nothing behind at the window.
  form.addEventListener('beforeprint', () => append(ON_PAPER));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const index = Number(input.closest('tr')?.dataset['row'] ?? NaN);
    if (Number.isNaN(index)) {
      selected.clear();
      if (input.checked) for (const own of order) selected.add(own);
    } else if (input.checked) {
      if (!multiple) selected.clear();
      selected.add(index);
    } else selected.delete(index);
    reflect();
  });

  const rowsAt = (indexes: readonly number[]): Row[] =>
    indexes.map((index) => all[index]).filter((row) => row !== undefined);
  const current = (): readonly Row[] | Row | null => {
    const chosen = rowsAt(order.filter((index) => selected.has(index)));
    if (!multiple) return chosen[0] ?? null;
    return chosen.length === 0 && required ? rowsAt(order) : chosen;
  };
  const choose = (value: readonly Row[] | Row | null): void => {
    const wanted = new Set<unknown>(value === null ? [] : Array.isArray(value) ? value : [value]);
    selected.clear();
    all.forEach((row, index) => {
      if (wanted.has(row)) selected.add(index);
    });
    reflect();
  };
  Object.defineProperties(form, {
    value: { get: current, set: choose },
    state: {
      get: () => {
        const way = sorted === undefined ? '' : `${sorted.reverse ? '-' : ''}${sorted.column}`;
        const chosen = [...selected].sort((a, b) => a - b).join('.');
        return chosen === '' ? way : `${way}~${chosen}`;
      },
      set: (text: string) => {
        const [way = '', chosen = ''] = text.split('~');
        const column = way.replace(/^-/, '');
        if (columns.includes(column)) sortBy(column, way.startsWith('-'));
        selected.clear();
        for (const part of chosen.split('.'))
          if (/^\d+$/.test(part) && Number(part) < all.length) selected.add(Number(part));
        reflect();
      },
    },
  });
  if (options.sort !== undefined && columns.includes(options.sort)) sortBy(options.sort, options.reverse ?? false);
  else {
    if (options.reverse === true) order.reverse();
    append(step);
  }
  if (options.value !== undefined) choose(options.value);
  reflect();
  return form;
}
