import { defineFact } from '../../../rules/define.ts';
import { coveredOptions } from '../covered-options.ts';
import { say } from '../../../values/say.ts';
import { daysSaid, durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'exit-uncovered-days',
  kinds: ['exit-plan'],
  reads: [
    'exit-plan/Options.Takes',
    'engagement/start',
    'engagement/end',
    'engagement/notice',
    'engagement/notice_client',
    'engagement/notice_supplier',
    'engagement/exit_help',
  ],
  unit: 'days',
  summary: 'For how many days an option needs the supplier after notice and exit help are over',
  asOf: false,
  compute(view) {
    const options = view.sections('options').flatMap((section) => coveredOptions(section, view));
    return options.map(({ row, takes, cover }) => {
      const { noticeDay, needUntil, coverUntil, uncoveredDays } = cover;
      const rest =
        uncoveredDays === 0
          ? say('nothing is uncovered')
          : say('that is {{days}} too little', { days: daysSaid(uncoveredDays) });
      const how = say(
        'With notice on {{notice}} and {{length}} it needs the supplier until {{need}}; notice and exit help cover until {{cover}}: {{rest}}.',
        { notice: noticeDay, length: durationSaid(takes), need: needUntil, cover: coverUntil, rest },
      );
      return { at: row, value: String(uncoveredDays), how, data: { needUntil, coverUntil } };
    });
  },
});
