/** Cover and contents of the printed report. The functions run in the page that is printed, so each stands for itself. */

/** A line of the contents: where it leads, and how deep it stands. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: 1 | 2;
}

export const FRONT_STYLE = `
.pdf-front { break-after: page; font: 400 10.2pt/14.4pt var(--serif, serif); }
.pdf-front .pdf-title { font: 400 25pt/28pt var(--display, serif); margin: 2mm 0 6mm; text-wrap: balance; }
.pdf-front .particulars { margin-bottom: 5mm; }
.pdf-front .pdf-saved { border-left: 2px solid #B0301B; padding-left: 4mm; margin: 0 0 5mm; }
.pdf-front h2 { margin: 4mm 0 2mm; }
.pdf-front ol { list-style: none; margin: 0; padding: 0; }
.pdf-front li { break-inside: avoid; }
.pdf-front li a { display: flex; gap: 3mm; color: inherit; text-decoration: none; padding: 0.7mm 0; }
.pdf-front li a > :first-child { flex: 1; }
.pdf-front .level-1 a { font-weight: 600; border-top: 1px solid #D2D9D5; padding-top: 0.7mm; margin-top: 0.7mm; line-height: 13pt; }
.pdf-front .level-2 a { padding: 0.2mm 0 0.2mm 8mm; font-size: 8.8pt; line-height: 11pt; }
.pdf-front .pdf-page { font-variant-numeric: tabular-nums; min-width: 9mm; text-align: right; }
`;

/** Puts cover and contents before the report, without page numbers; they follow once the pages are known. */
export function addFront(): Heading[] {
  const clean = (element: Element | null): string => {
    if (element === null) return '';
    const copy = element.cloneNode(true) as Element;
    for (const unseen of copy.querySelectorAll('.visually-hidden, .ledger-ref, sup')) unseen.remove();
    return copy.textContent.replaceAll(/\s+/g, ' ').trim();
  };
  let count = 0;
  // The heading itself is linked: a part can begin at the foot of a page and its heading stand on the next.
  const heading = (place: HTMLElement | null, level: 1 | 2): Heading[] => {
    const text = clean(place);
    if (place === null || text === '') return [];
    if (place.id === '') place.id = `pdf-${String((count += 1))}`;
    return [{ id: place.id, text, level }];
  };
  const headings = [...document.querySelectorAll<HTMLElement>('[data-page]')].flatMap((page) => [
    ...heading(page.querySelector('h1'), 1),
    ...[...page.querySelectorAll<HTMLElement>('section.chapter[id] > h2:not(.visually-hidden)')].flatMap((part) =>
      heading(part, 2),
    ),
  ]);
  const element = <K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = '') => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const front = element('section', 'pdf-front');
  front.append(element('p', 'kicker', clean(document.querySelector('[data-page] .kicker'))));
  front.append(element('p', 'pdf-title', headings[0]?.text ?? document.title));
  const particulars = document.querySelector('[data-page] .particulars');
  if (particulars) front.append(particulars.cloneNode(true));
  const state = document.querySelector<HTMLMetaElement>('meta[name=report-state]')?.content;
  if (state !== undefined) {
    const query = new URLSearchParams(state.split('?').slice(1).join('?'));
    const name = query.get('name') ?? '';
    front.append(
      element(
        'p',
        'pdf-saved',
        `A version that a reader saved${name === '' ? '' : `, called “${name}”`}, with assumptions and inputs of their own. Figures that follow them differ from the published ones; the pages mark what was changed and say what was published.`,
      ),
    );
  }
  front.append(element('h2', '', 'Contents'));
  const list = document.createElement('ol');
  for (const { id, text, level } of headings) {
    const item = element('li', `level-${String(level)}`);
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.append(element('span', '', text), element('span', 'pdf-page', '000'));
    item.append(link);
    list.append(item);
  }
  front.append(list);
  document.body.prepend(front);
  return headings;
}

/** Writes the numbers of the pages into the contents, in their order. */
export function setPages(pages: readonly number[]): void {
  for (const [index, place] of [...document.querySelectorAll('.pdf-front .pdf-page')].entries())
    place.textContent = String(pages[index] ?? '');
}
