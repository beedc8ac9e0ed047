/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the components of a page know; set before the page is drawn. */
    report: import('./components/report.ts').Report;
  }
}

// The Astro checker knows each component's own type; to plain TypeScript they are all components.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
