import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { packagedReadme } from '../../scripts/packaged-readme.ts';
import { rewritePackage } from './rewrite-package.ts';
import { startServer, type CodeServer } from './server.ts';
import { sharedBrowser, sharedPackage } from './shared-host.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Stands for where the files of the repository lie: no such name can be registered. */
const address = 'https://files.outrigger.test/main/';
/** In a narrower editor VS Code leaves out the pictures of a walkthrough. */
const size = { width: 1500, height: 850 };
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const pictureCount = [...readme.matchAll(/!\[/g)].length;

/** What a person reads who thinks of installing it, or has just done so. */
describe('the page of the extension', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let server: CodeServer;
  let opened: Workbench | undefined;

  before(async () => {
    folder = temporaryFolder('page');
    const vsix = await rewritePackage(await sharedPackage(), 'page', 'extension/readme.md', () =>
      packagedReadme(readme, address),
    );
    server = await startServer({ extensions: [vsix], takesSuites: false, isWhole: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await opened?.screenshot(`failed ${this.currentTest.title.replace(':', '')}`);
    await opened?.close();
    opened = undefined;
  });
  after(async () => {
    await server.stop();
    folder.remove();
  });

  async function open(language?: string): Promise<Workbench> {
    const options = {
      workspace: folder.folder,
      size,
      ...(language !== undefined && { language }),
    };
    opened = await openWorkbench(await sharedBrowser(), server, options);
    opened.page.setDefaultTimeout(60_000); // other tests may keep the machine busy
    return opened;
  }

  it('shows the pictures of the README, and a walkthrough with pictures of its own', async () => {
    const window = await open();
    await window.page.context().route(`${address}**`, (route) =>
      route.fulfill({
        path: path.join(root, new URL(route.request().url()).pathname.replace('/main/', '')),
      }),
    );
    await window.press('Control+Shift+X');
    await window.page
      .locator('.part.sidebar .extension-list-item')
      .filter({ hasText: 'Outrigger' })
      .first()
      .click({ timeout: 120_000 });
    await window.page.locator('.extension-editor').waitFor();
    await untilPictures(window.page, pictureCount);
    await window.screenshot('extension-page-light');
    await walkThrough(window, 'Get Started with Outrigger', 'walkthrough-light');
  });

  it('has a walkthrough in Swedish', async () => {
    await walkThrough(await open('sv'), 'Kom igång med Outrigger', 'walkthrough-swedish');
  });
});

/** Opens the walkthrough of this title, and takes its picture when its own are there. */
async function walkThrough(window: Workbench, title: string, picture: string): Promise<void> {
  await window.runCommand('Welcome: Open Walkthrough...', 'open walkthrough');
  await window.page.locator('.quick-input-list').getByText(title).waitFor();
  await window.type(title);
  await window.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor({ state: 'hidden' });
  await window.press('Enter');
  const steps = window.page.locator('.gettingStartedContainer .getting-started-step');
  await steps.nth(2).waitFor();
  assert.equal(await steps.count(), 3);
  const shown = window.page.locator('.gettingStartedContainer .getting-started-media img').first();
  await shown.waitFor();
  await untilLoaded(shown);
  await window.screenshot(picture);
}

/** Waits until so many pictures of the page in the frame have loaded. */
async function untilPictures(page: Page, count: number): Promise<void> {
  const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await frame
    .locator('img')
    .nth(count - 1)
    .waitFor({ state: 'attached' });
  assert.equal(await frame.locator('img').count(), count);
  for (let i = 0; i < count; i++) await untilLoaded(frame.locator('img').nth(i));
  await frame.locator('img').nth(0).scrollIntoViewIfNeeded();
}

/** A picture that cannot be loaded never has a width. */
async function untilLoaded(picture: Locator): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const width = await picture.evaluate(
      (one) => (one as { readonly naturalWidth?: number }).naturalWidth ?? 0,
    );
    if (width > 0) return;
    await picture.page().waitForTimeout(100);
  }
  throw new Error('A picture has not loaded.');
}
