import type { GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Wording } from '../../../model/language.ts';
import type { Every } from '../../../model/value.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { sidesOf } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'CMM001',
  name: 'weekly-and-monthly',
  meta: {
    kinds: ['engagement', 'communication-plan'],
    reads: [
      'engagement/Meetings.Meeting',
      'engagement/Meetings.Every',
      'engagement/Meetings.Attends',
      'engagement/phase',
      'engagement/People.Party',
      'engagement/Teams.Party',
    ],
    summary: 'Require a weekly and a monthly meeting of both sides',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['meetings'],
    since: '0.1.0',
  },
  missing: {
    weekly: {
      message:
        'No meeting brings both sides together every week: add a short one, with who must be there from each side.',
      ask: 'When do both sides meet every week, and who must be there?',
      how: 'Add a row under Meetings with "week" in the column Every, and somebody of each side in Attends.',
    },
    monthly: {
      message:
        'Beside the weekly meeting none brings both sides together every month: add one that looks further ahead.',
      ask: 'When do both sides look further ahead every month, and who must be there?',
      how: 'Add a row under Meetings with "month" in the column Every, and somebody of each side in Attends.',
    },
    both: {
      message:
        'No meeting brings both sides together every week, and none every month: add a weekly and a monthly one.',
      ask: 'When do both sides meet every week, and when every month, and who must be there?',
      how: 'Add two rows under Meetings, with "week" and "month" in the column Every, and somebody of each side in Attends.',
    },
  },
  engagement(view, report) {
    const { lead } = view;
    const phase = lead?.keys.phase?.value;
    if (!lead || (phase !== 'transition' && phase !== 'delivery')) return;
    const section = view.sections('meetings')[0];
    // A plan without meetings is DOC014's to report.
    const rows = view.rows('meetings');
    if (rows.length === 0 && view.documents.some((one) => isAskedOf(one, 'communication-plan'))) return;
    const lacking = lackingIn(rows, view);
    if (lacking === undefined) return;
    const fix = fixOf(lacking, section?.document ?? lead);
    report.missing(section ?? kindOf(lead), lacking, {}, { fixes: fix ? [fix] : [] });
  },
});

/** Which meetings are lacking, whatever may stand in a cell that is empty, does not read or names somebody unknown. */
function lackingIn(rows: readonly Row<'meetings'>[], view: View): 'weekly' | 'monthly' | 'both' | undefined {
  let [weekly, monthly] = [0, 0];
  for (const { cells } of rows) {
    if (!mayHoldBothSides(cells.attends, view)) continue;
    const days = daysAtMost(cells.every?.value);
    if (days <= 7) weekly++;
    if (days <= 31) monthly++;
  }
  if (weekly === 0) return monthly === 0 ? 'both' : 'weekly';
  return monthly < 2 ? 'monthly' : undefined;
}

function mayHoldBothSides(attends: Row<'meetings'>['cells']['attends'], view: View): boolean {
  const { sides, isWhole } = sidesOf(attends, view);
  return !isWhole || sides.size === 2;
}

/** The longest time between two meetings, in days; nought where it is not known. */
function daysAtMost(every: Every | undefined): number {
  if (every === undefined) return 0;
  return { day: 1, week: 7, month: 31, quarter: 92, year: 366 }[every.unit] * every.n;
}

const week: Wording = { en: 'week', sv: 'vecka' };
const month: Wording = { en: 'month', sv: 'månad' };

function fixOf(
  lacking: 'weekly' | 'monthly' | 'both',
  document: GovernedDocument,
): ReturnType<typeof addRows> {
  const rows = lacking === 'both' ? [week, month] : [lacking === 'weekly' ? week : month];
  const title = rows.length === 1 ? say('Add the row') : say('Add the rows');
  return addRows(
    title,
    document,
    'meetings',
    rows.map((every) => ({ every })),
  );
}
