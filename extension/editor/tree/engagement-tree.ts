import * as vscode from 'vscode';
import type { Host } from '../host.ts';
import { createOverviews } from './overviews.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { createStatusBar } from './status-bar.ts';
import type { ViewSlot } from './view-slot.ts';
import { engagementRows } from './engagement-rows.ts';
import { lostRows, lostText } from './lost-rows.ts';
import type { Typing } from '../providers/typing.ts';
import { beginRow, recognisedRows } from './recognised-rows.ts';
import { registerRowCommands } from './row-commands.ts';
import type { TreeRow } from './row.ts';
import { areSeveral, TopRows } from './top-rows.ts';
import { toTreeItem } from './tree-item.ts';
import { snapshotOf, type TreeSnapshot } from './tree-snapshot.ts';
import { badgeTooltip, TreeWords, ungovernedText } from './tree-words.ts';
import { UngovernedFiles } from './ungoverned-files.ts';

/** The tree of all engagements with its badge, its status-bar item and what it says where there is none. */
export interface EngagementTree extends vscode.Disposable {
  /** What is shown now, as plain data. */
  snapshot(): TreeSnapshot;
  /** How many times VS Code was told to ask for everything again. */
  refreshes(): number;
  /** Resolves once everything known up to now is shown. */
  settled(): Promise<void>;
}

interface Around {
  readonly sessions: Sessions;
  readonly host: Host;
  readonly typing: Typing;
}

export function createEngagementTree(
  { sessions, host, typing }: Around,
  slot: ViewSlot<TreeRow>,
  report: (error: unknown) => void,
): EngagementTree {
  const { view } = slot;
  const overviews = createOverviews(sessions, typing, report);
  const words = new TreeWords(sessions);
  const top = new TopRows(() => overviews.lines(), rows);
  const ungoverned = new UngovernedFiles({ sessions, overviews, host, slot, words }, show, report);

  function rows(): readonly TreeRow[] {
    const wording = words.wording();
    if (!wording) return [];
    const lines = overviews.lines();
    const lost = lostRows(overviews.lost(), areSeveral(), wording);
    if (lines.length > 0) return [...engagementRows(lines, areSeveral(), wording), ...lost];
    // They look like documents because they are some: how many, and why nobody governs them, says more.
    if (lost.length > 0) return [...lost, beginRow(wording)];
    return recognisedRows(ungoverned.recognised(), areSeveral(), wording);
  }

  function show(): void {
    const errors = overviews.errors();
    // Above rows of files there is room to say why they are there; where there are none the welcome says so.
    view.message = overviews.lines().length > 0 ? '' : messageText();
    view.badge = errors === 0 ? undefined : { value: errors, tooltip: badgeTooltip(errors) };
    top.refreshChanged();
  }

  /** What stands above the rows where no engagement is. */
  function messageText(): string {
    const wording = words.wording();
    const lost = overviews.lost();
    if (wording && lost.length > 0) return lost.map((line) => lostText(line, wording)).join(' ');
    return ungoverned.recognised().length > 0 ? ungovernedText() : '';
  }

  function showAndLook(): void {
    show();
    ungoverned.look();
  }

  slot.feed({
    onDidChangeTreeData: top.onDidChange,
    getTreeItem: toTreeItem,
    getChildren: (row) => [...(row ? (row.children?.() ?? []) : top.give())],
  });
  const statusBar = createStatusBar(overviews, () => words.wording());
  const subscriptions = [
    overviews,
    top,
    statusBar,
    overviews.onDidChange(showAndLook),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && overviews.lines().length === 0) ungoverned.look();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(showAndLook),
    ...registerRowCommands(() => {
      for (const session of sessions.all()) session.reload().catch(report);
      overviews.refresh();
      ungoverned.look();
    }),
  ];
  ungoverned.look();

  return {
    refreshes: () => top.refreshes(),
    snapshot: () => snapshotOf(rows(), view.badge, statusBar.text()),
    async settled() {
      await overviews.settled();
      for (let last = ungoverned.running(); last; last = ungoverned.running()) await last;
    },
    dispose() {
      ungoverned.abort();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
