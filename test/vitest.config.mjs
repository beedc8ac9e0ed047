// @ts-check
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Loaders know the helpers of the pipeline under this name.
  resolve: { alias: { workbench: fileURLToPath(new URL('../src/pipeline/define.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    // A zone with an odd offset and its own daylight-saving dates: what leans on the machine's clock shows here.
    env: { TZ: 'Pacific/Chatham' },
    testTimeout: 30_000,
  },
});
