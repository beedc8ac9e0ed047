// Plain JavaScript, because an old Node has to be able to read it: it looks for a Node that can run our TypeScript,
// and says what to do where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REQUIRED = 24;
const project = fileURLToPath(new URL('../../', import.meta.url));
const [door = '', ...rest] = process.argv.slice(2);
const script = fileURLToPath(new URL(`./${door}.ts`, import.meta.url));

const major = Number(process.versions.node.split('.')[0]);
if (!existsSync(script)) {
  console.error(
    `"${door}" is not a command of the workbench. Expected: npm run build, dev, new, load, lock, refresh, types, verify, sign, pdf or bench; npm test.`,
  );
  process.exitCode = 1;
} else if (major >= REQUIRED) {
  process.argv.splice(1, 2, script);
  await import(new URL(`./${door}.ts`, import.meta.url).href);
} else {
  runOnOwnNode();
}

function runOnOwnNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = `${project}node_modules/.bin/${name}`;
  const version = existsSync(own) ? spawnSync(own, ['--version'], { encoding: 'utf8' }).stdout?.trim() : '';
  if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) < REQUIRED) {
    console.error(
      [
        `The workbench runs on Node ${REQUIRED} or newer; this is Node ${process.versions.node}.`,
        `npm install normally brings Node ${REQUIRED} along as an optional package, and here it is missing:`,
        existsSync(`${project}node_modules`)
          ? `either optional packages were left out (run "npm install --include=optional"), or there is none for`
          : `nothing is installed yet (run "npm install"), or there is none for`,
        `${process.platform} ${process.arch} (then install Node ${REQUIRED} from https://nodejs.org and run the command again).`,
      ].join('\n'),
    );
    process.exitCode = 1;
    return;
  }
  const { status } = spawnSync(own, [script, ...rest], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
