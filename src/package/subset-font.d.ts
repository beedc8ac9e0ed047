/** The package ships no types; the part of it that fonts.ts uses. */
declare module 'subset-font' {
  export default function subsetFont(
    original: Uint8Array,
    text: string,
    options: {
      targetFormat: 'sfnt' | 'woff' | 'woff2';
      variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
      keepFeatures?: readonly string[];
    },
  ): Promise<Uint8Array>;
}
