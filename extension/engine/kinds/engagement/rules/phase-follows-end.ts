import { addLength } from '../../../calendar/add-length.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import { isUnread } from '../../../resolve/terms.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before the end from which it is listed; a contract that renews itself is expected to go on. */
const leadDays = 30;

export default defineDue({
  code: 'ENG019',
  name: 'phase-follows-end',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/end',
      'engagement/phase',
      'engagement/exit_help',
      'engagement/renewal',
      'engagement/office_hours',
      'engagement/holidays',
    ],
    summary: 'Ask for the next phase, or a later end, once the contract is over',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    over: 'The contract ends while the phase is "{{phase}}": move on to the exit, or write the new end.',
    helpOver:
      'The help after the contract ends while the phase is "{{phase}}": close the engagement, or write the new end.',
  },
  due(view) {
    const { end, phase, exit_help: help, renewal } = view.lead?.keys ?? {};
    if (end?.value === undefined || phase?.value === undefined || phase.value === 'closed') return [];
    const isExit = phase.value === 'exit';
    if (isExit && isUnread(help)) return [];
    const day = isExit ? addLength(end.value, help?.value ?? 'none', workDaysOf(view)) : end.value;
    return [
      {
        at: phase,
        id: isExit ? ('helpOver' as const) : ('over' as const),
        data: { phase: quote(phase.source.text) },
        day,
        listedFrom: renewal?.value?.kind === 'automatic' ? day : addDays(day, -leadDays),
        on: 'client' as const,
      },
    ];
  },
});
