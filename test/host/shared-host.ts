import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { packageExtension } from '../../scripts/package.ts';
import { startBrowser } from './browser.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { rewriteForWeb } from './rewrite-package.ts';
import { startServer } from './server.ts';
import type { CodeServer } from './server.ts';
import { screenshotFolder } from './workbench.ts';

// What takes seconds to start is started once for all test files, when the first one asks, and ended after the last.

let browser: Promise<Browser> | undefined;
let vsix: Promise<string> | undefined;
const servers = new Map<ServerKind, Promise<CodeServer>>();

/**
 * Workspaces that are trusted, or not, in Node's extension host; or trusted ones with the extension in the web worker.
 * A `personal` one is trusted and takes no suite: windows on it show everything that a person would see.
 */
export type ServerKind = 'trusted' | 'restricted' | 'web' | 'personal';

/** The package of a run in several processes, which has been made and has seen the pictures of earlier runs gone. */
const prepared = process.env['OUTRIGGER_PACKAGE'];

/** The browser of all tests. The pictures of earlier runs are gone when it has started. */
export function sharedBrowser(): Promise<Browser> {
  browser ??=
    prepared === undefined
      ? rm(screenshotFolder, { recursive: true, force: true }).then(startBrowser)
      : startBrowser();
  return browser;
}

/** A server with the packaged extension installed, of one kind. */
export function sharedServer(kind: ServerKind = 'trusted'): Promise<CodeServer> {
  const server = servers.get(kind) ?? startKind(kind);
  servers.set(kind, server);
  return server;
}

async function startKind(kind: ServerKind): Promise<CodeServer> {
  const file = await sharedPackage();
  return await startServer({
    extensions: [kind === 'web' ? await rewriteForWeb(file) : file],
    trusted: kind !== 'restricted',
    takesSuites: kind !== 'personal',
  });
}

/** The packaged extension, `dist/outrigger.vsix`, made anew for this run. */
export function sharedPackage(): Promise<string> {
  vsix ??= prepared === undefined ? packageExtension() : Promise.resolve(prepared);
  return vsix;
}

after('end the shared browser and servers', async function () {
  this.timeout(60_000);
  // What has not started has nothing to be ended, and has told so to the test that asked for it.
  const started = await Promise.allSettled(servers.values());
  for (const each of started) if (each.status === 'fulfilled') await each.value.stop();
  const open = await browser?.catch(() => undefined);
  if (!open) return;
  if (existsSync(screenshotFolder)) await writeContactSheet(open);
  await open.close();
});
