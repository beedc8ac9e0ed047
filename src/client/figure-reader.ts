/** Marks of a chart read one by one: with the pointer, with a finger, with the arrow keys. */
import { MARKS } from '../charts/drawing.ts';
import type { Mark } from '../charts/drawing.ts';
import { plateOf } from '../notebook/runtime/figure.ts';

interface Placed {
  readonly mark: Mark;
  /** In pixels of the drawing's place on the page. */
  readonly box: DOMRect;
}

/** A pointer farther than this from every mark reads none, in CSS pixels. */
const REACH = 28;
/** Keys and how many marks they go on. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

function made(className: string, parent: Element): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  return element;
}

/** How far a point is from a box; nothing within it. */
function distance(x: number, y: number, { left, right, top, bottom }: DOMRect): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/**
 * Lets a reader ask the marks of a chart for their records.
 *
 * All of it stands beside the drawing, which stays as it was drawn.
 *
 * @param output the place of the chart's cell
 * @param name of the chart, for those who hear it: "Figure 2"
 */
export function readMarks(output: HTMLElement, name: string): void {
  const keys = made('chart-keys', output.parentElement ?? output);
  output.after(keys);
  keys.tabIndex = 0;
  keys.setAttribute('role', 'application');
  keys.setAttribute('aria-roledescription', 'chart');
  keys.setAttribute('aria-label', `${name}: arrow keys read its marks one by one, Escape ends`);
  const ring = made('chart-ring', keys);
  const tip = made('chart-tip', keys);
  const heard = made('visually-hidden', keys);
  heard.setAttribute('role', 'status');
  ring.hidden = tip.hidden = true;
  let placed: Placed[] = [];
  let current: Placed | undefined;

  /** Where the marks stand now: they move with every drawing, with the width and with the page. */
  function measure(): void {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = output;
    Object.assign(keys.style, {
      left: `${String(offsetLeft)}px`,
      top: `${String(offsetTop)}px`,
      width: `${String(offsetWidth)}px`,
      height: `${String(offsetHeight)}px`,
    });
    const plate = output.querySelector('.plate');
    const marks = (plate && plateOf(plate)?.marks) ?? [];
    const elements = [...(plate?.querySelectorAll(`.${MARKS} > *`) ?? [])];
    placed = elements
      .flatMap((element, index) => {
        const mark = marks[index];
        return mark === undefined ? [] : [{ mark, box: element.getBoundingClientRect(), turn: mark.turn ?? index }];
      })
      .sort((one, other) => one.turn - other.turn);
  }

  function show(next: Placed | undefined, aloud: boolean): void {
    current = next;
    ring.hidden = tip.hidden = next === undefined;
    if (next === undefined) {
      heard.textContent = '';
      return;
    }
    const { mark, box } = next;
    const frame = keys.getBoundingClientRect();
    const end = document.createElement('span');
    end.textContent = mark.text;
    const head = document.createElement('b');
    head.textContent = mark.name;
    tip.replaceChildren(head, end);
    // A long mark is pointed at where it ends.
    const wide = box.width > 2 * box.height && box.width > 24;
    const x = (wide ? box.right : (box.left + box.right) / 2) - frame.left;
    const y = (box.top + box.bottom) / 2 - frame.top;
    const size = wide ? 14 : Math.min(40, Math.max(14, box.width + 8, box.height + 8));
    Object.assign(ring.style, {
      left: `${String(x)}px`,
      top: `${String(y)}px`,
      width: `${String(size)}px`,
      height: `${String(size)}px`,
    });
    const room = frame.width - tip.offsetWidth;
    const besides = x + size / 2 + 8;
    tip.style.left = `${String(Math.max(0, besides <= room ? besides : Math.min(room, x - size / 2 - 8 - tip.offsetWidth)))}px`;
    tip.style.top = `${String(Math.max(0, y - tip.offsetHeight - size / 2 - 2))}px`;
    if (aloud) heard.textContent = `${mark.name}: ${mark.text}`;
  }

  function point({ clientX, clientY }: PointerEvent): void {
    let nearest: Placed | undefined;
    let least = REACH;
    for (const one of placed) {
      const far = distance(clientX, clientY, one.box);
      if (far >= least) continue;
      [nearest, least] = [one, far];
    }
    if (nearest !== current) show(nearest, false);
  }

  output.addEventListener('pointerenter', measure);
  output.addEventListener('pointermove', point);
  output.addEventListener('pointerdown', (event) => {
    measure();
    point(event);
  });
  output.addEventListener('pointerleave', (event) => {
    // A finger that is lifted leaves what it has found.
    if (event.pointerType === 'mouse') show(undefined, false);
  });
  document.addEventListener('pointerdown', (event) => {
    if (current !== undefined && event.target instanceof Node && !output.contains(event.target)) show(undefined, false);
  });
  keys.addEventListener('focus', measure);
  keys.addEventListener('blur', () => show(undefined, false));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current !== undefined) show(undefined, false);
  });
  keys.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const before = current?.mark;
    measure();
    const from = placed.findIndex(({ mark }) => mark === before);
    const to =
      from < 0 ? (step < 0 && step !== -Infinity ? placed.length - 1 : step === Infinity ? Infinity : 0) : from + step;
    show(placed[Math.min(placed.length - 1, Math.max(0, to))], true);
  });
  // A chart that is drawn anew has new marks.
  new MutationObserver(() => {
    if (current !== undefined) show(undefined, false);
  }).observe(output, { childList: true });
}
