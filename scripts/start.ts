/**
 * The main job in one command: what the command line says about the examples, then the examples in VS Code.
 * The machine's own VS Code opens where there is one with a display, else one in the browser, which goes on
 * until it is stopped. `npm start -- --no-wait` only looks whether its address answers.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../test/host/server.ts';
import { copyWorkspace } from '../test/host/workspace-copy.ts';
import { build } from './build.ts';
import { packageExtension } from './package.ts';

const root = path.resolve(import.meta.dirname, '..');
/** A fixed day, so that what is printed here is what the README shows, whenever it is run. */
const asOf = '2026-11-23';

const shown: readonly (readonly [about: string, command: string])[] = [
  ['What is wrong in the documents', 'check examples'],
  ['What the calendar asks for', `due examples/payments --within 30d --as-of ${asOf}`],
  ['Every supplier in one line', `portfolio examples --as-of ${asOf}`],
  [
    'How the last day to prepare for leaving comes about',
    `facts examples/payments --name true-last-day --as-of ${asOf}`,
  ],
];

const { values: options } = parseArgs({
  options: { wait: { type: 'boolean', default: true } },
  allowNegative: true,
});

await build();
sayOnCommandLine();
const own = options.wait ? ownCode() : undefined;
if (own === undefined) await openInBrowser();
else openOwn(own);

function sayOnCommandLine(): void {
  console.log(`The calendar is read as of ${asOf}, a day on which something is due in the examples.`);
  for (const [about, command] of shown) {
    console.log(`\n${about}\n$ npx outrigger ${command}\n`);
    const argv = [path.join(root, 'bin/outrigger.mjs'), ...command.split(' ')];
    const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' });
    // 1 says that the documents have findings; anything else above 0 that the program has a fault.
    if (status !== 0 && status !== 1) process.exit(status ?? 2);
  }
  console.log('\nNow try: npx outrigger explain EXT001');
}

/** The program file of a VS Code that can show a window here. */
function ownCode(): string | undefined {
  const { platform, env } = process;
  const hasDisplay =
    platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return undefined;
  const name = platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

function openOwn(code: string): void {
  const { status } = spawnSync(
    code,
    ['--new-window', `--extensionDevelopmentPath=${root}`, path.join(root, 'examples')],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) process.exit(status ?? 2);
  console.log('\nThe examples are open in VS Code, with the extension loaded.');
}

async function openInBrowser(): Promise<void> {
  console.log('\nStarting VS Code in the browser; the first time it is installed (0.6 GB) ...');
  const server = await startServer({ extensions: [await packageExtension()], isWhole: true });
  // A copy: whoever tries things out must not change what the tests read.
  const copy = await copyWorkspace(path.join(root, 'examples'));
  const address = `http://${server.authority}/?folder=${copy.folder}`;
  const { ok, status } = await fetch(address);
  if (!ok) throw new Error(`"${address}" answers with ${status}.`);
  console.log(`\nThe examples (a copy of them) are open in VS Code at\n\n  ${address}\n`);
  if (options.wait) {
    console.log('Press Ctrl+C to stop.');
    await stopped();
  } else console.log('It answers, and is stopped again.');
  await server.stop();
  copy.remove();
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const goOn = setInterval(() => {}, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(goOn);
        resolve();
      });
    }
  });
}
