/** The script of the recount, where a page offers it; the page loads it once its reader asks. */
import { resolve } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { classicScript } from '../../package/classic-script.ts';
import { pageElements } from '../../pipeline/prose/page-elements.ts';
import { pageSource, siteBundles } from '../../site/bundles.ts';

const OFFERED_BY: ReadonlySet<string> = new Set(['VerifyYourself']);

export const getStaticPaths: GetStaticPaths = () =>
  siteBundles()
    .filter(({ pages }) => pages.some((page) => pageElements(pageSource(page), OFFERED_BY).length > 0))
    .map(({ id }) => ({ params: { engagement: id } }));

export const GET: APIRoute = async () =>
  new Response(await classicScript(resolve(process.cwd(), 'src/client/recount/main.ts')), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
