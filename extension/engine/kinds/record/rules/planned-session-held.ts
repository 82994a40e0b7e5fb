import { addDays } from '../../../calendar/plain-date.ts';
import { moveOf } from '../../../resolve/move.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { isOpen, nameOf, plannedDays, sessionsIn } from '../../kt-plan/topics.ts';
import { isKnowledgeSession, topicOf } from '../knowledge-sessions.ts';

/** Days after a session by which its record is there. */
const daysForRecord = 5;
/** Days before that from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'REC013',
  name: 'planned-session-held',
  meta: {
    kinds: ['record'],
    reads: [
      'kt-plan/Sessions.Planned',
      'kt-plan/Sessions.Topic',
      'kt-plan/Topics.Topic',
      'kt-plan/Topics.From',
      'kt-plan/Topics.Stage',
      'record/type',
      'record/topic',
      'record/held',
      'engagement/People.Party',
    ],
    summary: 'Ask for the record of each planned session',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    hold: 'Hold the session about "{{topic}}" and write its record.',
  },
  due(view) {
    const held = heldSessions(view);
    const sessionsOf = sessionsIn(view);
    return view
      .rows('topics')
      .filter(isOpen)
      .flatMap((topic) => {
        const sessions = sessionsOf(topic);
        const days = plannedDays(sessions, view);
        return sessions.flatMap(({ cells: { planned } }) => {
          const on = view.dayOf(planned);
          if (on === undefined) return []; // equivalent: no session is planned up to no day
          const expected = days.filter((each) => each <= on).length;
          if ((held.get(topic) ?? 0) >= expected) return [];
          const day = addDays(on, daysForRecord);
          return [
            {
              at: planned!,
              id: 'hold' as const,
              data: { topic: quote(nameOf(topic)) },
              day,
              listedFrom: addDays(day, -leadDays),
              ...moveOf(topic.cells.from, view),
            },
          ];
        });
      });
  },
});

/** How many final records there are of sessions about each topic. */
function heldSessions(view: View): ReadonlyMap<Row<'topics'>, number> {
  const held = new Map<Row<'topics'>, number>();
  for (const record of view.documents.filter(isKnowledgeSession)) {
    const topic = topicOf(record, view);
    if (topic) held.set(topic, (held.get(topic) ?? 0) + 1); // equivalent: no topic is asked for without one
  }
  return held;
}
