import { addDays } from '../../calendar/plain-date.ts';
import { moveOf } from '../../resolve/move.ts';
import { nextReview } from '../../resolve/next-review.ts';
import { quote } from '../../values/quote.ts';
import { defineDue } from '../define.ts';

/** Days before the review is due from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'DOC008',
  name: 'reviewed-in-time',
  meta: {
    kinds: ['*'],
    reads: [
      '*/review_every',
      '*/valid_from',
      '*/owner',
      'signoff/document',
      'signoff/date',
      'engagement/People.Party',
    ],
    summary: 'Ask for the next review of a document',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    signed: 'Review "{{title}}": it was last signed off on {{since}}.',
    unsigned: 'Review "{{title}}": it has been in force since {{since}}, and nobody has signed it off.',
  },
  due(view) {
    return view.documents.flatMap((document) => {
      const review = nextReview(document, view);
      if (!review) return [];
      return [
        {
          at: document.keys.review_every!,
          id: review.signoff ? ('signed' as const) : ('unsigned' as const),
          data: { title: quote(document.title), since: review.since },
          day: review.day,
          listedFrom: addDays(review.day, -leadDays),
          ...moveOf(document.keys.owner, view),
        },
      ];
    });
  },
});
