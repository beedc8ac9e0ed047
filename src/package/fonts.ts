/**
 * The faces of the report, cut down to the characters and weights in use, so that a package can carry them.
 * Source Serif 4, Source Sans 3 and Source Code Pro, all under the SIL Open Font License.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

type Axis = number | { min: number; max: number };

interface Cut {
  /** File name without digest and ending. */
  readonly name: string;
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** As in `@font-face`. */
  readonly weight: string;
  readonly from: string;
  readonly axes: Readonly<Record<string, Axis>>;
}

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-standard';

/** Fixed optical sizes in place of the opsz axis, which alone costs 38 KB. */
const CUTS: readonly Cut[] = [
  {
    name: 'serif-text',
    family: 'Report Serif',
    style: 'normal',
    weight: '400 600',
    from: `${SERIF}-normal.woff2`,
    axes: { opsz: 19, wght: { min: 400, max: 600 } },
  },
  {
    name: 'serif-italic',
    family: 'Report Serif',
    style: 'italic',
    weight: '400',
    from: `${SERIF}-italic.woff2`,
    axes: { opsz: 19, wght: 400 },
  },
  {
    name: 'serif-display',
    family: 'Report Serif Display',
    style: 'normal',
    weight: '400',
    from: `${SERIF}-normal.woff2`,
    axes: { opsz: 50, wght: 400 },
  },
  {
    name: 'sans',
    family: 'Report Sans',
    style: 'normal',
    weight: '400 600',
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    axes: { wght: { min: 400, max: 600 } },
  },
  {
    name: 'mono',
    family: 'Report Mono',
    style: 'normal',
    weight: '400',
    from: '@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2',
    axes: { wght: 400 },
  },
];

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** Latin-1 and the punctuation of English prose; everything else falls back to the system's faces. */
const CHARACTERS = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’‚“”„•…−€™';

const FEATURES = ['kern', 'liga', 'lnum', 'tnum', 'pnum', 'calt', 'ccmp', 'locl', 'mark', 'mkmk'];

/** Raise when the subsetting itself changes: cached cuts are then made anew. */
const RECIPE = 2;

export interface FontFile {
  /** `serif-text.3f2a91c0.woff2`: the digest of the bytes is part of the name. */
  readonly file: string;
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: string;
  readonly bytes: Uint8Array;
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

const require = createRequire(import.meta.url);

async function cut({ from, axes }: Cut): Promise<Uint8Array> {
  const path = require.resolve(from);
  const original = await readFile(path);
  const key = sha256(original, JSON.stringify([axes, CHARACTERS, FEATURES, RECIPE]));
  const cache = join(
    path.slice(0, path.lastIndexOf('node_modules')),
    'node_modules/.cache/report-fonts',
    `${key}.woff2`,
  );
  // Whoever verifies trusts no file that another run has left.
  const anew = process.env['WORKBENCH_FONTS'] === 'anew';
  const cached = anew ? undefined : await readFile(cache).catch(() => undefined);
  if (cached !== undefined) return cached;
  // A copy at once: what comes back is a view of memory that the next cut overwrites.
  const bytes = Uint8Array.from(
    await subsetFont(original, CHARACTERS, {
      targetFormat: 'woff2',
      variationAxes: { ...axes },
      keepFeatures: FEATURES,
    }),
  );
  if (anew) return bytes;
  await mkdir(dirname(cache), { recursive: true });
  // Two builds may write at once; a rename leaves a whole file whoever comes last.
  const own = `${cache}.${process.pid}`;
  await writeFile(own, bytes);
  await rename(own, cache);
  return bytes;
}

let made: Promise<readonly FontFile[]> | undefined;

async function makeFonts(): Promise<readonly FontFile[]> {
  const fonts: FontFile[] = [];
  // One after the other, as they share the memory of the subsetter.
  for (const description of CUTS) {
    const bytes = await cut(description);
    const { name, family, style, weight } = description;
    fonts.push({ file: `${name}.${sha256(bytes).slice(0, 8)}.woff2`, family, style, weight, bytes });
  }
  return fonts;
}

/** The five cuts as woff2, at most 100 KB together; the same bytes on every machine. */
export function reportFonts(): Promise<readonly FontFile[]> {
  made ??= makeFonts();
  return made;
}

/** Text of the licences, to ship beside the fonts. */
export async function fontLicences(): Promise<string> {
  const packages = ['source-serif-4', 'source-sans-3', 'source-code-pro'];
  const texts = await Promise.all(
    packages.map(async (name) => {
      const text = await readFile(require.resolve(`@fontsource-variable/${name}/LICENSE`), 'utf8');
      return `${name} (subset of the original)\n\n${text.trim()}\n`;
    }),
  );
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

/**
 * `@font-face` rules; `url` gives the address of a file seen from the stylesheet.
 * The fallbacks take the room of the real faces (average widths and hhea metrics of both),
 * so that nothing moves when the fonts arrive or do not.
 */
export function fontFaces(fonts: readonly FontFile[], url: (font: FontFile) => string): string {
  const faces = fonts.map(
    (font) =>
      `@font-face{font-family:'${font.family}';font-style:${font.style};font-weight:${font.weight};` +
      `font-display:block;src:url(${url(font)}) format('woff2')}`,
  );
  const fallbacks = [
    ['Report Serif Fallback', 'Georgia', 96, 1036, 335],
    ['Report Sans Fallback', 'Arial', 93.5, 1024, 400],
  ] as const;
  return [
    ...faces,
    ...fallbacks.map(
      ([family, local, size, ascent, descent]) =>
        `@font-face{font-family:'${family}';src:local('${local}');size-adjust:${size}%;` +
        `ascent-override:${((ascent / size) * 10).toFixed(2)}%;descent-override:${((descent / size) * 10).toFixed(2)}%;line-gap-override:0%}`,
    ),
  ].join('\n');
}
