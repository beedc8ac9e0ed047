declare module 'virtual:report-bodies' {
  /** Loads the body of a page by `<engagement>/<slug>`. */
  export const bodies: ReadonlyMap<
    string,
    () => Promise<{ Content: import('astro/runtime/server/index.js').AstroComponentFactory }>
  >;
}
