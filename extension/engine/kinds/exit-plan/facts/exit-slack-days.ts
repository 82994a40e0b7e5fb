import { daysBetween } from '../../../calendar/plain-date.ts';
import { exitPlansOf, trueLastDay } from '../../../resolve/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { daysSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'exit-slack-days',
  kinds: ['exit-plan'],
  reads: [
    'exit-plan/prepare',
    'exit-plan/handover',
    'exit-plan/handover_ends',
    'engagement/end',
    'engagement/exit_help',
    'engagement/renewal',
    'engagement/opt_out',
    'engagement/notice',
    'engagement/notice_client',
  ],
  unit: 'days',
  summary: 'How many days are left until the last day to start leaving, negative once it has passed',
  asOf: true,
  compute(view, { asOf }) {
    const { timeline, plan } = trueLastDay(view);
    const { trueLastDay: day, binding } = timeline;
    const prepare = (plan ?? exitPlansOf(view).find(({ keys }) => keys.prepare?.value !== undefined))?.keys
      .prepare;
    if (day === undefined || prepare === undefined) return [];
    const days = daysBetween(asOf, day);
    const what = binding === 'plan' ? say('by the exit plan') : say('by the contract');
    const distance = { day, what, asOf, days: daysSaid(Math.abs(days)) };
    const how =
      days < 0
        ? say(
            'The last day to start leaving is {{day}}, {{what}}; on {{asOf}} it is {{days}} past.',
            distance,
          )
        : say(
            'The last day to start leaving is {{day}}, {{what}}; on {{asOf}} it is {{days}} away.',
            distance,
          );
    return [{ at: prepare, value: String(days), how, data: { binding } }];
  },
});
