/** The one stylesheet of a report: faces, palette and rules, under a name that holds its digest. */
import { createHash } from 'node:crypto';
import { fontFaces, reportFonts } from '../package/fonts.ts';
import { paletteCss } from './palette.ts';
import rules from './report.css?inline';

export interface Stylesheet {
  /** `report.1c9e03aa.css` */
  readonly file: string;
  readonly text: string;
}

/** The stylesheet; it expects the fonts in `fonts/` beside it. */
export async function reportStylesheet(): Promise<Stylesheet> {
  const faces = fontFaces(await reportFonts(), (font) => `fonts/${font.file}`);
  const text = `@charset "utf-8";\n${faces}\n${paletteCss()}\n${rules}`;
  return { file: `report.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.css`, text };
}
