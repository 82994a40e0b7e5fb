import { addDays } from '../../../calendar/plain-date.ts';
import { saysSomething } from '../../../resolve/says-something.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote, taskCharactersAtMost } from '../../../values/quote.ts';
import { hasReached, helpUntil, nameOf } from '../topics.ts';

/** Days before the help ends from which what is left is listed. */
const leadDays = 30;

export default defineDue({
  code: 'KTP014',
  name: 'rest-list-cleared',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Left to do',
      'kt-plan/Topics.Topic',
      'kt-plan/complete_by',
      'kt-plan/aftercare',
    ],
    summary: 'Ask for what is left of a topic that was accepted all the same',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    left: 'Do what is left of "{{topic}}": "{{left}}".',
  },
  due(view) {
    return view.rows('topics').flatMap((topic) => {
      const left = topic.cells.left_to_do;
      const day = helpUntil(topic.section.document, view);
      if (!saysSomething(left) || day === undefined || !hasReached(topic, 'accepted')) return [];
      const what = quote(left!.source.text, taskCharactersAtMost).replace(/\.$/, '');
      return [
        {
          at: left!,
          id: 'left' as const,
          data: { topic: quote(nameOf(topic)), left: what },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'both' as const,
        },
      ];
    });
  },
});
