import { lengthOf, union, type Interval } from '../../calendar/intervals.ts';
import { dayNumber } from '../../calendar/plain-date.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { waits } from './open-rows.ts';

/**
 * The days of a period on which something was waited for on the client's side, each counted once: what
 * a credit is talked about with. A wait on a third party is on neither side, as in `waiting-days`; one that is open lasts
 * until the as-of date.
 */
export function daysWaitedForClient(
  period: { readonly from: IsoDate; readonly to: IsoDate },
  view: View,
  asOf: IsoDate,
): number {
  const [begin, end] = [dayNumber(period.from), dayNumber(period.to) + 1];
  const stretches = waits(view).flatMap(({ rows, closedOn }): readonly Interval[] => {
    const { since, on } = rows.at(-1)!.cells;
    const isOnClient = view.who(on).some(({ target }) => target?.side === 'client');
    if (since?.value === undefined || !isOnClient) return [];
    const until = dayNumber(closedOn ?? asOf);
    return [{ from: Math.max(dayNumber(since.value), begin), to: Math.min(until, end) }];
  });
  return lengthOf(union(stretches));
}
