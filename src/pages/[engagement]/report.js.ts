/** The report's script; an engagement without sliders has none. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { reportScript } from '../../notebook/report-script.ts';
import { pageElements } from '../../components/page-elements.ts';
import { pageSource, siteBundles } from '../../site/bundles.ts';

const ALIVE: ReadonlySet<string> = new Set(['RoiBench', 'RoiTeaser']);
let bundled: Promise<string> | undefined;

export const getStaticPaths: GetStaticPaths = () =>
  siteBundles()
    .filter(({ pages }) => pages.some((page) => pageElements(pageSource(page), ALIVE).length > 0))
    .map(({ id }) => ({ params: { engagement: id } }));

export const GET: APIRoute = async () => {
  // While previewing, an edited client is bundled afresh for every reload.
  if (bundled === undefined || import.meta.env.DEV) bundled = reportScript(process.cwd());
  return new Response(await bundled, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
