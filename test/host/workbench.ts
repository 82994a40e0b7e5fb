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
  /** The language that VS Code takes itself to speak, such as `sv`; its own texts are English in any case. */
  readonly language?: string;
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
  // What a language pack would say. Extensions speak the language; the workbench has no texts in it.
  if (options.language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`);
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
  // Both may take minutes while other tests keep the machine busy.
  await page.goto(address(server, options), { timeout: 120_000 });
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 120_000 });
  return new Workbench(page, console);
}

/** One window of VS Code, as a person with a keyboard sees it. */
export class Workbench {
  /** For what the methods here do not offer. */
  readonly page: Page;
  /** Everything that the page and the extension hosts of a suite have written so far. */
  readonly console: readonly string[];
  /** Keys pressed so far; each character typed is one. */
  keyPresses = 0;
  /** What a system says of its colours where nothing was said to it. */
  #theme: Theme = 'light';

  constructor(page: Page, console: readonly string[]) {
    this.page = page;
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

  /**
   * Runs the command of this title from the palette, and ends when that has closed or asks the command's own question.
   * What is typed is enough of the title to have it first in the list; by default, all of it.
   */
  async runCommand(title: string, typed = title): Promise<void> {
    await this.press('F1');
    this.keyPresses += typed.length + 1;
    await this.#pick(typed, title);
  }

  /** Opens a file of the workspace by its name or path, and waits for its editor. */
  async openFile(name: string): Promise<void> {
    await this.press('Control+P');
    this.keyPresses += name.length + 1;
    const base = path.posix.basename(name);
    await this.#pick(name, base);
    await this.page.locator('.tab.active').filter({ hasText: base }).waitFor();
  }

  /** Types into the list that is about to open, and takes its first entry when that shows the label. */
  async #pick(text: string, label = text): Promise<void> {
    await this.page.locator('.quick-input-widget input').first().waitFor();
    await this.page.keyboard.type(text);
    // The list follows the typing; Enter before it has would take another entry.
    const first = this.page.locator('.quick-input-list .monaco-list-row').first().filter({ hasText: label });
    await first.waitFor();
    await this.page.keyboard.press('Enter');
    await first.waitFor({ state: 'hidden' });
  }

  /** Changes the colours of this window, as the system's own would, and waits until it has them; what is open stays open. */
  async #useTheme(theme: Theme): Promise<void> {
    const { media, file } = themes[theme];
    await this.page.emulateMedia(media);
    await this.page.locator(`.monaco-workbench[class*="${file}-json"]`).waitFor();
    this.#theme = theme;
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
    await this.page.mouse.move(0, 0); // away from the border, which shines below it
  }

  /**
   * Keeps a picture of the window as `artifacts/screenshots/<name>.png` and returns its path. A name that ends in that of
   * a theme has the picture taken in it.
   */
  async screenshot(name: string): Promise<string> {
    const theme = themeNames.find((each) => name.endsWith(`-${each}`));
    if (theme !== undefined && theme !== this.#theme) await this.#useTheme(theme);
    await mkdir(screenshotFolder, { recursive: true });
    const file = path.join(screenshotFolder, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /**
   * Keeps a picture in each theme, named after it, of what is asked of the tests everywhere and of all where
   * `npm run pictures` runs; elsewhere in the first theme. To change it takes a second, so this begins with the one that
   * is there.
   */
  async screenshotInEachTheme(name: string): Promise<void> {
    const isInAll = process.env['PICTURES'] === 'all' || inEachThemeAlways.has(name);
    const [first, ...others] = [this.#theme, ...themeNames.filter((theme) => theme !== this.#theme)];
    for (const theme of isInAll ? [first, ...others] : themeNames.slice(0, 1))
      await this.screenshot(`${name}-${theme}`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export type Theme = keyof typeof themes;

/** What a system says of its colours; and the file of the theme for it, which the window carries as a class. */
const themes = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, file: 'light_modern' },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, file: 'dark_modern' },
  'high-contrast': { media: { colorScheme: 'dark', forcedColors: 'active' }, file: 'hc_black' },
} as const;

const themeNames = Object.keys(themes) as Theme[];

/** What has colours of its own: the tree with its icons, and a page. */
const inEachThemeAlways: ReadonlySet<string> = new Set(['tree', 'facts-page']);

function address(server: CodeServer, { workspace, payload = [] }: WorkbenchOptions): string {
  const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: workspace.replaceAll('\\', '/') });
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return `http://${server.authority}/?${query.toString()}`;
}
