/** From an offset in a file to what a person looks for: line, column, and the line itself. */
import type { Problem } from '../problem.ts';

/** A stretch of a file that is being checked. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly excerpt?: string;
}

/** Line and column (1-based, UTF-16 units) of offsets in one text. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;
  readonly #file: string;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The text of a line, without its end. */
  line(number: number): string | undefined {
    const start = this.#starts[number - 1];
    if (start === undefined) return undefined;
    return this.#text.slice(start, (this.#starts[number] ?? this.#text.length + 1) - 1).replace(/\r$/, '');
  }

  at(offset: number): Place {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.place(low + 1, offset - (this.#starts[low] ?? 0) + 1);
  }

  place(line: number, column: number): Place {
    const excerpt = this.line(line);
    return { file: this.#file, line, column, ...(excerpt !== undefined && { excerpt }) };
  }
}

/** Everything of a problem but its place. */
export type Complaint = Omit<Problem, keyof Place | 'detail'>;

export const problemAt = (place: Place, complaint: Complaint): Problem => ({ ...complaint, ...place });
