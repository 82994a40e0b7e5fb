import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';
import { cleanEnvironment } from './clean-environment.ts';
import { installServer } from './install-server.ts';
import { onProcessEnd } from './process-end.ts';
import { quietSettings } from './quiet-settings.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

export interface ServerOptions {
  /** Packages (.vsix) to install, as a user would. */
  readonly extensions?: readonly string[];
  /** False opens every workspace in Restricted Mode, without asking. True by default. */
  readonly trusted?: boolean;
  /** False takes no suite, and lets messages pop up as a user sees them. True by default. */
  readonly takesSuites?: boolean;
  /** True has every extension that VS Code comes with, which takes a third longer to open. False by default. */
  readonly isWhole?: boolean;
  /** User settings on top of the quiet ones. */
  readonly settings?: Settings;
}

/** What VS Code comes with and a window of ours can meet: Markdown, YAML, and what a picture shows. */
const builtIn = [
  'json',
  'markdown-basics',
  'markdown-language-features',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
  'yaml',
];

type Settings = Readonly<Record<string, unknown>>;

/** A VS Code server of its own profile; any number of pages may be open on it. */
export interface CodeServer {
  readonly pid: number;
  readonly port: number;
  /** The authority of `vscode-remote` addresses, `localhost:PORT`. */
  readonly authority: string;
  /** Ends the server with everything it started, and removes its profile. */
  stop(): Promise<void>;
}

/** Starts a server on a free port with a fresh profile. It ends with this process at the latest. */
export async function startServer(options: ServerOptions = {}): Promise<CodeServer> {
  const installed = await installServer();
  const program = path.join(installed, 'out', 'server-main.js');
  const profile = temporaryFolder('server');
  const common = [
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--server-data-dir',
    profile.folder,
  ];
  try {
    if (!(options.isWhole ?? false)) {
      const few = path.join(profile.folder, 'built-in');
      await mkdir(few);
      for (const name of builtIn)
        await symlink(path.join(installed, 'extensions', name), path.join(few, name), 'junction');
      common.push('--builtin-extensions-dir', few);
    }
    await writeSettings(profile.folder, options.settings ?? {});
    for (const extension of options.extensions ?? [])
      await finished(
        start(program, [...common, '--install-extension', extension]),
        `Installing "${extension}"`,
      );
    const child = start(program, [
      ...common,
      '--host=127.0.0.1',
      '--port=0', // a free one, chosen by the system
      '--without-connection-token',
      // Without it a built workbench ignores every payload; with it no message pops up.
      ...((options.takesSuites ?? true) ? ['--enable-smoke-test-driver'] : []),
      ...((options.trusted ?? true) ? ['--disable-workspace-trust'] : []),
    ]);
    return await running(child, profile);
  } catch (error) {
    profile.remove();
    throw error;
  }
}

async function writeSettings(profile: string, settings: Settings): Promise<void> {
  for (const scope of ['User', 'Machine']) {
    const folder = path.join(profile, 'data', scope);
    await mkdir(folder, { recursive: true });
    const text = JSON.stringify({ ...quietSettings, ...(scope === 'User' ? settings : {}) }, null, 2);
    await writeFile(path.join(folder, 'settings.json'), text);
  }
}

/** VS Code 1.139 needs Node 22 or newer, so it runs on the Node of the tests. */
function start(program: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its extension hosts, watchers and terminals can be ended with it.
    detached: process.platform !== 'win32',
  });
}

async function running(child: ChildProcess, profile: TemporaryFolder): Promise<CodeServer> {
  const { pid } = child;
  if (pid === undefined) throw new Error('VS Code did not start: the system gave it no process.');
  const forget = onProcessEnd(() => end(child, 'SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await portOf(child).catch((error: unknown) => {
    end(child, 'SIGKILL');
    forget();
    throw error;
  });
  // It must not keep the tests from ending: whoever forgets to stop it is helped by the line above.
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as Socket | null)?.unref();
  return {
    pid,
    port,
    authority: `localhost:${port}`,
    async stop() {
      end(child, 'SIGTERM');
      const impatient = setTimeout(() => end(child, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(impatient);
      end(child, 'SIGKILL'); // what it started and left behind
      forget();
      profile.remove();
    },
  };
}

/** The port that the server says it listens on. Rejects where it ends, or says nothing for a minute. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: string): void => {
      said += chunk;
      const port = /agent listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(impatient);
      child.stdout?.off('data', listen).resume();
      resolve(Number(port));
    };
    const impatient = setTimeout(
      () => reject(new Error(`VS Code did not listen within a minute:\n${said}`)),
      60_000,
    );
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(impatient);
      reject(new Error(`VS Code ended with ${code} before it listened:\n${said}`));
    });
  });
}

async function finished(child: ChildProcess, what: string): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${what} ended with ${code}:\n${said}`);
}

/** Sends a signal to the server and everything it started; does nothing where that has ended. */
function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}
