/** The stylesheets of a report, for each engagement so that each folder stands alone. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { benchStylesheet, reportStylesheet } from '../../../styles/stylesheet.ts';
import { siteBundles } from '../../../site/bundles.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const sheets = [await reportStylesheet(), benchStylesheet()];
  return siteBundles().flatMap(({ id }) =>
    sheets.map(({ file, text }) => ({ params: { engagement: id, file }, props: { text } })),
  );
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/css; charset=utf-8' } });
