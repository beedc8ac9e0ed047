/** `npm run dev` on a root, as an author starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, userEnvironment } from './build-runner.ts';

export interface PreviewServer {
  /** Address of the server. */
  readonly base: string;
  /** What the terminal has shown so far. */
  said(): string;
  stop(): Promise<void>;
}

export async function startPreview(root: string): Promise<PreviewServer> {
  const server = spawn(process.execPath, [join(repository, 'src', 'cli', 'dev.ts'), '--root', root], {
    cwd: repository,
    env: userEnvironment,
  });
  let said = '';
  const base = await new Promise<string>((resolve, reject) => {
    const listen = (part: Buffer): void => {
      said += part.toString();
      const address = /Preview: (http:\/\/localhost:\d+\/)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(said)));
  });
  return {
    base,
    said: () => said,
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

/** Saves a file of a root as an author does: the text has to be there. */
export function edit(root: string, path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}
