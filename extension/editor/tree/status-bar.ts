import * as vscode from 'vscode';
import type { Overviews } from './overviews.ts';
import { nearestDate } from './nearest-date.ts';
import type { Wording } from './wording.ts';

/** A view's own command, so that it is the same to open the tree from here and from the palette. */
const showTree = 'outrigger.engagements.focus';

/** Shows what to see to first of all engagements, and opens it; where there is none there is no item. */
export function createStatusBar(
  overviews: Overviews,
  wording: () => Wording | undefined,
): vscode.Disposable & { text(): string | undefined } {
  const item = vscode.window.createStatusBarItem('outrigger.nearestDate', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Outrigger: next date');
  let shown: string | undefined;

  function show(): void {
    const words = wording();
    const nearest = words && nearestDate(overviews.lines(), words);
    shown = nearest?.text;
    if (!nearest) {
      item.hide();
      return;
    }
    item.text = nearest.text;
    const all = `[${vscode.l10n.t('Show the engagements')}](command:${showTree})`;
    const tooltip = new vscode.MarkdownString(`${nearest.tooltip}\n\n${all}`, true);
    tooltip.isTrusted = { enabledCommands: [showTree] };
    item.tooltip = tooltip;
    item.command = nearest.opens
      ? { command: 'outrigger.tree.open', title: vscode.l10n.t('Open'), arguments: [nearest.opens] }
      : showTree;
    item.accessibilityInformation = { label: nearest.spoken, role: 'button' };
    item.show();
  }

  show();
  const subscription = overviews.onDidChange(show);
  return { text: () => shown, dispose: () => vscode.Disposable.from(item, subscription).dispose() };
}
