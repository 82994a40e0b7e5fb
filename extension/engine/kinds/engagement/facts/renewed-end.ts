import { timelineOf } from '../../../resolve/terms.ts';
import type { Duration, Renewal } from '../../../model/value.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';
import { durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'renewed-end',
  kinds: ['engagement'],
  reads: ['engagement/renewal', 'engagement/end'],
  unit: 'date',
  summary: 'The day on which the contract ends once it is renewed',
  asOf: false,
  compute(view) {
    const { renewal, end } = view.lead?.keys ?? {};
    const { renewedEnd: value } = timelineOf(view);
    if (value === undefined) return [];
    const { term: length } = renewal!.value as Extract<Renewal, { readonly term?: Duration }>;
    const term = durationSaid(length!);
    const how = say('The contract ends on {{end}} and is renewed for {{term}}: until {{day}}.', {
      end: end!.value!,
      term,
      day: value,
    });
    return [{ at: renewal!, value, how, data: { term: inEnglish(term) } }];
  },
});
