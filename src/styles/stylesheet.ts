/** The stylesheets of a report, under names that hold their digests: one for every page, one more for the ROI bench. */
import { createHash } from 'node:crypto';
import { fontFaces, reportFonts } from '../package/fonts.ts';
import { paletteCss } from './palette.ts';
import rules from './report.css?inline';
import benchRules from './roi-bench.css?inline';

export interface Stylesheet {
  /** `report.1c9e03aa.css` */
  readonly file: string;
  readonly text: string;
}

const named = (name: string, text: string): Stylesheet => ({
  file: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.css`,
  text,
});

/** Faces, palette and rules; it expects the fonts in `fonts/` beside it. */
export async function reportStylesheet(): Promise<Stylesheet> {
  const faces = fontFaces(await reportFonts(), (font) => `fonts/${font.file}`);
  return named('report', `@charset "utf-8";\n${faces}\n${paletteCss()}\n${rules}`);
}

/** What only the page with the whole model needs; it follows the other. */
export const benchStylesheet = (): Stylesheet => named('roi', `@charset "utf-8";\n${benchRules}`);
