/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the components of a page know; set before the page is drawn. */
    report: import('./components/report.ts').Report;
  }
}
