import { compareLengths } from '../../../index/compared-lengths.ts';
import { laterPlace } from '../../../index/later-place.ts';
import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Duration, DurationValue } from '../../../model/value.ts';
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
        const said = statements.slice(0, i).find((other) => sayDifference(statement, other, view, report));
        if (!said) compareCadence(statement, statements.slice(0, i), report);
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
  if (lengths[0] && lengths[1] && differs(lengths[0], lengths[1], view)) {
    const length = quote(lengths[0].source.text);
    report.wrong(later, 'lengths', { name, length, otherLength: quote(lengths[1].source.text), other }, extra);
    return true;
  }
  return false;
}

function lengthOf({ due, isLength }: Statement): Field<DurationValue> | undefined {
  return isLength ? (due as Field<DurationValue>) : undefined;
}

function differs(a: Field<DurationValue>, b: Field<DurationValue>, view: View): boolean {
  const order = compareLengths(a, b, view);
  if (order !== undefined) return order !== 0;
  // Without office hours a working length compares with none but its like.
  const [x, y] = [a.value as Duration, b.value as Duration];
  return x.working && y.working && x.unit === y.unit && x.n !== y.n;
}

function compareCadence(statement: Statement, before: readonly Statement[], report: Report): void {
  const { every } = statement;
  if (every?.value === undefined) return;
  const text = formatEvery(every.value);
  const other = before.find((one) => one.every?.value !== undefined && formatEvery(one.every.value) !== text);
  if (!other?.every?.value) return;
  const { later, earlier } = laterPlace(every, other.every);
  const [here, there] = later === every ? [statement, other] : [other, statement];
  report.wrong(
    later,
    'cadence',
    {
      name: quote(statement.name),
      every: formatEvery(here.every!.value!),
      otherEvery: formatEvery(there.every!.value!),
      other: earlier.document.path,
    },
    { related: [{ at: earlier, message: there.where }] },
  );
}
