/** Where on a page a sign stands, in words for people: under which heading, at which fact, on which page of a single file. */
import { parse } from 'parse5';
import { shortened } from './explanation.ts';
import { shownText } from './markup.ts';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface Place {
  /** Address of the page within a single file. */
  readonly page: string | undefined;
  /** Text of the last heading before it. */
  readonly heading: string | undefined;
  /** Id of the fact whose number, ledger line or panel it is in. */
  readonly fact: string | undefined;
}

interface Heading {
  readonly at: number;
  readonly text: string;
}

const HEADING = /^h[1-6]$/;
const FACT = /(?:^#?|[#/])fact-([a-z][\w.]*)$/;

function textOfNode(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? ` ${textOfNode(child)} ` : ''))
    .join('');
}

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

function factOf(element: Tree.Element): string | undefined {
  return (
    attribute(element, 'data-evidence') ??
    FACT.exec(attribute(element, 'id') ?? '')?.[1] ??
    (element.tagName === 'a' ? FACT.exec(attribute(element, 'href') ?? '')?.[1] : undefined)
  );
}

/** Prepared once for a page, asked for many places. */
export function createPlaces(text: string): (offset: number) => Place {
  const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const headings: Heading[] = [];
  (function collect(node: Tree.ParentNode): void {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      const at = child.sourceCodeLocation?.startOffset;
      if (HEADING.test(child.tagName) && at !== undefined)
        headings.push({ at, text: shortened(shownText(textOfNode(child)).trim()) });
      else collect(child);
    }
  })(document);

  return (offset) => {
    const around: Tree.Element[] = [];
    for (let node: Tree.ParentNode | undefined = document; node !== undefined;) {
      const inside: Tree.Element | undefined = node.childNodes.find((child): child is Tree.Element => {
        if (!isElement(child)) return false;
        const location = child.sourceCodeLocation;
        // html, head and body may stand without tags of their own.
        if (!location) return ['html', 'body'].includes(child.tagName);
        const end = ['html', 'body'].includes(child.tagName) ? Infinity : location.endOffset;
        return location.startOffset <= offset && offset < end;
      });
      if (inside) around.unshift(inside);
      node = inside;
    }
    const first = <T>(find: (element: Tree.Element) => T | undefined): T | undefined => {
      for (const element of around) {
        const found = find(element);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return {
      page: first((element) => attribute(element, 'data-page')),
      heading: headings.findLast(({ at }) => at <= offset)?.text,
      fact: first(factOf),
    };
  };
}
