import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { promised } from '../../../resolve/promised.ts';
import { byUrgency, onlyNumberIn } from '../../../resolve/priorities.ts';
import { compareDecimals } from '../../../measure/decimal.ts';
import type { Field, Row } from '../../../model/document.ts';
import type { DurationValue } from '../../../model/value.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';

export default defineRule({
  code: 'SLA011',
  name: 'escalation-fits-response',
  meta: {
    kinds: ['communication-plan', 'sla'],
    reads: [
      'communication-plan/Escalation.After',
      'communication-plan/Escalation.Level',
      'sla/Incidents.Priority',
      'sla/Incidents.Respond',
      'sla/Incidents.Restore',
      'engagement/start',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require the first escalation between response and restoration of the most urgent priority',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    tooEarly:
      'The first escalation after "{{after}}" comes before "{{priority}}" must be answered, within "{{respond}}": escalate no earlier.',
    tooLate:
      'The first escalation after "{{after}}" comes when "{{priority}}" should be restored already, within "{{restore}}": escalate no later.',
  },
  engagement(view, report) {
    for (const escalation of view.sections('escalation')) {
      const after = firstAfter(escalation.rows);
      if (!after) continue;
      for (const incidents of view.sections('incidents')) {
        const urgent = byUrgency(incidents.rows)[0]?.row;
        if (!urgent) continue;
        const { priority } = urgent.cells;
        const [respond, restore] = [promised(urgent.cells.respond), promised(urgent.cells.restore)];
        const data = { after: quote(after.source.text), priority: quote(priority?.source.text ?? '') };
        if (compareLengths(after, respond, view) === -1) {
          const { later, earlier } = laterPlace(after, respond!);
          const related = [{ at: earlier, message: saying(earlier, after, say('the time to respond')) }];
          report.wrong(later, 'tooEarly', { ...data, respond: quote(respond!.source.text) }, { related });
        } else if (compareLengths(after, restore, view) === 1) {
          const { later, earlier } = laterPlace(after, restore!);
          const related = [{ at: earlier, message: saying(earlier, after, say('the time to restore')) }];
          report.wrong(later, 'tooLate', { ...data, restore: quote(restore!.source.text) }, { related });
        }
      }
    }
  },
});

function saying(place: Field, after: Field, other: Said): Said {
  return place === after ? say('the first escalation') : other;
}

/** After of the first level that waits at all. */
function firstAfter(rows: readonly Row<'escalation'>[]): Field<DurationValue> | undefined {
  const levels = rows.map(({ cells }) => onlyNumberIn(cells.level?.source.text ?? ''));
  const inOrder = rows.map((row, i) => ({ row, level: levels[i] ?? i }));
  if (!levels.includes(undefined)) inOrder.sort((a, b) => a.level - b.level);
  for (const { row } of inOrder) {
    const { after } = row.cells;
    // A level whose time does not read may be the first: then nobody knows which is.
    if (after === undefined || after.state === 'unread') return undefined;
    if (after.value !== undefined && after.value !== 'none' && compareDecimals(after.value.n, '0') > 0)
      return after;
  }
  return undefined;
}
