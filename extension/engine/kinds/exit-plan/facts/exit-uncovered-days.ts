import { optionCover } from '../../../calendar/exit-timeline.ts';
import { contractTerms, isUnread, noticeOf } from '../../../index/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { formatDuration } from '../../../values/format-value.ts';
import { countInWords } from '../../../values/in-words.ts';

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
    const { lead } = view;
    const unread = [
      lead?.keys.end,
      lead?.keys.exit_help,
      noticeOf('client', lead),
      noticeOf('supplier', lead),
    ];
    if (unread.some(isUnread)) return [];
    const terms = contractTerms(view, holidays);
    return view.rows('options').flatMap((row) => {
      const takes = row.cells.takes?.value;
      const cover = takes === undefined ? undefined : optionCover(terms, takes);
      if (takes === undefined || cover === undefined) return [];
      const { noticeDay, needUntil, coverUntil, uncoveredDays } = cover;
      const need = `With notice on ${noticeDay} and ${formatDuration(takes)} it needs the supplier until ${needUntil}`;
      const rest =
        uncoveredDays === 0
          ? 'nothing is uncovered'
          : `that is ${countInWords(uncoveredDays, 'day')} too little`;
      const how = `${need}; notice and exit help cover until ${coverUntil}: ${rest}.`;
      return [{ at: row, value: String(uncoveredDays), how, data: { needUntil, coverUntil } }];
    });
  },
});
