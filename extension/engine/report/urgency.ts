import { naturalOrder } from '../values/natural-order.ts';
import type { Standing } from './standing.ts';

/** What is compared of an engagement. */
type Urgent = Pick<Standing, 'title' | 'first' | 'overdue'>;

/**
 * The order in which engagements are told: first those where a day that cannot be undone has passed, the latest of
 * them first, then what is overdue, then what comes next. Titles decide between equals.
 */
export function byUrgency(
  a: Urgent,
  b: Urgent,
  order: (a: string, b: string) => number = naturalOrder,
): number {
  const [rank, days] = urgencyOf(a);
  const [otherRank, otherDays] = urgencyOf(b);
  return rank - otherRank || days - otherDays || order(a.title, b.title);
}

function urgencyOf({ first, overdue }: Urgent): readonly [rank: number, days: number] {
  if (first && first.daysLeft < 0) return [0, first.daysLeft];
  if (overdue.length > 0) return [1, Math.min(...overdue.map(({ daysLeft }) => daysLeft ?? 0))];
  return first ? [2, first.daysLeft] : [3, 0];
}
