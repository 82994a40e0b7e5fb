import { defineFact } from '../../../rules/define.ts';
import { formatDuration } from '../../../values/format-value.ts';
import { countInWords } from '../../../values/in-words.ts';
import { coveredOptions } from '../covered-options.ts';

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
  compute(view, { holidays }) {
    const options = view.sections('options').flatMap((section) => coveredOptions(section, view, holidays));
    return options.map(({ row, takes, cover }) => {
      const { noticeDay, needUntil, coverUntil, uncoveredDays } = cover;
      const need = `With notice on ${noticeDay} and ${formatDuration(takes)} it needs the supplier until ${needUntil}`;
      const rest =
        uncoveredDays === 0
          ? 'nothing is uncovered'
          : `that is ${countInWords(uncoveredDays, 'day')} too little`;
      const how = `${need}; notice and exit help cover until ${coverUntil}: ${rest}.`;
      return { at: row, value: String(uncoveredDays), how, data: { needUntil, coverUntil } };
    });
  },
});
