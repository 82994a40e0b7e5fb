import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { circlesOf } from '../../../calendar/circles.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { defineRule } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'KPI021',
  name: 'milestones-in-order',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.After',
      'goals/Milestones.Due',
      'goals/Milestones.Done',
      'goals/Milestones.Status',
      'goals/Milestones.Milestone',
      'engagement/end',
    ],
    summary: 'Require milestones after those that they wait for',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    early:
      '"{{milestone}}" is due on {{due}}, not after "{{before}}" on {{day}}, which it waits for: move one of the two.',
    itself: '"{{milestone}}" waits for itself: take it out of After.',
    circle: 'The milestones {{milestones}} wait for each other: take one of the names out of After.',
  },
  engagement(view, report) {
    const rows = view.rows('milestones');
    const placeOf = new Map<Row, number>(rows.map((row, place) => [row, place]));
    const after = rows.map((row) =>
      view.named(row.cells.after).flatMap(({ target }) => {
        const place = target && placeOf.get(target);
        return place === undefined ? [] : [place];
      }),
    );
    const circles = circlesOf(after);
    for (const circle of circles) {
      const members = circle.map((place) => rows[place]!);
      const last = members.map(({ cells }): Field => cells.after!).reduce((a, b) => laterPlace(a, b).later);
      const related = members
        .filter(({ cells }) => cells.after !== last)
        .map((row) => ({
          at: row.cells.after!,
          message: say('"{{name}}" waits in the same circle', { name: nameSaid(row) }),
        }));
      const [first] = members;
      if (members.length === 1) report.wrong(last, 'itself', { milestone: nameSaid(first!) });
      else report.wrong(last, 'circle', { milestones: namesSaid(members) }, { related });
    }
    const inCircle = new Set(circles.flat());
    rows.forEach((row, place) => {
      for (const each of new Set(after[place])) {
        if (inCircle.has(place) && inCircle.has(each)) continue;
        const other = rows[each]!;
        const [due, before] = [openDay(row, view), openDay(other, view)];
        if (due === undefined || before === undefined || due > before) continue;
        const { later, earlier } = laterPlace(row.cells.due!, other.cells.due!);
        const message =
          earlier === row.cells.due
            ? say('the milestone that waits')
            : say('the milestone that it waits for');
        const data = { milestone: nameSaid(row), due, before: nameSaid(other), day: before };
        report.wrong(later, 'early', data, { related: [{ at: earlier, message }] });
      }
    });
  },
});

/** The day on which a milestone is due that is not done yet. */
function openDay({ cells: { due, done, status } }: Row<'milestones'>, view: View): string | undefined {
  const isDelivered = status?.value === 'delivered' || status?.value === 'accepted';
  return isFilled(done) || isDelivered ? undefined : view.dayOf(due);
}
