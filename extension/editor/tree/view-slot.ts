import * as vscode from 'vscode';

/** A tree view that is there before anything is known of its rows. */
export interface ViewSlot<T> extends vscode.Disposable {
  readonly id: string;
  readonly view: vscode.TreeView<T>;
  /** Says where its rows come from. */
  feed(provider: vscode.TreeDataProvider<T>): void;
}

/** Makes the view, and calls `wake` when it is looked at for the first time: that feeds it. */
export function createViewSlot<T>(id: string, wake: () => Promise<unknown>): ViewSlot<T> {
  const changed = new vscode.EventEmitter<T | T[] | undefined | null | void>();
  let source: vscode.TreeDataProvider<T> | undefined;
  let follows: vscode.Disposable | undefined;
  const view = vscode.window.createTreeView<T>(id, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (row) => source!.getTreeItem(row),
      async getChildren(row) {
        if (!source) await wake();
        return await source?.getChildren(row);
      },
    },
    showCollapseAll: true,
  });
  return {
    id,
    view,
    feed(provider) {
      source = provider;
      follows = provider.onDidChangeTreeData?.((row) => changed.fire(row));
    },
    dispose: () => vscode.Disposable.from(view, changed, { dispose: () => follows?.dispose() }).dispose(),
  };
}
