import type { FinalDate, Overview } from '../../engine/reports.ts';
import type { EngagementLine } from './engagement-line.ts';
import { oneLine } from '../plain-text.ts';
import { dueGroup } from './due-rows.ts';
import { engagementTooltip } from './engagement-tooltip.ts';
import { finalRows, silenceText } from './final-date-rows.ts';
import { pillarRow } from './pillar-rows.ts';
import {
  errorIcon,
  inMarkdown,
  joined,
  rowId,
  spokenOf,
  warningIcon,
  type RowTarget,
  type TreeRow,
} from './row.ts';
import { errorsText, overdueText, questionsText, urgentText, type Wording } from './wording.ts';

/** A line for each engagement. With several workspace folders a line says which one it stands in. */
export function engagementRows(
  lines: readonly EngagementLine[],
  severalFolders: boolean,
  wording: Wording,
): readonly TreeRow[] {
  // Several folders are read one after the other, so that the first one is alone only for a moment.
  const isAlone = lines.length === 1 && !severalFolders;
  return lines.map((line) => engagementRow(line, severalFolders, isAlone, wording));
}

function engagementRow(
  line: EngagementLine,
  severalFolders: boolean,
  isAlone: boolean,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const { folderUri, folder, overview } = line;
  const id = rowId(folderUri, folder);
  const target: RowTarget = {
    folderUri,
    engagement: folder,
    ...(line.lead !== undefined && { path: line.lead }),
  };
  const label = oneLine(line.title) || folder || line.folderName;
  const where = severalFolders ? line.folderName : undefined;
  if (!overview) {
    const description = joined([l10n.t('reading…'), where]);
    return {
      id,
      label,
      description,
      tooltip: inMarkdown(label),
      icon: { id: 'briefcase' },
      context: 'outrigger.engagement',
      spoken: spokenOf(label, description),
      target,
      isOpen: isAlone,
      children: () => [],
    };
  }
  const { standing } = overview;
  const [late] = standing.passed;
  const description = joined([
    late && urgentText(wording, late),
    standing.next && nextText(standing.next, wording),
    standing.next && silenceText(standing.next, standing.silence, wording),
    standing.overdue.length > 0 ? overdueText(wording, standing.overdue.length) : undefined,
    standing.questions > 0 ? questionsText(wording, standing.questions) : undefined,
    standing.errors > 0 ? errorsText(wording, standing.errors) : undefined,
    where,
  ]);
  return {
    id,
    label,
    description,
    tooltip: engagementTooltip(label, overview, wording),
    icon: standing.errors > 0 ? errorIcon : isLate(standing) ? warningIcon : { id: 'briefcase' },
    context: 'outrigger.engagement',
    spoken: spokenOf(label, description),
    target,
    isOpen: isAlone,
    children: () => [
      ...finalRows(id, target, standing, wording),
      ...overview.pillars.map((pillar) => pillarRow(id, target, pillar, standing, wording)),
      dueGroup(id, target, overview.due, wording),
    ],
  };
}

function isLate({ passed, overdue }: Overview['standing']): boolean {
  return passed.length > 0 || overdue.length > 0;
}

/** "in 37 days: begin the handover (2026-12-30)": of a line that is cut the end can be missed. */
function nextText(next: FinalDate, wording: Wording): string {
  return wording.l10n.t('{0} ({1})', urgentText(wording, next), next.date);
}
