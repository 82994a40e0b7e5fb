import { build } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleSuite } from './bundle-suite.ts';
import type { ExtensionHost } from './bundle-suite.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An extension of nothing but a test suite: VS Code runs a suite in the host of the extension whose folder holds it. */
export interface Driver {
  readonly folder: string;
  readonly suite: string;
  remove(): void;
}

export interface DriverOptions {
  /** The files of the suite. */
  readonly suites: readonly string[];
  readonly host: ExtensionHost;
  /** A folder whose files the driver offers as `memfs:/<name of the folder>`, held in memory. In the worker only. */
  readonly inMemory?: string;
}

/** Writes a driver with its bundled suite into a temporary folder. */
export async function writeDriver({ suites, host, inMemory }: DriverOptions): Promise<Driver> {
  const { folder, remove } = temporaryFolder('driver');
  const bundle = path.join(folder, 'suite.cjs');
  await Promise.all([
    writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest(host, inMemory !== undefined))),
    bundleSuite(suites, host, bundle),
    host === 'worker' ? writeEntry(folder, inMemory) : undefined,
  ]);
  return { folder, suite: bundle, remove };
}

function manifest(host: ExtensionHost, offersMemory: boolean): object {
  return {
    name: 'driver',
    publisher: 'outrigger-test',
    version: '0.0.1',
    engines: { vscode: '^1.106.0' },
    capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
    // With `browser` and no `main` it runs in the web worker, and so does its suite.
    ...(host === 'worker' ? { browser: './driver.cjs' } : {}),
    ...(offersMemory ? { activationEvents: ['onFileSystem:memfs'] } : {}),
  };
}

async function writeEntry(folder: string, inMemory: string | undefined): Promise<void> {
  const entry = path.join(folder, 'driver.cjs');
  if (inMemory === undefined) return writeFile(entry, 'exports.activate = () => {};\n');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'suite', 'memory-files.ts')],
    outfile: entry,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    define: { filesInMemory: JSON.stringify(await texts(inMemory)) },
    logLevel: 'silent',
  });
}

/** Every file below a folder: its path, which begins with the folder's name, and its text. */
async function texts(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = files.map(
    async (file) =>
      [
        path.relative(path.dirname(folder), file).replaceAll('\\', '/'),
        await readFile(file, 'utf8'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}
