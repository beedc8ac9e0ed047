/** The fonts of a report and their licences. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { fontLicences, reportFonts } from '../../../../package/fonts.ts';
import { siteBundles } from '../../../../site/bundles.ts';

const LICENCE = 'LICENSE.txt';

export const getStaticPaths: GetStaticPaths = async () => {
  const files = [...(await reportFonts()).map((font) => font.file), LICENCE];
  return siteBundles().flatMap(({ id }) => files.map((file) => ({ params: { engagement: id, file } })));
};

export const GET: APIRoute = async ({ params }) => {
  if (params.file === LICENCE) {
    return new Response(await fontLicences(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  const font = (await reportFonts()).find((candidate) => candidate.file === params.file);
  return font === undefined
    ? new Response(null, { status: 404 })
    : new Response(font.bytes.slice().buffer, { headers: { 'content-type': 'font/woff2' } });
};
