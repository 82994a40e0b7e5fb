import { subtractLength } from '../../../calendar/add-length.ts';
import { contractTerms } from '../../../resolve/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';
import { durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'last-notice-date',
  kinds: ['engagement'],
  reads: ['engagement/notice', 'engagement/notice_client', 'engagement/notice_supplier', 'engagement/end'],
  unit: 'date',
  summary: 'The last day on which notice can be given so that the contract ends on its end',
  asOf: false,
  compute(view) {
    const { notice, notice_client, notice_supplier } = view.lead?.keys ?? {};
    const { end, work } = contractTerms(view);
    if (end === undefined) return [];
    return [notice, notice_client, notice_supplier].flatMap((field) => {
      if (field?.value === undefined) return [];
      const value = subtractLength(end, field.value, work);
      const length = durationSaid(field.value);
      const how = say(
        'The contract ends on {{end}}, and notice takes {{length}}: notice given on {{day}} still counts.',
        { end, length, day: value },
      );
      return [{ at: field, value, how, data: { notice: inEnglish(length), end } }];
    });
  },
});
