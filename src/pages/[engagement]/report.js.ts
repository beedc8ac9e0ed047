/** The report's script, one for each engagement; an engagement without sliders and cells has none. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { wakes } from '../../components/notebook.ts';
import { pageElements } from '../../pipeline/prose/page-elements.ts';
import { reportScript } from '../../notebook/report-script.ts';
import type { Bundle } from '../../schema/bundle.ts';
import { pageSource, siteBundle, siteBundles } from '../../site/bundles.ts';
import { siteRoot } from '../../site/root.ts';

const SLIDERS: ReadonlySet<string> = new Set(['RoiBench', 'RoiTeaser']);

const scriptParts = ({ pages, notebooks }: Bundle) => ({
  model:
    pages.some((page) => pageElements(pageSource(page), SLIDERS).length > 0) ||
    notebooks.some(({ data }) => data.roi !== undefined),
  content: siteRoot(),
  notebooks: notebooks.filter(wakes),
});

export const getStaticPaths: GetStaticPaths = () =>
  siteBundles()
    .filter((bundle) => {
      const { model, notebooks } = scriptParts(bundle);
      return model || notebooks.length > 0;
    })
    .map(({ id }) => ({ params: { engagement: id } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await reportScript(process.cwd(), scriptParts(siteBundle(params['engagement'] ?? ''))), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
