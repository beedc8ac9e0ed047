/** The foot of printed pages: report, version and date at the left, page of pages at the right. */

/** A text as a CSS string; everything that could end it, or the style element around it, is escaped. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,:;()·–—’%+-]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** `@page` rules for one report; margin boxes cannot read the page's text, so it stands in the rule. */
export function runningFoot(text: string): string {
  const face = "font:400 7.6pt 'Report Sans',sans-serif;color:#414E57;vertical-align:top;padding-top:5mm";
  return `@page{@bottom-left{content:${cssString(text)};${face};width:80%}@bottom-right{content:counter(page) " of " counter(pages);${face};width:20%}}`;
}
