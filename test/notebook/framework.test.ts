/** Pages in the manner of Observable Framework: their cells run here as they are; only where the data come from differs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawBirds, shown } from './birds.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'framework');
const page = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('a page of Framework', () => {
  it.each(readdirSync(folder))('%s is drawn, and the same each time', async (name) => {
    const drawn = await drawBirds(page(name));
    expect(drawn.faults).toEqual([]);
    expect(await drawBirds(page(name))).toEqual(drawn);
  });

  it('shows what its inputs choose by default', async () => {
    const [radio, range, , chart, count] = shown(await drawBirds(page('inputs.mdx')));
    expect(radio).toBe('Island all north south');
    expect(range).toBe('Minimum mass');
    expect(chart).toContain('mass');
    expect(count).toMatch(/^There are 4 such birds\. .*4 rows$/);
  });

  it('keeps values that cells change, and waits for promises and generators', async () => {
    const texts = shown(await drawBirds(page('reactivity.mdx')));
    expect(texts).toContain('The counter stands at 0.');
    expect(texts.at(-1)).toBe('Ada: ready, in time, step 3');
  });

  it('is drawn in every width where it asks for one', async () => {
    const { page: drawn } = await drawBirds(page('resize.mdx'));
    const [, resized, line, , half, typed] = drawn!.cells;
    expect(resized!.forms.map(({ html }) => /<svg[^>]* width="(\d+)"/.exec(html)?.[1])).toEqual(['948', '680', '350']);
    expect(line!.forms.map(({ html }) => /x2="(\d+)"/.exec(html)?.[1])).toEqual(['948', '680', '350']);
    expect(half!.source).toBe('half === width / 2');
    expect(half!.forms[0]!.html).toContain('true');
    expect(typed!.forms).toHaveLength(1);
    expect(typed!.forms[0]!.html).toContain('24');
  });
});
