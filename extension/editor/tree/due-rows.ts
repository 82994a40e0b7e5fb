import type { DueItem } from '../../engine/index.ts';
import { oneLine } from '../plain-text.ts';
import {
  joined,
  rowId,
  spokenOf,
  tooltipOf,
  warningIcon,
  withoutFullStop,
  engagementOf,
  type RowTarget,
  type TreeRow,
} from './row.ts';
import { daysText, overdueText, sideText, type Wording } from './wording.ts';

/** Everything that is due in an engagement, by date, below one line that counts it. */
export function dueGroup(
  engagementId: string,
  target: RowTarget,
  due: readonly DueItem[],
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const id = `${engagementId}#due`;
  const label = l10n.t('Due');
  const overdue = due.filter((item) => item.overdue).length;
  const coming = due.length - overdue;
  const description =
    due.length === 0
      ? l10n.t('nothing is due')
      : joined([
          overdue > 0 ? overdueText(wording, overdue) : undefined,
          coming > 0 ? l10n.t('{0} to come', coming) : undefined,
        ]);
  const here = engagementOf(target);
  const row = {
    id,
    label,
    description,
    tooltip: tooltipOf(label, [description.replaceAll(' · ', ', ')]),
    icon: overdue > 0 ? warningIcon : { id: 'calendar' },
    context: 'outrigger.dueGroup',
    spoken: spokenOf(label, description),
    target: here,
  };
  if (due.length === 0) return row;
  return { ...row, isOpen: false, children: () => dueRows(id, here, due, wording) };
}

/** What can be done about an item from its menu. */
const menuOf: ReadonlyMap<string, string> = new Map([
  ['REC004', 'Record'],
  ['SLA026', 'Claim'],
]);

function dueRows(
  groupId: string,
  target: RowTarget,
  due: readonly DueItem[],
  wording: Wording,
): readonly TreeRow[] {
  const { l10n } = wording;
  const seen = new Map<string, number>();
  return due.map((item) => {
    const { date, overdue, party, person, path, range } = item;
    const key = rowId(item.code, path, item.at, date ?? '');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const what = withoutFullStop(wording.say(item.said));
    const who = sideText(wording, party) + (person === undefined ? '' : `: ${oneLine(person)}`);
    const when = daysText(wording, item);
    // How soon it is stands first, and what it is comes before the day: that is what is left of a row in a narrow bar.
    const label = date === undefined ? what : l10n.t('{0}: {1}', when, what);
    const description = joined([date ?? when, who]);
    return {
      id: `${groupId}#${key}#${nth}`,
      label,
      description,
      tooltip: tooltipOf(what, [
        date === undefined ? when : `${date}, ${when}`,
        who,
        `${path}:${range.start.line + 1}`,
        `${item.code} ${item.name}`,
      ]),
      icon: overdue ? warningIcon : { id: date === undefined ? 'circle-outline' : 'calendar' },
      context: `outrigger.due${menuOf.get(item.code) ?? ''}`,
      spoken: spokenOf(label, description),
      target: { ...target, path },
      click: { does: 'open', range },
    };
  });
}
