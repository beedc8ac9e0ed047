/** Runs a kit that lies in a folder, as its own scripts say, on each engine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { repository, userEnvironment } from '../cli/build-runner.ts';

/** A folder of its own with the files of a kit, and the one package that its README asks for. */
export function unpack(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-kit-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'node_modules', '@duckdb'), { recursive: true });
  symlinkSync(
    join(repository, 'node_modules', '@duckdb', 'node-api'),
    join(folder, 'node_modules', '@duckdb', 'node-api'),
    'junction',
  );
  return folder;
}

export interface Said {
  readonly code: number | null;
  /** Lines that name a fact on which SQL and loaders do not agree. */
  readonly differing: readonly string[];
  readonly verdict: string;
}

/** `node run-duckdb.mjs`, on a machine in another zone. */
export function runOnDuckdb(folder: string): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['run-duckdb.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...userEnvironment, TZ: 'America/St_Johns' },
  });
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  return {
    code: status,
    differing: lines.filter((line) => line.startsWith('DIFFERS')).map((line) => line.slice('DIFFERS  '.length)),
    verdict: lines.at(-1) ?? '',
  };
}

interface ComparedRow {
  readonly fact: string;
  readonly published: string | null;
  readonly counted_here: string | null;
  readonly unit: string | null;
  readonly agrees: boolean;
}

/** Does what `psql --file run-psql.sql` does, line by line, through the client that is at hand. */
export async function runOnPostgres(folder: string, url: string): Promise<Said> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    for (const line of readFileSync(join(folder, 'run-psql.sql'), 'utf8').split('\n')) {
      const [, included] = /^\\i (.+)$/.exec(line) ?? [];
      const [, table, file, options] = /^\\copy (.+) from '(.+)' with (\(.+\))$/.exec(line) ?? [];
      if (included !== undefined) await sql.unsafe(readFileSync(join(folder, included), 'utf8')).simple();
      if (table !== undefined && file !== undefined && options !== undefined) {
        const stream = await sql.unsafe(`copy ${table} from stdin with ${options}`).writable();
        await new Promise((resolve, reject) => {
          stream
            .on('error', reject)
            .on('finish', resolve)
            .end(readFileSync(join(folder, file)));
        });
      }
    }
    const rows = await sql.unsafe<ComparedRow[]>('select * from compared order by place, fact');
    const differing = rows
      .filter(({ agrees }) => !agrees)
      .map(
        ({ fact, published, counted_here, unit }) =>
          `${fact}: ${published ?? 'nothing'} published, ${counted_here ?? 'nothing'} counted here (${unit ?? ''})`,
      );
    const verdict = `${String(rows.length - differing.length)} of ${String(rows.length)} facts agree with the report`;
    return { code: 0, differing, verdict };
  } finally {
    await sql.end();
  }
}
