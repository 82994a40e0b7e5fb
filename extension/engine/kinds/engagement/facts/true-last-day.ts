import { daysBetween } from '../../../calendar/plain-date.ts';
import { exitChain, exitChainInWords, exitDates } from '../../../resolve/exit-chain.ts';
import { trueLastDay } from '../../../resolve/terms.ts';
import { defineFact } from '../../../rules/define.ts';

export default defineFact({
  name: 'true-last-day',
  kinds: ['engagement'],
  reads: [
    'engagement/end',
    'engagement/exit_help',
    'engagement/renewal',
    'engagement/opt_out',
    'engagement/notice',
    'engagement/notice_client',
    'exit-plan/prepare',
    'exit-plan/handover',
    'exit-plan/handover_ends',
  ],
  unit: 'date',
  summary: 'The last day on which leaving at the end of the contract can still be decided and carried out',
  asOf: true,
  compute(view, { asOf }) {
    const end = view.lead?.keys.end;
    const { timeline } = trueLastDay(view);
    const { trueLastDay: value, binding, contractDay, daysBeforeContractDay } = timeline;
    if (value === undefined) return [];
    const data = {
      chain: exitChain(timeline),
      binding,
      ...(contractDay !== undefined && { contractDay }),
      ...(daysBeforeContractDay !== undefined && { daysBeforeContractDay }),
      daysLeft: daysBetween(asOf, value),
    };
    return [{ at: end!, value, how: exitChainInWords(timeline), chain: exitDates(timeline), data }];
  },
});
