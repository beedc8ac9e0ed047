/** Where a model is written on the page, found once: a slider may not cost a search of the whole document. */

export interface AssumptionPlaces {
  readonly blocks: readonly HTMLElement[];
  readonly was: readonly HTMLElement[];
  readonly sliders: readonly HTMLInputElement[];
  readonly fields: readonly HTMLInputElement[];
  readonly tracks: readonly HTMLElement[];
}

/** A place that is written from the id it carries. */
export interface KeyedPlace {
  readonly id: string;
  readonly element: HTMLElement;
}

export interface BarsPlace extends KeyedPlace {
  readonly form: 'wide' | 'narrow';
}

export interface RoiPlaces {
  assumption(id: string): AssumptionPlaces;
  /** Numbers in sentences. */
  readonly numbers: readonly KeyedPlace[];
  readonly unrounded: readonly KeyedPlace[];
  readonly money: readonly KeyedPlace[];
  readonly hours: readonly KeyedPlace[];
  readonly differences: readonly KeyedPlace[];
  readonly formulas: readonly KeyedPlace[];
  readonly results: readonly KeyedPlace[];
  readonly counts: readonly HTMLElement[];
  /** Words that mean something only beside a reader's version. */
  readonly keys: readonly HTMLElement[];
  readonly resets: readonly HTMLElement[];
  readonly rounding: readonly HTMLInputElement[];
  readonly roundingRows: readonly HTMLElement[];
  readonly bars: readonly BarsPlace[];
  /** Words of the answers. */
  readonly words: readonly KeyedPlace[];
  /** Answers that come once a slider rests. */
  readonly waiting: readonly HTMLElement[];
}

/** @param roots parts of the document that follow the sliders */
export function findPlaces(roots: readonly ParentNode[]): RoiPlaces {
  const all = <E extends HTMLElement = HTMLElement>(selector: string, within: readonly ParentNode[] = roots): E[] =>
    within.flatMap((root) => [...root.querySelectorAll<E>(selector)]);
  const keyed = (name: string): KeyedPlace[] =>
    all(`[data-${name}]`).map((element) => ({ element, id: element.getAttribute(`data-${name}`) ?? '' }));
  const assumptions = new Map<string, AssumptionPlaces>();
  return {
    assumption(id) {
      const known = assumptions.get(id);
      if (known !== undefined) return known;
      const blocks = all(`[data-roi-assumption="${CSS.escape(id)}"]`);
      const places = {
        blocks,
        was: all('[data-roi-was]', blocks),
        sliders: all<HTMLInputElement>('[data-roi-slider]', blocks),
        fields: all<HTMLInputElement>('[data-roi-field]', blocks),
        tracks: all('[data-roi-track]', blocks),
      };
      assumptions.set(id, places);
      return places;
    },
    // A title says what was published; the bench under it says what the reader made of it.
    numbers: keyed('roi').filter(({ element }) => element.closest('h1') === null),
    unrounded: keyed('roi-unrounded'),
    money: keyed('roi-money'),
    hours: keyed('roi-hours'),
    differences: keyed('roi-difference'),
    formulas: keyed('roi-filled'),
    results: keyed('roi-value'),
    counts: all('[data-roi-count]'),
    keys: all('[data-roi-key]'),
    resets: all('[data-roi-reset]'),
    rounding: all<HTMLInputElement>('[data-roi-rounding]'),
    roundingRows: all('[data-roi-rounding-row]'),
    words: keyed('roi-say'),
    waiting: all('[data-roi-waiting]'),
    bars: keyed('roi-bars').map((place) => ({
      ...place,
      form: place.element.dataset['form'] === 'narrow' ? 'narrow' : 'wide',
    })),
  };
}

/** Places of bars that stand on the page, in sight or not. Asks for the layout: call it before anything is written. */
export const displayedBars = ({ bars }: RoiPlaces): BarsPlace[] =>
  bars.filter(({ element }) => element.offsetParent !== null);
