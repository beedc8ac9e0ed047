/** What stands behind the language of a fenced block: ```` ```js echo id=waits title="…" ````. */
import { nearest } from '../core/nearest.ts';

export interface CellAttributes {
  /** Shows the source beside the output. */
  readonly echo: boolean;
  /** False for a sample, which is shown and never runs. */
  readonly run: boolean;
  /** Defines names and shows nothing. */
  readonly hidden: boolean;
  readonly id?: string;
  /** Makes a numbered figure of the cell. */
  readonly title?: string;
  /** Text alternative of the drawing. */
  readonly alt?: string;
  readonly caption?: string;
  /** Name of the rows behind the output: a table, or what a cell defines. */
  readonly data?: string;
}

export interface InfoFault {
  /** Offset into the info string. */
  readonly at: number;
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

const FLAGS = ['echo', 'run', 'hidden'] as const;
const TEXTS = ['id', 'title', 'alt', 'caption', 'data'] as const;
const NAMES = [...FLAGS, ...TEXTS];
const EXPECTED = 'echo, run=false, hidden, id=…, title="…", alt="…", caption="…", data=name';
const ID = /^[A-Za-z][\w.-]*$/;
const NAME = /^[A-Za-z_$][\w$]*$/;
const WORD = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S*)))?/g;

/** A text of the info string with its place in it. */
export interface InfoText {
  readonly name: (typeof TEXTS)[number];
  readonly text: string;
  readonly at: number;
}

export interface Info {
  readonly attributes: CellAttributes;
  readonly texts: readonly InfoText[];
  readonly faults: readonly InfoFault[];
}

const isFlag = (name: string): name is (typeof FLAGS)[number] => (FLAGS as readonly string[]).includes(name);
const isText = (name: string): name is (typeof TEXTS)[number] => (TEXTS as readonly string[]).includes(name);

/** Reads the info string; what it cannot read is a fault, and the rest is taken. */
export function readInfo(meta: string): Info {
  const flags = { echo: false, run: true, hidden: false };
  const texts: InfoText[] = [];
  const faults: InfoFault[] = [];
  for (const match of meta.matchAll(WORD)) {
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare;
    const fault = (message: string, expected: string, hint: string): void => {
      faults.push({ at: match.index, message, found: whole, expected, hint });
    };
    if (isFlag(name)) {
      if (value === undefined || value === 'true') flags[name] = true;
      else if (value === 'false') flags[name] = false;
      else fault(`"${name}" is either there or not.`, `${name}, or ${name}=false`, `Write ${name}.`);
    } else if (!isText(name)) {
      const near = nearest(name, NAMES);
      fault(
        `A cell has no attribute "${name}".`,
        EXPECTED,
        near === undefined ? 'Remove it.' : `Did you mean "${near}"?`,
      );
    } else if (value === undefined || value === '') {
      fault(`"${name}" of the cell has no value.`, `${name}="…"`, `Write ${name}="…" in the line of the fence.`);
    } else if (name === 'id' && !ID.test(value)) {
      fault(
        'This cannot be the id of a cell.',
        'a letter, then letters, digits, ".", "-" and "_"',
        'Choose another id.',
      );
    } else if (name === 'data' && !NAME.test(value)) {
      fault(
        'Rows are named, not written out.',
        'data=name of a table, or of rows that a cell defines',
        'Define the rows in a cell and name them here.',
      );
    } else {
      texts.push({ name, text: value, at: match.index + whole.indexOf(value, name.length) });
    }
  }
  return {
    attributes: { ...flags, ...Object.fromEntries(texts.map(({ name, text }) => [name, text])) },
    texts,
    faults,
  };
}
