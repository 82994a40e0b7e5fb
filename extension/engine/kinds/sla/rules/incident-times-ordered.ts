import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { promised } from '../../../resolve/promised.ts';
import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { DurationValue } from '../../../model/value.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { byUrgency, type Priority } from '../../../resolve/priorities.ts';
import { say } from '../../../values/say.ts';

const messages = {
  restoreFirst:
    '"{{priority}}" is to be restored within "{{restore}}" but answered within "{{respond}}": restoring cannot take less time than responding.',
  respondSlower:
    '"{{urgent}}" is answered within "{{urgentTime}}", later than the less urgent "{{other}}" within "{{otherTime}}": order the times by urgency.',
  restoreSlower:
    '"{{urgent}}" is restored within "{{urgentTime}}", later than the less urgent "{{other}}" within "{{otherTime}}": order the times by urgency.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'SLA010',
  name: 'incident-times-ordered',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Incidents.Priority',
      'sla/Incidents.Respond',
      'sla/Incidents.Restore',
      'engagement/start',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require incidents to be answered before they are restored, and urgent ones first',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    for (const { rows } of view.sections('incidents')) {
      for (const { cells } of rows) {
        const { priority } = cells;
        const [respond, restore] = [promised(cells.respond), promised(cells.restore)];
        if (compareLengths(restore, respond, view) !== -1) continue;
        const { later, earlier } = laterPlace(respond!, restore!);
        const data = {
          priority: quote(priority?.source.text ?? ''),
          restore: quote(restore!.source.text),
          respond: quote(respond!.source.text),
        };
        const message =
          earlier === (respond as Field) ? say('the time to respond') : say('the time to restore');
        report.wrong(later, 'restoreFirst', data, { related: [{ at: earlier, message }] });
      }
      const order = byUrgency(rows);
      compareNeighbours(order, 'respond', 'respondSlower', view, report);
      compareNeighbours(order, 'restore', 'restoreSlower', view, report);
    }
  },
});

/** Each priority that states a time against the next more urgent ones that do. */
function compareNeighbours(
  order: readonly Priority[],
  column: 'respond' | 'restore',
  id: 'respondSlower' | 'restoreSlower',
  view: View,
  report: Report,
): void {
  // Priorities of one number are equally urgent: they are held against the slowest of the number before.
  let urgent: Priority | undefined;
  let slowest: Priority | undefined;
  for (const priority of order) {
    const time = timeOf(priority, column);
    if (time?.value === undefined) continue;
    if (slowest?.rank !== priority.rank) {
      urgent = slowest;
      slowest = priority;
    } else if (compareLengths(time, timeOf(slowest, column), view) === 1) slowest = priority;
    if (urgent === undefined) continue;
    const [slow, fast] = [timeOf(urgent, column)!, timeOf(priority, column)!];
    if (compareLengths(slow, fast, view) !== 1) continue;
    const { later, earlier } = laterPlace(slow, fast);
    const data = {
      urgent: quote(urgent.row.cells.priority?.source.text ?? ''),
      urgentTime: quote(slow.source.text),
      other: quote(priority.row.cells.priority?.source.text ?? ''),
      otherTime: quote(fast.source.text),
    };
    const message =
      earlier === (slow as Field) ? say('the more urgent priority') : say('the less urgent priority');
    report.wrong(later, id, data, { related: [{ at: earlier, message }] });
  }
}

function timeOf({ row }: Priority, column: 'respond' | 'restore'): Field<DurationValue> | undefined {
  return promised(row.cells[column]);
}
