import { shortestNoticeField } from '../../../resolve/terms.ts';
import { defineRule, type RelatedAt } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { coveredOptions, type CoveredOption } from '../covered-options.ts';
import { say } from '../../../values/say.ts';
import { daysSaid } from '../../../values/length-said.ts';

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
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    uncovered:
      '"{{takes}}" is too long for "{{option}}": with notice given on {{noticeDay}} it needs the supplier until {{needUntil}}, but notice and exit help end on {{coverUntil}}, {{days}} earlier. Agree on more help, or find a faster way.',
  },
  engagement(view, report) {
    for (const section of view.sections('options')) {
      let longest: CoveredOption | undefined;
      for (const option of coveredOptions(section, view))
        if (option.cover.needUntil > (longest?.cover.needUntil ?? '')) longest = option;
      if (longest === undefined || longest.cover.uncoveredDays === 0) continue;
      const { option, takes } = longest.row.cells;
      const { noticeDay, needUntil, coverUntil, uncoveredDays } = longest.cover;
      const related: RelatedAt[] = [{ at: shortestNoticeField(view)!, message: say('the shortest notice') }];
      const help = view.lead?.keys.exit_help;
      if (help?.value !== undefined) related.push({ at: help, message: say('the help after the end') });
      report.wrong(
        takes!,
        'uncovered',
        {
          takes: quote(takes!.source.text),
          option: quote(option?.source.text ?? ''),
          noticeDay,
          needUntil,
          coverUntil,
          days: daysSaid(uncoveredDays),
        },
        { related },
      );
    }
  },
});
