import { addDays, earlier, later } from '../../calendar/plain-date.ts';
import { moveOf } from '../../index/move.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { waits } from './open-rows.ts';

/**
 * The days of a period on which something was waited for on the client's side, each counted once: what
 * a credit is talked about with. A wait that is open lasts until the as-of date.
 */
export function daysWaitedForClient(
  period: { readonly from: IsoDate; readonly to: IsoDate },
  view: View,
  asOf: IsoDate,
): number {
  const days = new Set<IsoDate>();
  const end = addDays(period.to, 1);
  for (const { rows, closedOn } of waits(view)) {
    const { since, on } = rows.at(-1)!.cells;
    if (since?.value === undefined || moveOf(on, view).on === 'supplier') continue;
    const until = earlier(closedOn ?? asOf, end);
    for (let day = later(since.value, period.from); day < until; day = addDays(day, 1)) days.add(day);
  }
  return days.size;
}
