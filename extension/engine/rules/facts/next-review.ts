import { nextReview } from '../../resolve/next-review.ts';
import { defineFact } from '../define.ts';
import { say } from '../../values/say.ts';
import { durationSaid } from '../../values/length-said.ts';

export default defineFact({
  name: 'next-review',
  kinds: [],
  reads: ['*/review_every', '*/valid_from', 'signoff/document', 'signoff/date', 'engagement/holidays'],
  unit: 'date',
  summary: 'The day by which a document must be looked at again',
  asOf: false,
  compute(view) {
    return view.documents.flatMap((document) => {
      const review = nextReview(document, view);
      const every = document.keys.review_every;
      if (!review || every?.value === undefined) return [];
      const from = review.signoff
        ? say('the sign-off of {{day}}', { day: review.since })
        : `valid_from ${review.since}`;
      return [
        {
          at: every,
          value: review.day,
          how: say('{{from}} plus {{length}} is {{day}}', {
            from,
            length: durationSaid(every.value),
            day: review.day,
          }),
          data: { signoff: review.signoff?.path ?? null, signedOn: review.signoff ? review.since : null },
        },
      ];
    });
  },
});
