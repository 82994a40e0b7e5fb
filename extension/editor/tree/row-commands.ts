import * as vscode from 'vscode';
import { rowArgument, type RowArgument } from './row-argument.ts';
import type { RowTarget } from './row.ts';
import { commandArguments, openArguments, uriOf } from './tree-item.ts';

/** The commands of menus in the tree: each hands what a row is about to the command that does the work. */
export function registerRowCommands(refresh: () => void): readonly vscode.Disposable[] {
  const onRow = (command: string, run: (target: RowTarget, row: RowArgument) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, (argument: unknown) => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const row = rowArgument(
        argument,
        folders.map(({ uri }) => uri.toString()),
      );
      return row && run(row.target, row);
    });
  return [
    vscode.commands.registerCommand('outrigger.tree.refresh', refresh),
    onRow('outrigger.tree.open', (target, row) =>
      vscode.commands.executeCommand('vscode.open', ...openArguments(row, target)),
    ),
    onRow('outrigger.tree.newDocument', (target) =>
      vscode.commands.executeCommand('outrigger.newDocument', commandArguments(target)),
    ),
    onRow('outrigger.tree.ask', (target) =>
      vscode.commands.executeCommand('outrigger.ask', commandArguments(target)),
    ),
    onRow('outrigger.tree.showFacts', (target) =>
      vscode.commands.executeCommand('outrigger.showFacts', commandArguments(target)),
    ),
    onRow('outrigger.tree.showDue', (target) =>
      vscode.commands.executeCommand('outrigger.showDue', commandArguments(target)),
    ),
    onRow('outrigger.tree.showKnowledge', (target) =>
      vscode.commands.executeCommand('outrigger.showKnowledge', commandArguments(target)),
    ),
    onRow('outrigger.tree.sign', (target) =>
      vscode.commands.executeCommand('outrigger.sign', commandArguments(target)),
    ),
    onRow('outrigger.tree.stillValid', (target) =>
      vscode.commands.executeCommand('outrigger.stillValid', commandArguments(target)),
    ),
    onRow('outrigger.tree.showHistory', (target) =>
      vscode.commands.executeCommand('outrigger.showHistory', commandArguments(target)),
    ),
    onRow('outrigger.tree.newRecord', (target, row) =>
      vscode.commands.executeCommand('outrigger.newRecord', { ...documentArguments(target), ...lineOf(row) }),
    ),
    onRow('outrigger.tree.closeRecord', (target) =>
      vscode.commands.executeCommand('outrigger.closeRecord', documentArguments(target)),
    ),
    onRow('outrigger.tree.importResults', (target) =>
      vscode.commands.executeCommand('outrigger.importResults', documentArguments(target)),
    ),
    onRow('outrigger.tree.claimLetter', (target) =>
      vscode.commands.executeCommand('outrigger.claimLetter', documentArguments(target)),
    ),
    onRow('outrigger.tree.copyPath', (target) => {
      const uri = uriOf(target);
      return vscode.env.clipboard.writeText(uri.scheme === 'file' ? uri.fsPath : uri.toString(true));
    }),
  ];
}

/** Of a command that is about the very document that a row leads to, whatever the row is about. */
function documentArguments(target: RowTarget): object {
  const { path } = target;
  return { ...commandArguments(target), ...(path !== undefined && { document: path }) };
}

/** The line that the row leads to, where the meeting stands. */
function lineOf({ click }: RowArgument): { readonly line?: number } {
  const range = click?.does === 'open' ? click.range : undefined;
  return range ? { line: range.start.line } : {};
}
