/** The stylesheet of a report, one per engagement so that each folder stands alone. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { reportStylesheet } from '../../../styles/stylesheet.ts';
import { siteBundles } from '../../../site/bundles.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { file } = await reportStylesheet();
  return siteBundles().map(({ id }) => ({ params: { engagement: id, file } }));
};

export const GET: APIRoute = async () =>
  new Response((await reportStylesheet()).text, { headers: { 'content-type': 'text/css; charset=utf-8' } });
