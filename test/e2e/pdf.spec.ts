/** The whole report as one document: its contents lead where they say, nothing is missing, nobody is named. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parse as parseYaml } from 'yaml';
import { createWordSearch } from '../../src/core/word-search.ts';
import { sourcesFile } from '../../src/schema/sources.ts';
import { dist, engagement, singleFile, slugs } from './report.ts';

const repository = join(import.meta.dirname, '..', '..');
const bare = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();

function printed(file: string, folder: string): Uint8Array {
  const out = join(folder, 'report.pdf');
  const run = spawnSync(process.execPath, [join(repository, 'src/cli/pdf.ts'), file, '--to', out], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return new Uint8Array(readFileSync(out));
}

async function textOf(document: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await document.getPage(number)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

/** Every value of a personal column of the sample. */
function personalValues(): string[] {
  const folder = join(repository, 'data', engagement);
  const { sources } = sourcesFile.parse(parseYaml(readFileSync(join(folder, 'sources.yaml'), 'utf8')));
  return sources.flatMap(({ file, format, columns = {} }) => {
    const personal = Object.entries(columns).flatMap(([name, kept]) => (kept === 'personal' ? [name] : []));
    if (format !== 'csv' || personal.length === 0) return [];
    const rows = parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), { columns: true });
    return rows.flatMap((row) => personal.map((name) => row[name] ?? '').filter((value) => value.length > 3));
  });
}

test('npm run pdf prints the whole report', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const bytes = printed(fileURLToPath(singleFile), folder);
    expect(bytes.length).toBeLessThan(8_000_000);
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const texts = await Promise.all(
      Array.from({ length: document.numPages }, (_, index) => textOf(document, index + 1)),
    );

    for (let number = 1; number <= document.numPages; number += 1) {
      const tree = (await (await document.getPage(number)).getStructTree()) as { children: unknown[] } | null;
      expect(tree?.children.length, `tags of page ${number}`).toBeGreaterThan(0);
    }
    expect((await document.getOutline()).length).toBeGreaterThan(slugs.length);

    const contents = [
      ...(texts[0] ?? '').split('Contents')[1]!.matchAll(/(\S[^0-9]*?(?:\$[\d,]+[^0-9]*?)?)\s+(\d{1,3})(?=\s)/g),
    ];
    expect(contents.length).toBeGreaterThan(slugs.length);
    for (const [, heading = '', number = ''] of contents)
      expect(bare(texts[Number(number) - 1] ?? ''), `${heading} on page ${number}`).toContain(bare(heading));

    for (const [index, text] of texts.entries()) {
      expect(bare(text), `page ${index + 1}`).toContain(`${index + 1}of${document.numPages}`);
      expect(bare(text).length, `page ${index + 1}`).toBeGreaterThan(100);
    }
    const titles = slugs.map((slug) => {
      const html = readFileSync(join(dist, engagement, slug === 'index' ? '' : slug, 'index.html'), 'utf8');
      return /<title>\s*([\s\S]*?)\s*<\/title>/.exec(html)![1]!.split(' · ')[0]!;
    });
    const whole = bare(texts.join(' '));
    for (const title of titles.filter((one) => !one.includes('proof package'))) expect(whole).toContain(bare(title));

    const people = personalValues();
    expect(people.length).toBeGreaterThan(50);
    expect(createWordSearch(people)(texts.join('\n'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a saved version prints as one, and says so', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const saved = join(folder, 'mine.html');
    const text = readFileSync(fileURLToPath(singleFile), 'utf8');
    // As the command of the report saves it.
    writeFileSync(saved, text.replace('<body', '<meta name=report-state content="#/roi?v=1&amp;name=Board"><body'));
    const document = await getDocument({ data: printed(saved, folder), verbosity: 0 }).promise;
    expect(await textOf(document, 1)).toContain('A version that a reader saved');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is no report is said, and nothing is written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, '<p>Not a report</p>');
    const run = spawnSync(process.execPath, [join(repository, 'src/cli/pdf.ts'), file], { encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('This is not a report in one file.');
    expect(readdirSync(folder)).toEqual(['page.html']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
