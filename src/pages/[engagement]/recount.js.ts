/** The script of the recount, where a page offers it; the page loads it once its reader asks. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pageElements } from '../../components/page-elements.ts';
import { pageSource, siteBundles } from '../../site/bundles.ts';
import { recountCode } from '../../site/recount-code.ts';

const OFFERED_BY: ReadonlySet<string> = new Set(['VerifyYourself']);

export const getStaticPaths: GetStaticPaths = () =>
  siteBundles()
    .filter(({ pages }) => pages.some((page) => pageElements(pageSource(page), OFFERED_BY).length > 0))
    .map(({ id }) => ({ params: { engagement: id } }));

export const GET: APIRoute = async () =>
  new Response(await recountCode(process.cwd()), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
