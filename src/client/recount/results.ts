/** The outcome of a recount, as lines of the page. All of it is marked, so that a saved version does not carry it on. */
import { digestGroups } from '../../core/digest-groups.ts';
import type { Count, Fault, Tally } from './tally.ts';

type Children = readonly (Node | string)[];

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  children: Children,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function line(counted: Count | undefined, text: string): HTMLLIElement {
  const agrees = counted !== undefined && counted.agree === counted.of && counted.of > 0;
  const [status, word] =
    counted === undefined
      ? ['hypothesis', 'Not compared']
      : agrees
        ? ['confirmed', 'Agree']
        : ['refuted', counted.of === 0 ? 'None found' : 'Differ'];
  const rest = counted ? ` of ${String(counted.of)}` : '';
  return element('li', '', [
    element('p', 'key-number', [counted ? String(counted.agree) : '–', element('small', '', [rest])]),
    element('p', '', [text]),
    element('span', `status ${status}`, [element('span', status === 'refuted' ? 'wrong' : '', [word])]),
  ]);
}

function faultTable(faults: readonly Fault[]): HTMLElement {
  const heads = ['Where', 'What', 'On the page', 'Counted again'].map((text) => {
    const head = element('th', '', [text]);
    head.scope = 'col';
    return head;
  });
  const rows = faults.map(({ where, what, published, recounted }) => {
    const head = element('th', '', [where]);
    head.scope = 'row';
    const [stated, again] = [element('td', 'wrong', [published]), element('td', '', [recounted])];
    // Where there is no room for columns, each cell says what it is.
    stated.dataset['label'] = heads[2]?.textContent;
    again.dataset['label'] = heads[3]?.textContent;
    return element('tr', '', [head, element('td', '', [what]), stated, again]);
  });
  return element('table', 'rows recount-faults', [
    element('caption', 'visually-hidden', ['What differs']),
    element('thead', '', [element('tr', '', heads)]),
    element('tbody', '', rows),
  ]);
}

/** The lines; what differs below them. */
export function resultElement({ tables, facts, intervals, entries, faults, digest }: Tally): HTMLElement {
  const lines = element('ul', 'tally', [
    digest === undefined
      ? line(
          undefined,
          'This browser computes no digests in a page opened from disk: those of the rows were not compared',
        )
      : line(tables, 'tables of rows have the digest that was published with them'),
    line(facts, 'facts come out of their rows with the value that the ledger states'),
    ...(intervals.of > 0 ? [line(intervals, 'intervals come out with the bounds that the ledger states')] : []),
    line(entries, 'entries of the ledger list the rows that their facts counted'),
  ]);
  const computed =
    digest === undefined
      ? []
      : [
          element('p', 'recount-digest', [
            'Digest of what was counted again, computed just now: ',
            element('span', 'digest', [digestGroups(digest).join(' ')]),
          ]),
        ];
  const whole = element('div', '', [lines, ...(faults.length > 0 ? [faultTable(faults)] : []), ...computed]);
  whole.dataset['unpacked'] = '';
  return whole;
}

/** One sentence, for those who hear the page. */
export function summary({ facts, faults, digest }: Tally, left: readonly string[]): string {
  const things = `${String(faults.length)} ${faults.length === 1 ? 'thing differs' : 'things differ'}`;
  return [
    faults.length > 0
      ? `${things} from what this page states; the list below names ${faults.length === 1 ? 'it' : 'them'}.`
      : facts.of === 0
        ? 'There was no fact to count again.'
        : digest === undefined
          ? `${String(facts.agree)} facts agree; digests were not compared.`
          : `All of it agrees: ${String(facts.agree)} facts.`,
    ...(left.length > 0
      ? [`Left out, since this page does not carry their rows or what they measured: ${left.join(', ')}.`]
      : []),
  ].join(' ');
}
