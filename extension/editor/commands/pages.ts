import * as vscode from 'vscode';
import type { CommandContext } from './command-context.ts';
import { fileName } from '../../engine/model/file-paths.ts';

const scheme = 'outrigger';

/** Read-only documents that the extension writes: what is due, facts, and the pages of rules. */
export interface Pages extends vscode.Disposable {
  /** Opens a page as a Markdown preview, and gives its address. `about` narrows it, and stands in its address. */
  show(path: string, about?: string): Promise<vscode.Uri>;
}

/** `render` writes the Markdown of a page; it is asked again for those in `alive` after each change. */
export function createPages(
  { sessions }: CommandContext,
  render: (path: string, about: string) => Promise<string>,
  alive: readonly string[],
): Pages {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  /** Pages that follow the documents and that somebody looks at, by their whole address. */
  const shown = new Map<string, vscode.Uri>();

  function refresh(): void {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (const [address, uri] of shown) {
      if (open.has(address)) changed.fire(uri);
      // The editor lets go of a document that only a preview shows; once it is open again the preview follows.
      else if (isPreviewed(uri.path)) vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
      else shown.delete(address);
    }
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    sessions.onDidChange(refresh),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent(uri) {
        if (alive.includes(uri.path)) shown.set(uri.toString(), uri);
        return render(uri.path, uri.query);
      },
    }),
  );

  return {
    async show(path, about = '') {
      const uri = uriOf(path).with({ query: about });
      changed.fire(uri); // it may be open since yesterday
      try {
        await vscode.commands.executeCommand('markdown.showPreview', uri);
      } catch {
        // Somebody has turned the preview off.
        await vscode.window.showTextDocument(uri);
      }
      return uri;
    },
    dispose: () => void subscriptions.dispose(),
  };
}

function uriOf(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path });
}

/** Whether a preview may show the page: of what a preview shows, only its title can be seen from outside. */
function isPreviewed(path: string): boolean {
  const name = fileName(path);
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input, label }) =>
        input instanceof vscode.TabInputWebview &&
        input.viewType.includes('markdown.preview') &&
        label.split(' ').at(-1) === name,
    );
}
