/** The data behind every figure, as files: a link works without a script, and from file:// too. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles } from '../../_data-files.ts';
import { pageSource, siteBundles } from '../../../site/bundles.ts';

const NAME = /^data\/(.+)\.csv$/;

export const getStaticPaths: GetStaticPaths = () =>
  siteBundles().flatMap((bundle) => {
    const bodyOf = (slug: string): string => {
      const page = bundle.pages.find((candidate) => candidate.slug === slug);
      return page === undefined ? '' : pageSource(page);
    };
    return dataFiles(bundle, bodyOf).map(({ path, csv }) => ({
      params: { engagement: bundle.id, name: NAME.exec(path)?.[1] },
      props: { csv },
    }));
  });

export const GET: APIRoute<{ csv: string }> = ({ props }) =>
  new Response(props.csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
