import type { RowIcon, RowTarget, TreeRow } from './row.ts';

/** The whole tree with its badge and status-bar item, as plain data. */
export interface TreeSnapshot {
  readonly rows: readonly RowSnapshot[];
  /** Errors, with what the badge says of them; absent where there is none. */
  readonly badge: { readonly value: number; readonly tooltip: string } | undefined;
  readonly statusBar: string | undefined;
}

export interface RowSnapshot {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: RowIcon;
  readonly context: string;
  readonly spoken: string;
  readonly target: RowTarget | undefined;
  readonly does: 'open' | 'newDocument' | 'ask' | 'init' | undefined;
  readonly children: readonly RowSnapshot[];
}

export function snapshotOf(
  rows: readonly TreeRow[],
  badge: TreeSnapshot['badge'],
  statusBar: string | undefined,
): TreeSnapshot {
  return {
    rows: rows.map(rowSnapshot),
    badge: badge && { value: badge.value, tooltip: badge.tooltip },
    statusBar,
  };
}

function rowSnapshot(row: TreeRow): RowSnapshot {
  const { id, label, description, tooltip, icon, context, spoken, target, click, children } = row;
  return {
    id,
    label,
    description,
    tooltip,
    icon,
    context,
    spoken,
    target,
    does: click?.does,
    children: children?.().map(rowSnapshot) ?? [],
  };
}
