/** *Recount the facts*: offline, in the reader's browser, from the rows that the page carries. */
import type { RecountIsland } from '../../core/recount-data.ts';
import { resultElement, summary } from './results.ts';
import { takeTally } from './tally.ts';
import type { Host } from './tally.ts';

/** Facts between two breaths of the page. */
const BATCH = 8;

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function wake(part: HTMLElement): void {
  const button = part.querySelector('button');
  const said = part.querySelector('[role=status]');
  const island = part.querySelector('script')?.textContent;
  if (!button || !said || !island) return;
  let running = false;

  const tell = (text: string): void => {
    const words = document.createElement('span');
    words.dataset['unpacked'] = '';
    words.textContent = text;
    said.replaceChildren(words);
  };
  const page = part.closest<HTMLElement>('[data-page]');
  const host: Host = {
    sha256,
    entryOf: (fact) => {
      const id = page ? `${page.id}/fact-${fact}` : `fact-${fact}`;
      const entry = document.getElementById(id);
      return entry instanceof HTMLTableSectionElement ? entry : null;
    },
    progress: async (done, of) => {
      if (done % BATCH !== 0) return;
      tell(`Counting: ${String(done)} of ${String(of)} facts.`);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    part.querySelector(':scope > [data-unpacked]')?.remove();
    try {
      const { data, sha256: stated, locale, unit } = JSON.parse(island) as RecountIsland;
      const tally = await takeTally(data, stated, { locale, unit }, host);
      said.after(resultElement(tally));
      tell(summary(tally, data.left));
    } catch (error) {
      tell(
        `Nothing was counted: the data of this page cannot be read (${error instanceof Error ? error.message : ''}).`,
      );
    }
    running = false;
  };
  button.addEventListener('click', () => void run());
  // In the folder this script comes when it is asked for.
  if (button.dataset['script'] !== undefined) void run();
}

const part = document.querySelector<HTMLElement>('.recount');
if (part) wake(part);
