import { addDays } from '../../../calendar/plain-date.ts';
import { exitChain } from '../../../resolve/exit-chain.ts';
import { noticeOf, timelineOf } from '../../../resolve/terms.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { silentRenewal } from '../silent-renewal.ts';
import { amountSaid } from '../../../values/money-said.ts';

/** Days before the last day from which it is listed. */
const leadDays = 90;

export default defineDue({
  code: 'ENG006',
  name: 'opt-out-decided',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/renewal',
      'engagement/opt_out',
      'engagement/end',
      'engagement/fee',
      'engagement/notice_client',
      'engagement/notice',
      'engagement/office_hours',
    ],
    summary: 'Ask for the decision to renew or to leave before the last day for it',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    commits:
      'Decide whether to refuse the renewal ("{{renewal}}"): silence commits {{amount}} from {{from}} to {{to}}.',
    renews:
      'Decide whether to refuse the renewal ("{{renewal}}"): without a word the contract goes on after {{end}}.',
    notice: 'Decide whether to give notice of "{{notice}}", so that the contract ends on {{end}}.',
  },
  due(view) {
    const timeline = timelineOf(view);
    const { contractDay: day } = timeline;
    const { renewal, end } = view.lead?.keys ?? {};
    if (day === undefined || end?.value === undefined) return [];
    const listed = { day, listedFrom: addDays(day, -leadDays), on: 'client' as const };
    const carries = { chain: exitChain(timeline) };
    if (renewal?.value === undefined) {
      const notice = noticeOf('client', view.lead)!;
      const data = { notice: quote(notice.source.text), end: end.value };
      return [{ at: notice, id: 'notice' as const, data, ...listed, carries }];
    }
    const silence = silentRenewal(view);
    const text = quote(renewal.source.text);
    if (silence === undefined) {
      return [
        { at: renewal, id: 'renews' as const, data: { renewal: text, end: end.value }, ...listed, carries },
      ];
    }
    const { from, to } = silence;
    const amount = `${silence.amount} ${silence.fee.currency}`;
    return [
      {
        at: renewal,
        id: 'commits' as const,
        data: { renewal: text, amount: amountSaid(amount), from, to },
        ...listed,
        carries: { ...carries, committedBySilence: amount, periods: silence.periods, from, to },
      },
    ];
  },
});
