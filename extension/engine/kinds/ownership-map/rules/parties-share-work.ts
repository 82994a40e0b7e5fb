import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { hasUnread, lettersOf } from '../raci.ts';

/** Fewer activities than these may well be shared out. */
const leastActivities = 3;

export default defineRule({
  code: 'OWN010',
  name: 'parties-share-work',
  meta: {
    kinds: ['ownership-map'],
    reads: ['ownership-map/Who does what', 'engagement/People.Party', 'engagement/Teams.Party'],
    summary: 'Require an activity in which both sides have a part',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['OWN001'],
    since: '0.1.0',
  },
  missing: {
    shared: {
      message:
        '{{count}} {{count|activity|activities}}, and in none of them do both sides have an R, A or C: say where they work together.',
      ask: 'In which of these activities do both sides have a part?',
      how: 'Give somebody of the other side an R, A or C under Who does what, where that is so.',
    },
  },
  engagement(view, report) {
    // An activity without letters is one that OWN001 asks for.
    const rows = view.rows('who_does_what').filter((row) => hasUnread(row) || lettersOf(row).length > 0);
    const [first] = rows;
    if (!first || rows.length < leastActivities || rows.some((row) => mayBeShared(row, view))) return;
    report.missing(first.section, 'shared', { count: String(rows.length) });
  },
});

/** Whether both sides have a part in an activity, or may have: of a name or a letter that is not known nobody can say. */
function mayBeShared(row: Row<'who_does_what'>, view: View): boolean {
  if (hasUnread(row)) return true;
  const parts = lettersOf(row).filter(({ letter }) => letter !== 'I');
  const targets = parts.map(({ header }) => view.headed(header).target);
  const sides = new Set(targets.map((target) => target?.side));
  return targets.includes(undefined) || (sides.has('client') && sides.has('supplier'));
}
