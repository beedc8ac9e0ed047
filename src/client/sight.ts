/** What a reader has before their eyes. The browser keeps count; asking it for places in a frame would cost a layout. */

export interface Sight {
  has(element: Element): boolean;
}

/**
 * @param elements to be watched; those on a page that is hidden are out of sight
 * @param entered called after some of them have come into sight
 */
export function watchSight(elements: readonly Element[], entered: () => void): Sight {
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    if (entries.some(({ isIntersecting }) => isIntersecting)) entered();
  });
  for (const element of elements) observer.observe(element);
  return seen;
}
