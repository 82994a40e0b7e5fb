import type { FinalDate, Overview } from '../../engine/reports.ts';
import { joined, spokenOf, tooltipOf, warningIcon, type RowTarget, type TreeRow } from './row.ts';
import { urgentText, type Wording } from './wording.ts';

/** The dates that cannot be undone on lines of their own, the worst first: in a narrow side bar the line of the engagement ends before them. */
export function finalRows(
  engagementId: string,
  target: RowTarget,
  { passed, next, silence }: Overview['standing'],
  wording: Wording,
): readonly TreeRow[] {
  // Once the contract has ended nothing can be done in time any more.
  const late = passed[0]?.name === 'end' ? passed.slice(0, 1) : passed;
  return [...late, ...(next ? [next] : [])].map((date) => {
    const label = urgentText(wording, date);
    const description = joined([date.date, date === next ? silenceText(next, silence, wording) : undefined]);
    return {
      id: `${engagementId}#${date === next ? 'next' : `passed#${date.name}`}`,
      label,
      description,
      tooltip: tooltipOf(label, [description.replaceAll(' · ', ', '), whyText(date, wording)]),
      icon: date === next ? { id: 'milestone' } : warningIcon,
      context: 'outrigger.next',
      spoken: spokenOf(label, description),
      target: { ...target, path: date.path },
      click: { does: 'open', range: date.range },
    };
  });
}

function whyText({ daysLeft }: FinalDate, { l10n }: Wording): string {
  return daysLeft < 0
    ? l10n.t('This day cannot be undone, and it has passed. Where it comes from stands among the facts.')
    : l10n.t('The next date that cannot be undone. Where it comes from stands among the facts.');
}

/** What it costs to let the date pass, where saying nothing costs something. */
export function silenceText(
  { name }: FinalDate,
  silence: Overview['standing']['silence'],
  { l10n, say }: Wording,
): string | undefined {
  return name === 'last-opt-out-date' && silence
    ? l10n.t('silence commits {0}', say(silence.said))
    : undefined;
}
