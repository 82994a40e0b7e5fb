import { compareLengths } from '../../../index/compared-lengths.ts';
import { laterPlace } from '../../../index/later-place.ts';
import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { DurationValue } from '../../../model/value.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { formatEvery } from '../../../values/format-value.ts';
import { quote } from '../../../values/quote.ts';
import { deliverablesIn, type Statement } from '../deliverables.ts';

const messages = {
  days: '"{{name}}" is due on {{day}} here and on {{otherDay}} in "{{other}}": agree on one day.',
  lengths: '"{{name}}" is due "{{length}}" after the end of its period here and "{{otherLength}}" in "{{other}}": agree on one length.',
  cadence: '"{{name}}" is due every {{every}} here and every {{otherEvery}} in "{{other}}": agree on one cadence.',
} as const;

export default defineRule({
  code: 'KPI016',
  name: 'deliverable-due-agrees',
  meta: {
    kinds: ['goals', 'communication-plan', 'exit-plan', 'sla'],
    reads: [
      'goals/Milestones.Due',
      'communication-plan/Reports.Due',
      'communication-plan/Reports.Every',
      'exit-plan/Phases.Delivers',
      'exit-plan/prepare',
      'exit-plan/handover',
      'sla/report_due',
      'sla/title',
      'engagement/sprint_start',
      'engagement/sprint_length',
      'engagement/end',
    ],
    summary: 'Require each deliverable to be due on one date, wherever it is stated',
    severity: 'error',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    for (const statements of deliverablesIn(view).values()) {
      statements.forEach((statement, i) => {
        const before = statements.slice(0, i);
        // Lengths count from the end of the same period, so a cadence that differs is the whole of it.
        if (before.some((other) => sayCadence(statement, other, report))) return;
        before.some((other) => sayDifference(statement, other, view, report));
      });
    }
  },
});

type Report = Reporter<typeof messages, Record<never, never>>;

/** Says that two statements name two days or two lengths; false where they agree or cannot be compared. */
function sayDifference(a: Statement, b: Statement, view: View, report: Report): boolean {
  const { later, earlier } = laterPlace(a.due, b.due);
  const [here, there] = later === a.due ? [a, b] : [b, a];
  const other = there.due.document.path;
  const extra = { related: [{ at: earlier, message: there.where }] };
  const name = quote(here.name);
  if (here.day !== undefined && there.day !== undefined && here.day !== there.day) {
    report.wrong(later, 'days', { name, day: here.day, otherDay: there.day, other }, extra);
    return true;
  }
  const lengths = [lengthOf(here), lengthOf(there)] as const;
  if (lengths[0] && lengths[1] && isUnlike(compareLengths(lengths[0], lengths[1], view))) {
    const length = quote(lengths[0].source.text);
    report.wrong(later, 'lengths', { name, length, otherLength: quote(lengths[1].source.text), other }, extra);
    return true;
  }
  return false;
}

function lengthOf({ due, isLength }: Statement): Field<DurationValue> | undefined {
  return isLength ? (due as Field<DurationValue>) : undefined;
}

/** Whether two lengths compare, and not as equal. */
function isUnlike(order: -1 | 0 | 1 | undefined): boolean {
  return order === -1 || order === 1;
}

/** Says that two reports of one name come at different intervals; false where they do not. */
function sayCadence(a: Statement, b: Statement, report: Report): boolean {
  if (a.every?.value === undefined || b.every?.value === undefined) return false;
  const [everyA, everyB] = [formatEvery(a.every.value), formatEvery(b.every.value)];
  if (everyA === everyB) return false;
  const { later, earlier } = laterPlace(a.every, b.every);
  const [every, otherEvery, there] = later === a.every ? [everyA, everyB, b] : [everyB, everyA, a];
  report.wrong(
    later,
    'cadence',
    { name: quote(a.name), every, otherEvery, other: earlier.document.path },
    { related: [{ at: earlier, message: there.where }] },
  );
  return true;
}
