import { addLength, subtractLength } from '../../../calendar/add-length.ts';
import { periodsEnding, periodText } from '../../../calendar/periods.ts';
import { addDays, later } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate, Period } from '../../../model/value.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { moveOf } from '../../../resolve/move.ts';
import { isUnread } from '../../../resolve/terms.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a report is due from which it is listed. */
const leadDays = 10;
/** More than a year of periods, and what holidays may move a day by. */
const [daysAhead, daysOfHolidays] = [800, 40];

export default defineDue({
  code: 'REC006',
  name: 'report-sent',
  meta: {
    kinds: ['record', 'communication-plan'],
    reads: [
      'communication-plan/Reports.Every',
      'communication-plan/Reports.Due',
      'communication-plan/Reports.From',
      'communication-plan/Reports.To',
      'communication-plan/Reports.Report',
      '*/valid_from',
      'engagement/start',
      'engagement/end',
      'engagement/holidays',
      'engagement/office_hours',
      'engagement/People.Party',
    ],
    summary: 'Ask for the next report before it is due',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    named: 'Send "{{report}}" of {{period}} to "{{to}}".',
    unnamed: 'Send the report of {{period}} to "{{to}}".',
  },
  due(view, { asOf }) {
    return view.rows('reports').flatMap((row) => {
      const { report, from, to, due } = row.cells;
      if (!isFilled(from) || !isFilled(to)) return [];
      const next = nextReport(row, view, asOf);
      if (!next) return [];
      const data = { period: periodText(next.period), to: quote(to!.source.text) };
      const item = {
        at: due!,
        day: next.day,
        listedFrom: addDays(next.day, -leadDays),
        neverOverdue: true,
        ...moveOf(from, view),
      };
      const name = isFilled(report) ? quote(report!.source.text) : undefined;
      return [
        name === undefined
          ? { ...item, id: 'unnamed' as const, data }
          : { ...item, id: 'named' as const, data: { ...data, report: name } },
      ];
    });
  },
});

/** The first period of a report whose day has not passed, from the day that it is sent from to the end of the contract. */
function nextReport(
  { cells: { every, due }, section: { document } }: Row<'reports'>,
  view: View,
  asOf: IsoDate,
): { readonly period: Period; readonly day: IsoDate } | undefined {
  const { start, end } = view.lead?.keys ?? {};
  const since = document.keys.valid_from;
  const anchor = since?.value ?? start?.value;
  if (every?.value === undefined || due?.value === undefined || anchor === undefined) return undefined;
  if (isUnread(since) || isUnread(end)) return undefined;
  const work = workDaysOf(view);
  const first = addDays(subtractLength(asOf, due.value, work), -daysOfHolidays);
  const from = later(first, anchor);
  for (const period of periodsEnding(every.value, from, addDays(from, daysAhead), anchor)) {
    if (end?.value !== undefined && period.from > end.value) return undefined;
    const day = addLength(period.to, due.value, work);
    if (day >= asOf) return { period, day };
  }
  return undefined;
}
