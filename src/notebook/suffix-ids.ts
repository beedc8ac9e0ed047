/** Ids in a drawing that stands beside another form of itself. */

const REFERENCES = ['for', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
const LOCAL_URL = /url\(#([^)]+)\)/g;

/** Puts the name of the form behind every id below an element, and behind what refers to one. */
export function suffixIds(root: Element, form: string): void {
  const named = (id: string): string => `${id}-${form}`;
  for (const element of root.querySelectorAll('*')) {
    if (element.id !== '') element.id = named(element.id);
    for (const { name, value } of [...element.attributes]) {
      if (REFERENCES.includes(name)) element.setAttribute(name, value.split(' ').map(named).join(' '));
      else if (value.includes('url(#'))
        element.setAttribute(
          name,
          value.replaceAll(LOCAL_URL, (_, id: string) => `url(#${named(id)})`),
        );
      else if ((name === 'href' || name === 'xlink:href') && value.startsWith('#') && element.closest('svg') !== null)
        element.setAttribute(name, `#${named(value.slice(1))}`);
    }
    if (element.localName === 'style')
      element.textContent = element.textContent.replaceAll(/#([\w-]+)(?= )/g, (_, id: string) => `#${named(id)}`);
  }
}
