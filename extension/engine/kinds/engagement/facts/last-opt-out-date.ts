import { noticeOf, timelineOf } from '../../../resolve/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';
import { durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'last-opt-out-date',
  kinds: ['engagement'],
  reads: [
    'engagement/opt_out',
    'engagement/notice',
    'engagement/notice_client',
    'engagement/renewal',
    'engagement/end',
  ],
  unit: 'date',
  summary: 'The last day on which a renewal that happens by itself can be refused',
  asOf: false,
  compute(view) {
    const { lead } = view;
    const end = lead?.keys.end?.value;
    const { lastOptOut: value } = timelineOf(view);
    const optOut = lead?.keys.opt_out;
    const field = optOut?.value === undefined ? noticeOf('client', lead) : optOut;
    if (value === undefined) return [];
    const length = durationSaid(field!.value!);
    const data = { end: end!, length, day: value };
    const how =
      field === optOut
        ? say(
            'The contract ends on {{end}} and renews by itself, and its refusal takes {{length}}: it can be refused until {{day}}.',
            data,
          )
        : say(
            'The contract ends on {{end}} and renews by itself, and the notice that refuses it takes {{length}}: it can be refused until {{day}}.',
            data,
          );
    return [{ at: field!, value, how, data: { optOut: inEnglish(length), end } }];
  },
});
