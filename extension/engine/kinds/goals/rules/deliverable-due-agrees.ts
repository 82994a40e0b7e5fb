import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { DurationValue } from '../../../model/value.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { replacement } from '../../../rules/replacement.ts';
import { formatEvery } from '../../../values/format-value.ts';
import { quote } from '../../../values/quote.ts';
import { deliverablesIn, type Statement } from '../deliverables.ts';
import { intervalSaid } from '../../../values/length-said.ts';
import type { Said, SaidPart } from '../../../model/said.ts';

const messages = {
  days: '"{{name}}" is due on {{here}} here and on {{there}} in "{{other}}": agree on one day.',
  lengths:
    '"{{name}}" is due "{{here}}" after the end of its period here and "{{there}}" in "{{other}}": agree on one length.',
  cadence: '"{{name}}" is due every {{here}} here and every {{there}} in "{{other}}": agree on one cadence.',
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
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    for (const statements of deliverablesIn(view).values()) {
      // One finding a place: that it differs from a third one too is the same contradiction.
      const reported = new Set<Field>();
      statements.forEach((statement, i) => {
        for (const other of statements.slice(0, i)) {
          const difference = differenceOf(statement, other, view);
          if (!difference || reported.has(difference.at)) continue;
          reported.add(difference.at);
          sayDifference(difference, report);
        }
      });
    }
  },
});

interface Difference {
  readonly id: keyof typeof messages;
  readonly name: string;
  /** The value that is reported, and what it says. */
  readonly at: Field;
  readonly here: SaidPart;
  readonly there: SaidPart;
  readonly related: { readonly at: Field; readonly message: Said };
}

/** How two statements of one deliverable differ; undefined where they agree or cannot be compared. */
function differenceOf(a: Statement, b: Statement, view: View): Difference | undefined {
  // Lengths count from the end of the same period, so a cadence that differs is the whole of it.
  if (a.every?.value !== undefined && b.every?.value !== undefined) {
    const [everyA, everyB] = [formatEvery(a.every.value), formatEvery(b.every.value)];
    if (everyA !== everyB)
      return placed(
        'cadence',
        [a, a.every, intervalSaid(a.every.value)],
        [b, b.every, intervalSaid(b.every.value)],
      );
  }
  const [dayA, dayB] = [a.day(), b.day()];
  if (dayA !== undefined && dayB !== undefined) {
    return dayA === dayB ? undefined : placed('days', [a, a.due, dayA], [b, b.due, dayB]);
  }
  const [lengthA, lengthB] = [lengthOf(a), lengthOf(b)];
  const order = compareLengths(lengthA, lengthB, view);
  if (order === undefined || order === 0) return undefined;
  return placed('lengths', [a, a.due, quote(a.due.source.text)], [b, b.due, quote(b.due.source.text)]);
}

type Stated = readonly [statement: Statement, at: Field, says: SaidPart];

function placed(id: Difference['id'], a: Stated, b: Stated): Difference {
  const { later, earlier } = laterPlace(a[1], b[1]);
  const [[{ name }, , here], [{ where }, , there]] = later === a[1] ? [a, b] : [b, a];
  return { id, name: quote(name), at: later, here, there, related: { at: earlier, message: where } };
}

function lengthOf({ due, isLength }: Statement): Field<DurationValue> | undefined {
  return isLength ? (due as Field<DurationValue>) : undefined;
}

function sayDifference(
  { id, name, at, here, there, related }: Difference,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  // Which of two plain days holds is a person's to say; what is counted from elsewhere is changed there.
  const fixes =
    typeof here === 'string' &&
    typeof there === 'string' &&
    id === 'days' &&
    isPlain(at, here) &&
    isPlain(related.at, there)
      ? [replacement(at, at.source.span, there), replacement(related.at, related.at.source.span, here)]
      : [];
  report.wrong(at, id, { name, here, there, other: related.at.document.path }, { related: [related], fixes });
}

function isPlain({ source }: Field, day: string): boolean {
  return source.text.trim() === day;
}
