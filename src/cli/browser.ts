/** Finds a Chromium for printing and for the browser tests, or gets one: Playwright's own download, else the system's package manager. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export interface Browser {
  readonly executablePath: string;
  /** Where it came from, for the log. */
  readonly origin: string;
}

/** Names under which systems install a browser of Chromium's family. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const succeeds = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// A download without the system libraries that it needs is there and does not start.
// On Windows the question would open a window.
const starts = ({ executablePath }: Browser): boolean =>
  process.platform === 'win32' || succeeds(executablePath, ['--version']);

function* candidates(): Generator<Browser> {
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) yield { executablePath: own, origin: "Playwright's download" };
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const command of COMMANDS) {
    for (const folder of folders) {
      const path = join(folder, command);
      if (isExecutable(path)) yield { executablePath: path, origin: 'the system' };
    }
  }
  for (const path of PLACES[process.platform] ?? []) {
    if (existsSync(path)) yield { executablePath: path, origin: 'the system' };
  }
}

/** A browser that is already here: named by WORKBENCH_BROWSER, downloaded by Playwright, or installed in the system. */
export function findBrowser(): Browser | undefined {
  const named = process.env['WORKBENCH_BROWSER'];
  if (named === undefined || named === '') {
    for (const candidate of candidates()) if (starts(candidate)) return candidate;
    return undefined;
  }
  if (!isExecutable(named))
    throw new Error(`WORKBENCH_BROWSER names ${named}, which is not a program that can be run.`);
  return { executablePath: named, origin: 'WORKBENCH_BROWSER' };
}

interface Attempt {
  readonly label: string;
  readonly commands: readonly (readonly string[])[];
}

/** Ways to get a browser on this machine, the least intrusive first. */
function attempts(): Attempt[] {
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const found: Attempt[] = [
    { label: "Playwright's own download", commands: [[process.execPath, playwright, 'install', 'chromium']] },
  ];
  if (process.platform === 'linux' && succeeds('apt-get', ['--version'])) {
    const root = process.getuid?.() === 0;
    if (root || succeeds('sudo', ['-n', 'true'])) {
      const prefix = root ? [] : ['sudo', '-n'];
      found.push({
        label: 'apt-get install chromium',
        commands: [
          [...prefix, 'apt-get', 'update', '-q'],
          [...prefix, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
        ],
      });
    }
  }
  if (process.platform === 'darwin' && succeeds('brew', ['--version'])) {
    found.push({ label: 'brew install chromium', commands: [['brew', 'install', '--cask', 'chromium']] });
  }
  return found;
}

/** @throws Error that says what to do where no browser is here and none can be had */
export function requireBrowser(say: (text: string) => void): Browser {
  const present = findBrowser();
  if (present) return present;
  for (const { label, commands } of attempts()) {
    say(`No Chromium here; trying ${label}.`);
    const done = commands.every(([command = '', ...args]) => {
      const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      return (
        spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment, timeout: 600_000 })
          .status === 0
      );
    });
    const browser = done ? findBrowser() : undefined;
    if (browser) return browser;
  }
  throw new Error(
    [
      'This needs Chromium, and none was found or could be installed.',
      'Install one (Debian and Ubuntu: "sudo apt-get install chromium"; others: Chrome, Edge or "npx playwright install --with-deps chromium"),',
      'or name one: WORKBENCH_BROWSER=/path/to/chromium',
    ].join('\n'),
  );
}

/** Arguments that a browser needs on this machine: Chromium refuses its sandbox to root. */
export const browserArguments = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
