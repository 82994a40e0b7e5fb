import { optionCover, type ExitCover } from '../../../calendar/exit-timeline.ts';
import { contractTerms, isUnread, noticeOf, shortestNoticeField } from '../../../index/terms.ts';
import type { Row } from '../../../model/document.ts';
import { defineRule, type RelatedAt } from '../../../rules/define.ts';
import { countInWords } from '../../../values/in-words.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'EXT003',
  name: 'exit-time-covered',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Options.Takes',
      'engagement/start',
      'engagement/end',
      'engagement/notice',
      'engagement/notice_client',
      'engagement/notice_supplier',
      'engagement/exit_help',
      'engagement/office_hours',
    ],
    summary: 'Require every option to fit into the notice and the help after the end',
    severity: 'error',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    uncovered:
      '"{{takes}}" is too long for "{{option}}": with notice given on {{noticeDay}} it needs the supplier until {{needUntil}}, but notice and exit help end on {{coverUntil}}, {{days}} earlier. Agree on more help, or find a faster way.',
  },
  engagement(view, report) {
    const { lead } = view;
    const unread = [
      lead?.keys.end,
      lead?.keys.exit_help,
      noticeOf('client', lead),
      noticeOf('supplier', lead),
    ];
    if (unread.some(isUnread)) return;
    const terms = contractTerms(view);
    for (const section of view.sections('options')) {
      let longest: { readonly row: Row<'options'>; readonly cover: ExitCover } | undefined;
      for (const row of section.rows) {
        const takes = row.cells.takes?.value;
        const cover = takes === undefined ? undefined : optionCover(terms, takes);
        if (cover && cover.needUntil > (longest?.cover.needUntil ?? '')) longest = { row, cover };
      }
      if (longest === undefined || longest.cover.uncoveredDays === 0) continue;
      const { option, takes } = longest.row.cells;
      const { noticeDay, needUntil, coverUntil, uncoveredDays } = longest.cover;
      const related: RelatedAt[] = [{ at: shortestNoticeField(view)!, message: 'the shortest notice' }];
      const help = lead?.keys.exit_help;
      if (help?.value !== undefined) related.push({ at: help, message: 'the help after the end' });
      report.wrong(
        takes!,
        'uncovered',
        {
          takes: quote(takes!.source.text),
          option: quote(option?.source.text ?? ''),
          noticeDay,
          needUntil,
          coverUntil,
          days: countInWords(uncoveredDays, 'day'),
        },
        { related },
      );
    }
  },
});
