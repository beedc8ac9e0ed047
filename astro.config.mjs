// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { reportBodies } from './src/site/bodies-plugin.ts';
import { cellElements } from './src/site/cells-plugin.ts';
import { siteRoot } from './src/site/root.ts';

export default defineConfig({
  output: 'static',
  // Pages are read from file://: each address ends in a file that exists.
  build: { format: 'directory' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { processor: satteri({ mdastPlugins: [cellElements] }) },
  integrations: [mdx()],
  vite: {
    plugins: [reportBodies()],
    // The oldest that know light-dark(). Safari takes some properties only apart or with a prefix, and minifying joins them.
    build: { cssTarget: ['chrome123', 'firefox128', 'safari17.5', 'ios17.5'] },
    // A root outside this repository has no node_modules; its MDX finds the renderer here.
    resolve: { dedupe: ['astro'] },
    server: { fs: { allow: [process.cwd(), siteRoot()] } },
  },
});
