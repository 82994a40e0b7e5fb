import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment } from './clean-environment.ts';

/** The release of code-server that carries VS Code 1.139.1, workbench and server, in an npm package. */
const version = '4.139.1';
const folder = path.resolve(import.meta.dirname, '../../.vscode-test');
const inPackage = path.join('node_modules', 'code-server');

/**
 * Installs VS Code's server where it is not there yet (590 MB, once), and returns the folder of its `out/server-main.js`.
 * Rejects with npm's own words where npm fails.
 */
export function installServer(): Promise<string> {
  installation ??= installOnce();
  return installation;
}

/** Two servers may be started at once. */
let installation: Promise<string> | undefined;

async function installOnce(): Promise<string> {
  const target = path.join(folder, 'server');
  if (!isComplete(target)) {
    console.error(`Installing VS Code for the tests (code-server ${version}, once) ...`);
    await removeLeftovers();
    const building = path.join(folder, `server-${process.pid}`);
    await install(building);
    // Only a complete folder ever has the final name: an interrupted installation leaves nothing to trip over.
    if (!isComplete(target)) await rm(target, { recursive: true, force: true });
    await rename(building, target).catch(async (error: unknown) => {
      if (!isComplete(target)) throw error;
      await rm(building, { recursive: true, force: true }); // another process was faster
    });
  }
  return path.join(target, inPackage, 'lib', 'vscode');
}

function isComplete(target: string): boolean {
  const manifest = path.join(target, inPackage, 'package.json');
  return (
    existsSync(manifest) &&
    (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }).version === version
  );
}

async function install(building: string): Promise<void> {
  await mkdir(building, { recursive: true });
  // A manifest of its own: without one npm takes the project around it for the place to install into.
  await writeFile(path.join(building, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Nothing is built: the search, the watcher and the terminal come as they are.
  await npm(['install', ...quiet, '--no-save', `code-server@${version}`], building);
  await npm(['install', ...quiet, '--omit=dev'], path.join(building, inPackage, 'lib', 'vscode'));
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const child = spawn('npm', args, { cwd, env: npmEnvironment(), shell: process.platform === 'win32' });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`"npm ${args.join(' ')}" ended with ${code}:\n${output}`);
}

/** Keeps what a person may have set for npm, a registry for example, and drops where the outer npm is at work. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const configured = Object.entries(process.env).filter(
    ([name]) => /^npm_config_/i.test(name) && !/^npm_config_(local_prefix|prefix|dir)$/i.test(name),
  );
  return { ...cleanEnvironment(), ...Object.fromEntries(configured) };
}

/** Folders of installations whose process is gone. */
async function removeLeftovers(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const pid = /^server-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
