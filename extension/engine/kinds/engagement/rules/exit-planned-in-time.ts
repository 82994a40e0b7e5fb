import { addDays, addMonths, earlier, later } from '../../../calendar/plain-date.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { isUnread, noticeOf, timelineOf } from '../../../resolve/terms.ts';
import { defineDue } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';

/** Days before from which it is listed. */
const leadDays = 60;
/** A plan is written in the first year, half a year before it must be known whether to leave, and never in a month. */
const [monthsFromStart, monthsBeforeChoice, daysAtLeast] = [12, 6, 30];

export default defineDue({
  code: 'ENG023',
  name: 'exit-planned-in-time',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/importance',
      'engagement/phase',
      'engagement/start',
      'engagement/end',
      'engagement/renewal',
      'engagement/opt_out',
      'engagement/notice',
      'engagement/notice_client',
      'engagement/office_hours',
      'engagement/holidays',
      'exit-plan/prepare',
      'exit-plan/handover',
    ],
    summary: 'Ask for an exit plan while there is still time to choose',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    plan: 'Write an exit plan with "prepare" and "handover": the engagement is "{{importance}}", and none says how long leaving takes.',
  },
  due(view) {
    const { lead } = view;
    const { importance, phase } = lead?.keys ?? {};
    const isImportant = importance?.value === 'critical' || importance?.value === 'important';
    const isTime = phase?.state !== 'unread' && phase?.value !== 'selection' && phase?.value !== 'closed';
    const isPlanned = view.documents.some(({ keys }) => isFilled(keys.prepare) && isFilled(keys.handover));
    const day = dayOfPlan(view);
    if (!lead || !isImportant || !isTime || isPlanned || day === undefined) return [];
    return [
      {
        at: kindOf(lead),
        id: 'plan' as const,
        data: { importance: quote(importance.source.text) },
        day,
        listedFrom: addDays(day, -leadDays),
        on: 'client' as const,
      },
    ];
  },
});

/** The day by which there must be a plan; undefined where neither start nor end is known. */
function dayOfPlan(view: View): IsoDate | undefined {
  const { start, end, renewal, opt_out: optOut } = view.lead?.keys ?? {};
  const { lastOptOut, lastNoticeClient } = timelineOf(view);
  const isChoiceUnknown = [renewal, optOut, noticeOf('client', view.lead)].some(isUnread);
  const choice = isChoiceUnknown ? undefined : (lastOptOut ?? lastNoticeClient ?? end?.value);
  const fromStart = start?.value === undefined ? undefined : addMonths(start.value, monthsFromStart);
  const toChoice = choice === undefined ? undefined : addMonths(choice, -monthsBeforeChoice);
  const areBoth = fromStart !== undefined && toChoice !== undefined;
  const day = areBoth ? earlier(fromStart, toChoice) : (fromStart ?? toChoice);
  if (day === undefined || start?.value === undefined) return day;
  return later(day, addDays(start.value, daysAtLeast));
}
