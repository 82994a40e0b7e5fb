import * as vscode from 'vscode';
import type { CommandContext } from './command-context.ts';
import type { Html } from './markup.ts';
import { pageShell } from './page-shell.ts';

const scheme = 'outrigger';
/** What links of a page may run: both look at what they are given before they do anything. */
const linkedCommands = ['outrigger.tree.open', 'outrigger.explain'];
/** Milliseconds from a change to the next look, as in the tree. */
const pauseMs = 250;

/** What a page shows. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Of what it says; the editor's where it says nothing else. */
  readonly language?: string;
}

/** Pages that the extension writes, each in a tab of its own that stays: what is due, facts, knowledge, and rules. */
export interface Pages extends vscode.Disposable {
  /** Opens a page, or shows its tab again, and gives its address. `about` narrows it, and stands in its address. */
  show(path: string, about?: string): Promise<vscode.Uri>;
  /** The HTML of the pages that are open, by their addresses. */
  open(): ReadonlyMap<string, string>;
  /** Resolves once those that can be seen show everything known up to now. */
  settled(): Promise<void>;
}

interface Open {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly nonce: string;
  /** Counts the looks, so that a slow one does not replace a later one. */
  looks: number;
}

/** `render` writes a page; it is asked again for those in `alive` after each change. */
export function createPages(
  { sessions }: CommandContext,
  render: (path: string, about: string) => Promise<Page>,
  alive: readonly string[],
): Pages {
  const pages = new Map<string, Open>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks: Promise<unknown> = Promise.resolve();

  async function look(page: Open): Promise<void> {
    const { uri, panel, nonce } = page;
    const mine = ++page.looks;
    const { title, body, language = vscode.env.language } = await render(uri.path, uri.query);
    if (mine !== page.looks || pages.get(uri.toString()) !== page) return;
    panel.title = title;
    const html = pageShell(title, language, body, nonce);
    // The same page again would lose what is selected in it.
    if (html !== panel.webview.html) panel.webview.html = html;
  }

  function begin(uri: vscode.Uri): Open {
    const panel = vscode.window.createWebviewPanel('outrigger.page', '', vscode.ViewColumn.Active, {
      enableCommandUris: linkedCommands,
      enableFindWidget: true,
      enableScripts: false,
      localResourceRoots: [],
    });
    const page = { uri, panel, nonce: nonce(), looks: 0 };
    panel.onDidDispose(() => pages.delete(uri.toString()));
    panel.onDidChangeViewState(() => {
      if (panel.visible) lookAgain([page]);
    });
    pages.set(uri.toString(), page);
    return page;
  }

  /** A page that cannot be written now stays as it was. */
  function lookAgain(which: Iterable<Open>): void {
    const those = [...which].filter(({ uri }) => alive.includes(uri.path));
    looks = Promise.allSettled([looks, ...those.map(look)]);
  }

  function lookAtAll(): void {
    clearTimeout(timer);
    timer = undefined;
    // Who is hidden looks when somebody opens it.
    lookAgain([...pages.values()].filter(({ panel }) => panel.visible));
  }

  const subscription = sessions.onDidChange(() => (timer ??= setTimeout(lookAtAll, pauseMs)));

  return {
    async show(path, about = '') {
      const uri = vscode.Uri.from({ scheme, path, query: about });
      const known = pages.get(uri.toString());
      known?.panel.reveal();
      await look(known ?? begin(uri));
      // A new tab comes into view, and is looked at again: then that look writes the page.
      await looks;
      return uri;
    },
    open: () => new Map([...pages].map(([address, { panel }]) => [address, panel.webview.html])),
    async settled() {
      if (timer !== undefined) lookAtAll();
      await looks;
    },
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
      for (const { panel } of pages.values()) panel.dispose();
    },
  };
}

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('');
}
