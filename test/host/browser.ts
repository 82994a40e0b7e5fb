import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { installChromium } from './install-chromium.ts';

/** Starts a Chromium without a window; it ends with this process at the latest. One serves any number of pages. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: installChromium(),
    args: [
      '--no-sandbox', // tests may run as root, in a container
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that waits behind another one must not be slowed down.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
    ],
  });
}
