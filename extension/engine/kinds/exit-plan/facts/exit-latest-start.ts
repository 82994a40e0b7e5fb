import { exitPlansOf, timelineOf } from '../../../resolve/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';
import { durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'exit-latest-start',
  kinds: ['exit-plan'],
  reads: [
    'exit-plan/prepare',
    'exit-plan/handover',
    'exit-plan/handover_ends',
    'engagement/end',
    'engagement/exit_help',
  ],
  unit: 'date',
  summary: 'The last day on which preparation can begin so that the handover begins in time',
  asOf: false,
  compute(view) {
    return exitPlansOf(view).flatMap((plan) => {
      const { prepare } = plan.keys;
      const { latestPreparationStart: day, latestHandoverStart: handover } = timelineOf(view, plan);
      if (day === undefined) return [];
      const length = durationSaid(prepare!.value!);
      const how = say(
        'The handover must begin by {{handover}}, and preparing takes {{length}}: it must begin by {{day}}.',
        { handover: handover!, length, day },
      );
      return [{ at: prepare!, value: day, how, data: { prepare: inEnglish(length) } }];
    });
  },
});
