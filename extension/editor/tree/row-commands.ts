import * as vscode from 'vscode';
import type { TreeRow } from './row.ts';
import { commandArguments, openArguments, uriOf } from './tree-item.ts';

/** The commands of menus in the tree: each hands what a row is about to the command that does the work. */
export function registerRowCommands(refresh: () => void): readonly vscode.Disposable[] {
  const onRow = (
    command: string,
    run: (target: NonNullable<TreeRow['target']>) => unknown,
  ): vscode.Disposable =>
    // A key binding or another extension may run it without a row.
    vscode.commands.registerCommand(command, (row?: TreeRow) => row?.target && run(row.target));
  return [
    vscode.commands.registerCommand('outrigger.tree.refresh', refresh),
    vscode.commands.registerCommand('outrigger.tree.open', (row?: TreeRow) => {
      if (row?.target)
        return vscode.commands.executeCommand('vscode.open', ...openArguments(row, row.target));
    }),
    onRow('outrigger.tree.newDocument', ({ folderUri, engagement, kind }) =>
      vscode.commands.executeCommand(
        'outrigger.newDocument',
        commandArguments({
          folderUri,
          ...(engagement !== undefined && { engagement }),
          ...(kind !== undefined && { kind }),
        }),
      ),
    ),
    onRow('outrigger.tree.showFacts', (target) =>
      vscode.commands.executeCommand('outrigger.showFacts', commandArguments(target)),
    ),
    onRow('outrigger.tree.showDue', (target) =>
      vscode.commands.executeCommand('outrigger.showDue', commandArguments(target)),
    ),
    onRow('outrigger.tree.copyPath', (target) => {
      const uri = uriOf(target);
      return vscode.env.clipboard.writeText(uri.scheme === 'file' ? uri.fsPath : uri.toString(true));
    }),
  ];
}
