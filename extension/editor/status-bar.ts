import * as vscode from 'vscode';
import type { Overviews } from './overviews.ts';
import { nearestDate } from './tree/nearest-date.ts';
import type { Wording } from './tree/wording.ts';

/** Shows the nearest date of all engagements; where there is none there is no item. */
export function createStatusBar(
  overviews: Overviews,
  wording: () => Wording | undefined,
): vscode.Disposable & { text(): string | undefined } {
  const item = vscode.window.createStatusBarItem('outrigger.nearestDate', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Outrigger: next date');
  // A view's own command, so that it is the same to open the tree from here and from the palette.
  item.command = 'outrigger.engagements.focus';
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
    item.tooltip = new vscode.MarkdownString(nearest.tooltip, true);
    item.accessibilityInformation = { label: nearest.spoken, role: 'button' };
    item.show();
  }

  show();
  const subscription = overviews.onDidChange(show);
  return { text: () => shown, dispose: () => vscode.Disposable.from(item, subscription).dispose() };
}
