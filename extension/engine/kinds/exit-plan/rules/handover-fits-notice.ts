import { handoverCover } from '../../../calendar/exit-timeline.ts';
import {
  contractTerms,
  exitPlansOf,
  exitPlanTerms,
  isUnread,
  noticeOf,
  shortestNoticeField,
} from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { daysSaid } from '../../../values/length-said.ts';

export default defineRule({
  code: 'EXT021',
  name: 'handover-fits-notice',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/handover',
      'exit-plan/handover_ends',
      'engagement/start',
      'engagement/end',
      'engagement/notice',
      'engagement/notice_client',
      'engagement/notice_supplier',
      'engagement/exit_help',
      'engagement/office_hours',
    ],
    summary: 'Require the handover to fit into the shortest notice',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(2)(h): minimum notice periods',
  },
  messages: {
    longer:
      '"{{handover}}" is longer than the notice: with notice given on {{noticeDay}} the handover lasts until {{needUntil}}, {{days}} after the contract can end on {{coverUntil}}.',
    longerThanHelp:
      '"{{handover}}" is longer than notice and exit help: with notice given on {{noticeDay}} the handover lasts until {{needUntil}}, {{days}} after the help can end on {{coverUntil}}.',
  },
  engagement(view, report) {
    const { lead } = view;
    if ([lead?.keys.end, noticeOf('client', lead), noticeOf('supplier', lead)].some(isUnread)) return;
    for (const plan of exitPlansOf(view)) {
      const { handover, handover_ends: ends } = plan.keys;
      const isAfter = ends?.value === 'after the contract';
      if (isUnread(ends) || (isAfter && isUnread(lead?.keys.exit_help))) continue;
      const cover = handoverCover(contractTerms(view), exitPlanTerms(plan));
      if (cover === undefined || cover.uncoveredDays === 0) continue;
      const { noticeDay, needUntil, coverUntil, uncoveredDays } = cover;
      const days = daysSaid(uncoveredDays);
      const data = { handover: quote(handover!.source.text), noticeDay, needUntil, coverUntil, days };
      const related = [{ at: shortestNoticeField(view)!, message: say('the shortest notice') }];
      report.wrong(handover!, isAfter ? 'longerThanHelp' : 'longer', data, { related });
    }
  },
});
