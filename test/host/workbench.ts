import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { CodeServer } from './server.ts';

export interface WorkbenchOptions {
  /** An absolute folder or `.code-workspace` file of this machine, or a whole address such as `memfs:/name`. */
  readonly workspace: string;
  /** What VS Code calls the payload: names with their values. */
  readonly payload?: readonly (readonly [string, string])[];
  /** Called with the exit code of a suite in the extension host. */
  readonly onExit?: (code: number) => void;
  /** Called with each line that an extension host writes to its console, when a suite runs. */
  readonly onLog?: (line: string) => void;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Where screenshots are kept. */
export const screenshotFolder = path.resolve(import.meta.dirname, '../../artifacts/screenshots');

/** Opens a window of VS Code in a browser profile of its own, and waits until it shows its parts. */
export async function openWorkbench(
  browser: Browser,
  server: CodeServer,
  options: WorkbenchOptions,
): Promise<Workbench> {
  const context = await browser.newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
  const page = await context.newPage();
  const console: string[] = [];
  page.on('console', (message) => console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.push(`uncaught: ${error.message}`));
  // The workbench looks for these two when it starts.
  await page.exposeFunction('codeAutomationLog', (_level: string, args: readonly unknown[]) => {
    const line = format(...args);
    console.push(`host: ${line}`);
    options.onLog?.(line);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
  await page.goto(address(server, options));
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  return new Workbench(page, server, console);
}

/** One window of VS Code, as a person with a keyboard sees it. */
export class Workbench {
  /** For what the methods here do not offer. */
  readonly page: Page;
  /** Everything that the page and the extension hosts of a suite have written so far. */
  readonly console: readonly string[];
  /** Keys pressed so far; each character typed is one. */
  keyPresses = 0;
  readonly #server: CodeServer;

  constructor(page: Page, server: CodeServer, console: readonly string[]) {
    this.page = page;
    this.#server = server;
    this.console = console;
  }

  /** Presses keys one after the other, each as playwright names them: `Control+S`, `ArrowDown`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keyPresses += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.keyPresses += text.length;
    await this.page.keyboard.type(text);
  }

  /** Runs the command of this title as a person would, from the palette. Ends when the palette has closed or shows the command's own question. */
  async runCommand(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await this.press('F1');
    await input.waitFor();
    await this.type(title);
    // The list follows the typing; Enter before it has would run another command.
    const first = this.page.locator('.quick-input-list .monaco-list-row').first();
    await first.filter({ hasText: title }).waitFor();
    await this.press('Enter');
    await first.filter({ hasText: title }).waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace by (a part of) its path. */
  async openFile(name: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await this.press('Control+P');
    await input.waitFor();
    await this.type(name);
    const base = path.posix.basename(name);
    await this.page.locator('.quick-input-list .monaco-list-row').first().filter({ hasText: base }).waitFor();
    await this.press('Enter');
    await this.page.locator('.tab.active').filter({ hasText: base }).waitFor();
  }

  /** Changes the colours of every window on this server, and waits until this one has them. */
  async useTheme(theme: Theme): Promise<void> {
    await this.#server.configure({ 'workbench.colorTheme': themes[theme].name });
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor();
  }

  /** Makes the side bar as narrow or wide as asked for, within the limits of VS Code (170 pixels and up). */
  async resizeSideBar(widthPixels: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (box === null) throw new Error('No side bar is open.');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + widthPixels, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Keeps a picture of the window as `artifacts/screenshots/<name>.png` and returns its path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(screenshotFolder, { recursive: true });
    const file = path.join(screenshotFolder, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export type Theme = keyof typeof themes;

const themes = {
  light: { name: 'Default Light Modern', className: 'vs' },
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  'high-contrast': { name: 'Default High Contrast', className: 'hc-black' },
} as const;

function address(server: CodeServer, { workspace, payload = [] }: WorkbenchOptions): string {
  const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: workspace.replaceAll('\\', '/') });
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return `http://${server.authority}/?${query.toString()}`;
}
