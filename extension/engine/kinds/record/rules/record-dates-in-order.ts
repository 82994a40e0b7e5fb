import type { Field } from '../../../model/document.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'REC017',
  name: 'record-dates-in-order',
  meta: {
    kinds: ['record'],
    reads: [
      'record/held',
      'record/period',
      'record/Waiting for.Since',
      'record/Waiting for.Needed by',
      'record/Actions.Status',
      'record/Actions.Done',
      'goals/Milestones.Due',
      'engagement/start',
      'engagement/end',
      'engagement/office_hours',
      'engagement/holidays',
    ],
    summary: 'Require the dates of a record in the order in which things happen',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    since: '"{{since}}" is after {{held}}, when this was held: nobody can have waited since then.',
    needed:
      'Needed by "{{needed}}" is before {{since}}, since when it is waited for: correct one of the two.',
    period: 'The period "{{period}}" begins after {{held}}, when this was held: correct one of the two.',
    done: '"{{done}}" is after {{held}}, when this was held, and Status is "{{status}}": write it into Due.',
  },
  engagement(view, report) {
    for (const record of view.documentsOf('record')) {
      const { held, period } = record.keys;
      const isAfter = (day: IsoDate | undefined): boolean =>
        held?.value !== undefined && day !== undefined && day > held.value;
      const heldOn = held?.value ?? '';
      const related = held ? [{ at: held, message: say('when it was held') }] : []; // equivalent: without it nothing is after it
      if (isAfter(period?.value?.from))
        report.wrong(period!, 'period', { period: textOf(period!), held: heldOn }, { related });
      for (const { cells } of record.sections.get('waiting_for')?.rows ?? []) {
        const { since, needed_by: needed } = cells;
        if (isAfter(since?.value))
          report.wrong(since!, 'since', { since: textOf(since!), held: heldOn }, { related });
        const day = view.dayOf(needed);
        if (since?.value === undefined || day === undefined || day >= since.value) continue;
        report.wrong(
          needed!,
          'needed',
          { needed: textOf(needed!), since: since.value },
          {
            related: [{ at: since, message: say('since when it is waited for') }],
          },
        );
      }
      for (const { cells } of record.sections.get('actions')?.rows ?? []) {
        const { done, status } = cells;
        // What is done later may be written into an old record: only a day that is still to come for sure is wrong.
        if (!isAfter(done?.value) || status?.value !== 'open') continue;
        report.wrong(
          done!,
          'done',
          { done: textOf(done!), held: heldOn, status: textOf(status) },
          { related },
        );
      }
    }
  },
});

function textOf({ source }: Field): string {
  return quote(source.text);
}
