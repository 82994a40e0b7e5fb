import { pathsEver } from '../resolve/documents-of-history.ts';
import {
  daysAhead,
  isReviewAsked,
  preparedRecord,
  type Preparation,
  type RecordQuery,
} from '../features/prepared-record.ts';
import type { CalendarAnswers } from './calendar-answers.ts';
import { dueIn } from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type { LateCalendar } from './late-calendar.ts';
import type { LateHistory } from './late-history.ts';

/** The next record of a meeting, with what the calendar asks for in the days after it. */
export async function preparedIn(
  state: EngagementState,
  query: RecordQuery,
  calendar: LateCalendar,
  answers: CalendarAnswers,
  history: LateHistory,
): Promise<Preparation> {
  if (isReviewAsked(query, state.evaluate().view)) await history.readTexts([state], pathsEver);
  return await preparedRecord(query, state.evaluate().view, async (asOf) => {
    await calendar.prepareFor([state], asOf);
    return await dueIn([state], { asOf, withinDays: daysAhead }, answers);
  });
}
