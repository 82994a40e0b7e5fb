import * as vscode from 'vscode';
import { isSameEngagement, isSameLine, type EngagementLine } from '../engagement-line.ts';
import type { EngineModule, Host } from '../host.ts';
import { localiseDue, localisePhrase } from '../localise.ts';
import { createLatest } from '../latest.ts';
import { createOverviews } from '../overviews.ts';
import type { Sessions } from '../sessions.ts';
import { createStatusBar } from '../status-bar.ts';
import type { ViewSlot } from '../view-slot.ts';
import { recognisedFiles } from '../welcome.ts';
import { engagementRows } from './engagement-rows.ts';
import { recognisedRows, type RecognisedFile } from './recognised-rows.ts';
import { registerRowCommands } from './row-commands.ts';
import { becomeRow, type TreeRow } from './row.ts';
import { toTreeItem } from './tree-item.ts';
import { snapshotOf, type TreeSnapshot } from './tree-snapshot.ts';
import { createWording, type Wording } from './wording.ts';

/** The tree of all engagements with its badge, its status-bar item and what it says where there is none. */
export interface EngagementTree extends vscode.Disposable {
  /** What is shown now, as plain data. */
  snapshot(): TreeSnapshot;
  /** How many times VS Code was told to ask for everything again. */
  refreshes(): number;
  /** Resolves once everything known up to now is shown. */
  settled(): Promise<void>;
}

export function createEngagementTree(
  sessions: Sessions,
  host: Host,
  slot: ViewSlot<TreeRow>,
  report: (error: unknown) => void,
): EngagementTree {
  const overviews = createOverviews(sessions, report);
  const changed = new vscode.EventEmitter<TreeRow | undefined>();
  let recognised: readonly RecognisedFile[] = [];
  const looks = createLatest(lookFor, report);
  let refreshes = 0;
  let saidEmpty: boolean | undefined;
  let given: Given | undefined;
  let wording: Wording | undefined;

  /** The engine's words, as soon as somebody has loaded it. */
  function wordingOf(): Wording | undefined {
    const [session] = sessions.all();
    if (session) wording ??= wordingFrom(session.modules);
    return wording;
  }

  function rows(): readonly TreeRow[] {
    const words = wordingOf();
    if (!words) return [];
    const lines = overviews.lines();
    return lines.length > 0
      ? engagementRows(lines, areSeveral(), words)
      : recognisedRows(recognised, areSeveral(), words);
  }

  const { view } = slot;
  slot.feed({
    onDidChangeTreeData: changed.event,
    getTreeItem: toTreeItem,
    getChildren: (row) => [...(row ? (row.children?.() ?? []) : topRows())],
  });

  function topRows(): readonly TreeRow[] {
    given = { lines: overviews.lines(), several: areSeveral(), rows: rows() };
    return given.rows;
  }

  function refresh(row: TreeRow | undefined): void {
    refreshes++;
    changed.fire(row);
  }

  /** Only what is new: VS Code may lose a click on a row of what it asks for again. */
  function refreshChanged(): void {
    // Whoever has not asked yet will ask when the view is opened.
    if (!given) return;
    const lines = overviews.lines();
    if (!isOf(lines, given)) {
      refresh(undefined);
      return;
    }
    const { lines: before, rows: old } = given;
    const now = rows();
    given = { ...given, lines };
    lines.forEach((line, i) => {
      if (isSameLine(line, before[i]!)) return;
      becomeRow(old[i]!, now[i]!);
      refresh(old[i]);
    });
  }

  function show(): void {
    const errors = overviews.errors();
    // Above rows of files there is room to say why they are there; where there are none the welcome says so.
    const isUngoverned = overviews.lines().length === 0 && recognised.length > 0;
    view.message = isUngoverned ? ungovernedText() : '';
    view.badge = errors === 0 ? undefined : { value: errors, tooltip: badgeTooltip(errors) };
    refreshChanged();
  }

  /** What the view says where no engagement is; asked anew whenever somebody opens it. */
  function look(): void {
    const done = looks.begin();
    if (view.visible && overviews.lines().length === 0)
      void vscode.window.withProgress({ location: { viewId: slot.id } }, () => done);
  }

  async function lookFor(cancellation: { readonly aborted: boolean }): Promise<void> {
    await sessions.settled();
    await overviews.settled();
    if (cancellation.aborted) return;
    const isEmpty = overviews.lines().length === 0;
    // Until it is known that there is no engagement the view does not say so.
    if (isEmpty !== saidEmpty) {
      saidEmpty = isEmpty;
      await vscode.commands.executeCommand('setContext', 'outrigger.hasNoEngagement', isEmpty);
    }
    const files = isEmpty && view.visible ? await recognisedFiles(host, sessions.slices, cancellation) : [];
    if (cancellation.aborted) return;
    if (files.length > 0) wording ??= wordingFrom(await host.loadEngine());
    const isNews = files.length > 0 || recognised.length > 0;
    recognised = files;
    if (isNews) show();
  }

  const statusBar = createStatusBar(overviews, wordingOf);
  const subscriptions = [
    overviews,
    changed,
    statusBar,
    overviews.onDidChange(() => {
      show();
      look();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && overviews.lines().length === 0) look();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      show();
      look();
    }),
    ...registerRowCommands(() => {
      for (const session of sessions.all()) session.reload().catch(report);
      overviews.refresh();
      look();
    }),
  ];
  look();

  return {
    refreshes: () => refreshes,
    snapshot: () => snapshotOf(rows(), view.badge, statusBar.text()),
    async settled() {
      await overviews.settled();
      for (let last = looks.running(); last; last = looks.running()) await last;
    },
    dispose() {
      looks.abort();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** What VS Code was given to show at the top, with what it was made of. */
interface Given {
  readonly lines: readonly EngagementLine[];
  readonly several: boolean;
  readonly rows: readonly TreeRow[];
}

/** Whether rows are there for just these engagements, in this order. */
function isOf(lines: readonly EngagementLine[], { lines: before, several, rows }: Given): boolean {
  return (
    lines.length > 0 &&
    lines.length === before.length &&
    lines.length === rows.length &&
    several === areSeveral() &&
    lines.every((line, i) => isSameEngagement(line, before[i]!))
  );
}

function areSeveral(): boolean {
  return (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
}

function wordingFrom(modules: EngineModule): Wording {
  const { l10n, env } = vscode;
  return createWording(l10n, modules.catalogue, env.language, {
    due: (item) => localiseDue(item, modules),
    value: (text) => localisePhrase(text, 'value'),
  });
}

function ungovernedText(): string {
  return vscode.l10n.t('No engagement governs these files yet, so they are not checked.');
}

function badgeTooltip(errors: number): string {
  return errors === 1
    ? vscode.l10n.t('1 error in governed documents')
    : vscode.l10n.t('{0} errors in governed documents', errors);
}
