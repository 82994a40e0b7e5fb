import { heldOn, occurrencesIn, type Held, type Occurrence } from '../../calendar/recurrence.ts';
import { spanOf, type DateSpan } from '../../resolve/span.ts';
import { workDaysOf } from '../../resolve/work-days.ts';
import { onceFor } from '../../values/once-for.ts';
import type { WorkDays } from '../../calendar/working-days.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** When a meeting is held on the days of a span, in the engagement's zone or its own. */
export function meetingOccurrences(...asked: Parameters<typeof meetingHeld>): readonly Occurrence[] {
  const held = meetingHeld(...asked);
  return held ? occurrencesIn(held) : [];
}

function meetingHeld(
  meeting: Row<'meetings'>,
  view: View,
  span: DateSpan,
  work?: WorkDays,
): Held | undefined {
  const { every, when } = meeting.cells;
  const zone = view.lead?.keys.zone?.value;
  const document = meeting.section.document;
  const anchor = document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
  if (every?.value === undefined || when?.value === undefined || zone === undefined || anchor === undefined)
    return undefined;
  return heldOn(every.value, when.value, { ...span, anchor }, { zone, ...(work && { work }) });
}

/** When a meeting is held in the 12 months that rules look at, on the working days of the engagement; asked for once. */
export function heldInSpan(meeting: Row<'meetings'>, view: View): Held | undefined {
  const known = heldIn(view);
  if (known.has(meeting)) return known.get(meeting); // equivalent: only saves the time
  const span = spanOf(meeting.section.document, view);
  const held = span && meetingHeld(meeting, view, span, workDaysOf(view));
  known.set(meeting, held);
  return held;
}

const heldIn: (view: View) => Map<Row<'meetings'>, Held | undefined> = onceFor(() => new Map());
