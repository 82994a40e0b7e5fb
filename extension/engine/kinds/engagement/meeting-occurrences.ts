import { occurrences, type Occurrence } from '../../calendar/recurrence.ts';
import type { DateSpan } from '../../resolve/span.ts';
import type { WorkDays } from '../../calendar/working-days.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** When a meeting is held on the days of a span, in the engagement's zone or its own. */
export function meetingOccurrences(
  meeting: Row<'meetings'>,
  view: View,
  span: DateSpan,
  work?: WorkDays,
): readonly Occurrence[] {
  const { every, when } = meeting.cells;
  const zone = view.lead?.keys.zone?.value;
  const document = meeting.section.document;
  const anchor = document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
  if (every?.value === undefined || when?.value === undefined || zone === undefined || anchor === undefined)
    return [];
  return occurrences(every.value, when.value, { ...span, anchor }, { zone, ...(work && { work }) });
}
