import { addDays, daysBetween } from '../../../calendar/plain-date.ts';
import { exitChain } from '../../../resolve/exit-chain.ts';
import { trueLastDay } from '../../../resolve/terms.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before the latest preparation start from which it is listed. */
const leadDays = 90;

export default defineDue({
  code: 'EXT001',
  name: 'exit-feasible',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/prepare',
      'exit-plan/handover',
      'exit-plan/handover_ends',
      'engagement/end',
      'engagement/exit_help',
      'engagement/phase',
      'engagement/renewal',
      'engagement/opt_out',
      'engagement/notice',
      'engagement/notice_client',
    ],
    summary: 'Ask for the decision to leave while preparation and handover still fit before the end',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    prepare:
      'Decide whether to leave, for this is the last day to start: "{{prepare}}" of preparation and "{{handover}}" of handover must be over by {{deadline}}.',
  },
  due(view, { asOf }) {
    const phase = view.lead?.keys.phase?.value;
    if (phase === 'exit' || phase === 'closed') return [];
    const { timeline, plan } = trueLastDay(view);
    const { trueLastDay: day, binding, handoverDeadline, contractDay } = timeline;
    const prepare = plan?.keys.prepare;
    if (day === undefined || binding !== 'plan' || prepare === undefined) return [];
    return [
      {
        at: prepare,
        id: 'prepare' as const,
        data: {
          prepare: quote(prepare.source.text),
          handover: quote(plan?.keys.handover?.source.text ?? ''),
          deadline: handoverDeadline ?? '',
        },
        day,
        listedFrom: addDays(day, -leadDays),
        on: 'client' as const,
        carries: {
          chain: exitChain(timeline),
          exitSlackDays: daysBetween(asOf, day),
          ...(contractDay !== undefined && { contractDay }),
        },
      },
    ];
  },
});
