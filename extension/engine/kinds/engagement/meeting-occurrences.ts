import { occurrences, type Occurrence } from '../../calendar/recurrence.ts';
import { addDays, addMonths } from '../../calendar/plain-date.ts';
import type { WorkDays } from '../../calendar/working-days.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';

/** The 12 months from `valid_from` of the document that holds the section, else from `start` (rules.md 1.3.14). */
export function spanOf(
  document: Row['section']['document'],
  view: View,
): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  const from = document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
  return from === undefined ? undefined : { from, to: addDays(addMonths(from, 12), -1) };
}

/** When a meeting is held on the days of a span, in the engagement's zone or its own. */
export function meetingOccurrences(
  meeting: Row<'meetings'>,
  view: View,
  span: { readonly from: IsoDate; readonly to: IsoDate },
  work?: WorkDays,
): readonly Occurrence[] {
  const { every, when } = meeting.cells;
  const zone = view.lead?.keys.zone?.value;
  const document = meeting.section.document;
  const anchor = document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
  if (every?.value === undefined || when?.value === undefined || zone === undefined || anchor === undefined) return [];
  return occurrences(every.value, when.value, { ...span, anchor }, { zone, ...(work && { work }) });
}
