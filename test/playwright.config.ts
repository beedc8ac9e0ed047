import { defineConfig } from '@playwright/test';
import { browserArguments, requireBrowser } from '../src/cli/browser.ts';

const browser = requireBrowser((text) => process.stderr.write(`${text}\n`));

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser.executablePath, args: browserArguments() },
    offline: true,
    viewport: { width: 1440, height: 900 },
  },
});
