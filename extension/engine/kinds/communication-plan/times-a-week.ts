import { divide, exact, multiply, ratio, type Exact } from '../../measure/decimal.ts';
import type { Row } from '../../model/document.ts';
import type { Every } from '../../model/value.ts';

/** How often a meeting is held in a week, of which a year has 52; days without a weekday are Monday to Friday. Undefined where Every does not say. */
export function timesAWeek({ cells: { every, when } }: Row<'meetings'>): Exact | undefined {
  const often = every?.value;
  if (often === undefined) return undefined;
  const days = when?.value?.weekdays?.length;
  const perPeriod = often.unit === 'day' ? (days ?? 5) : (days ?? 1);
  // Even and odd weeks are every second one, whichever column says so.
  const isHalved = often.n === 1 && when?.value?.parity !== undefined;
  const weeks = multiply(weeksOf(often.unit), exact(isHalved ? 2 : 1));
  return divide(exact(perPeriod), multiply(weeks, exact(often.n)));
}

function weeksOf(unit: Every['unit']): Exact {
  switch (unit) {
    case 'day':
    case 'week':
      return exact(1);
    case 'month':
      return ratio(52n, 12n);
    case 'quarter':
      return exact(13);
    case 'year':
      return exact(52);
  }
}
