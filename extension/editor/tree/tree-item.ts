import * as vscode from 'vscode';
import { toRange } from '../providers/ranges.ts';
import type { RowTarget, TreeRow } from './row.ts';

/** A row as the editor shows it: product icons, colours of the theme, and one label for screen readers. */
export function toTreeItem(row: TreeRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, stateOf(row));
  item.id = row.id;
  item.description = row.description;
  item.tooltip = new vscode.MarkdownString(row.tooltip);
  item.iconPath = new vscode.ThemeIcon(
    row.icon.id,
    row.icon.color === undefined ? undefined : new vscode.ThemeColor(row.icon.color),
  );
  item.contextValue = row.context;
  item.accessibilityInformation = { label: row.spoken };
  const command = commandOf(row);
  if (command) item.command = command;
  return item;
}

/** The resource of the document, or of the folder of the engagement, that a row is about. */
export function uriOf({ folderUri, engagement, path }: RowTarget): vscode.Uri {
  const folder = vscode.Uri.parse(folderUri);
  const below = path ?? engagement ?? '';
  return below === '' ? folder : vscode.Uri.joinPath(folder, ...below.split('/'));
}

/** What the commands about an engagement are told: where it stands, and which document or kind of document is meant. */
export function commandArguments({ folderUri, engagement, path, kind }: RowTarget): object {
  return {
    folder: vscode.Uri.parse(folderUri),
    engagement: engagement ?? '',
    ...(kind !== undefined && { kind }),
    // Rows of engagements and of what is due lead to a document and are not about it.
    ...(kind !== undefined && path !== undefined && { document: path }),
  };
}

/** What `vscode.open` is told: the document, at the place that the row is about. */
export function openArguments(
  { click }: Pick<TreeRow, 'click'>,
  target: RowTarget,
): [vscode.Uri, vscode.TextDocumentShowOptions] {
  const range = click?.does === 'open' ? click.range : undefined;
  return [uriOf(target), range ? { selection: toRange(range) } : {}];
}

function stateOf({ children, isOpen }: TreeRow): vscode.TreeItemCollapsibleState {
  if (!children) return vscode.TreeItemCollapsibleState.None;
  return isOpen === true
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

function commandOf(row: TreeRow): vscode.Command | undefined {
  const { click, target, label } = row;
  if (click?.does === 'init') return { command: 'outrigger.init', title: label };
  if (!click || !target) return undefined;
  if (click.does === 'newDocument')
    return { command: 'outrigger.newDocument', title: label, arguments: [commandArguments(target)] };
  if (click.does === 'ask')
    return { command: 'outrigger.ask', title: label, arguments: [commandArguments(target)] };
  return { command: 'vscode.open', title: label, arguments: [...openArguments(row, target)] };
}
