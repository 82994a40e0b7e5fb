import { exitPlansOf, timelineOf } from '../../../resolve/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';
import { durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'exit-latest-handover',
  kinds: ['exit-plan'],
  reads: ['exit-plan/handover', 'exit-plan/handover_ends', 'engagement/end', 'engagement/exit_help'],
  unit: 'date',
  summary: 'The last day on which the handover can begin and still be over in time',
  asOf: false,
  compute(view) {
    return exitPlansOf(view).flatMap((plan) => {
      const { handover } = plan.keys;
      const { latestHandoverStart: day, handoverDeadline: deadline, chain } = timelineOf(view, plan);
      if (day === undefined) return [];
      const length = durationSaid(handover!.value!);
      const isAtEnd = chain.some(
        ({ name, from, by }) => name === 'exit-latest-handover' && from === 'end' && by === undefined,
      );
      const how = isAtEnd
        ? say(
            'The handover must be over by {{deadline}}, and {{length}} before that the contract has ended: it must begin by the end, {{day}}.',
            { deadline: deadline!, length, day },
          )
        : say('The handover must be over by {{deadline}} and takes {{length}}: it must begin by {{day}}.', {
            deadline: deadline!,
            length,
            day,
          });
      return [{ at: handover!, value: day, how, data: { deadline, handover: inEnglish(length) } }];
    });
  },
});
