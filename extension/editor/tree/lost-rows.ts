import type { LostDocuments } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { oneLine } from '../plain-text.ts';
import { errorIcon, joined, rowId, spokenOf, tooltipOf, type TreeRow } from './row.ts';
import type { Wording } from './wording.ts';

/** Documents of one workspace folder that no engagement governs. */
export interface LostLine {
  readonly folderUri: string;
  readonly folderName: string;
  readonly lost: LostDocuments;
}

export function lostLines(sessions: readonly FolderSession[]): readonly LostLine[] {
  return sessions
    .filter((session) => session.isReady())
    .flatMap(({ folder, engine }) =>
      engine.lost().map((lost) => ({ folderUri: folder.uri.toString(), folderName: folder.name, lost })),
    );
}

/** A line for each folder whose documents no engagement governs: how many they are, and what is wrong. */
export function lostRows(
  lines: readonly LostLine[],
  severalFolders: boolean,
  wording: Wording,
): readonly TreeRow[] {
  return lines.map((line) => lostRow(line, severalFolders, wording));
}

/** The same as one sentence. */
export function lostText({ lost }: LostLine, wording: Wording): string {
  return `${countText(lost, wording)}: ${reasonText(lost, wording)}.`;
}

function lostRow(
  { folderUri, folderName, lost }: LostLine,
  severalFolders: boolean,
  wording: Wording,
): TreeRow {
  const { folder, path, range, near } = lost;
  const label = countText(lost, wording);
  const reason = reasonText(lost, wording);
  const description = joined([reason, severalFolders ? folderName : undefined]);
  return {
    id: rowId('lost', folderUri, folder),
    label,
    description,
    tooltip: tooltipOf(label, [
      reason,
      wording.l10n.t('Nothing in these documents is checked until an engagement stands above them.'),
      near?.path ?? path,
    ]),
    icon: errorIcon,
    context: 'outrigger.lost',
    spoken: spokenOf(label, description),
    target: { folderUri, path: near?.path ?? path },
    click: { does: 'open', range: near?.range ?? range },
  };
}

function countText({ count }: LostDocuments, { l10n }: Wording): string {
  return count === 1
    ? l10n.t('1 document has no engagement')
    : l10n.t('{0} documents have no engagement', count);
}

function reasonText({ folder, near }: LostDocuments, { l10n }: Wording): string {
  const file = oneLine(near?.path ?? folder);
  switch (near?.lacks) {
    case undefined:
      return file === ''
        ? l10n.t('no engagement.md is there')
        : l10n.t('no engagement.md is in {0} or above it', file);
    case 'nearKind':
      return l10n.t('`kind: {0}` in {1} is nearly `engagement`', oneLine(near.kind), file);
    case 'noKind':
      return l10n.t('{0} gives no kind', file);
    case 'otherKind':
      return l10n.t('{0} has the kind {1}', file, oneLine(near.kind));
    case 'otherName':
      return l10n.t('{0} is an engagement document, but is not called engagement.md', file);
    case 'unread':
      return l10n.t('{0} cannot be read', file);
  }
}
