import { nextPeriod, periodOf, periodText, type CalendarUnit } from '../calendar/periods.ts';
import { addDays, isoWeekOf } from '../calendar/plain-date.ts';
import { unitOf } from '../kinds/engagement/records-expected.ts';
import { periodSaid as periodStated } from '../kinds/record/credit-said.ts';
import { heldOf } from '../kinds/record/series.ts';
import type { GovernedDocument, Row } from '../model/document.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate, Period } from '../model/value.ts';
import { monthName } from '../values/months.ts';
import { joined, say, words } from '../values/say.ts';

/**
 * The period that a record looks at: as the newest one before it that has a period, that of the day or the last that had
 * ended, unless it has been looked at already. Where none has one a review looks at the last period that has ended.
 */
export function periodOfRecord(
  meeting: Row<'meetings'>,
  held: IsoDate,
  before: readonly GovernedDocument[],
): Period | undefined {
  const last = before.findLast(({ keys }) => keys.period?.value !== undefined);
  const its = last?.keys.period?.value;
  if (!last || !its) return isReview(meeting) ? lastEnded(held, unitOf(meeting)) : undefined;
  // A stretch of days is nobody's calendar: the next one is as long.
  if (its.form === 'days') return nextPeriod(its);
  const period = its.to >= heldOf(last)! ? periodOf(held, its.form) : lastEnded(held, its.form);
  return period.to > its.to ? period : undefined;
}

function isReview({ cells }: Row<'meetings'>): boolean {
  return cells.record?.value === 'service-review' || cells.record?.value === 'strategic-review';
}

function lastEnded(held: IsoDate, unit: CalendarUnit): Period {
  return periodOf(addDays(periodOf(held, unit).from, -1), unit);
}

/** A period in words, as titles have it: "October 2026", "week 47", "Q3 2026". */
export function periodSaid(period: Period): Said {
  const year = period.from.slice(0, 4);
  if (period.form === 'month') return monthSaid(period.from);
  if (period.form === 'week') return say('week {{week}}', { week: String(isoWeekOf(period.from).week) });
  if (period.form === 'quarter') return say('Q{{n}} {{year}}', { n: periodText(period).slice(-1), year });
  return joined([periodText(period)], '');
}

/** A period as front matter has it: as the engine reads it, or a month in words where the record before it has it so. */
export function periodWritten(period: Period, before: readonly GovernedDocument[]): Said {
  const last = before.findLast(({ keys }) => keys.period?.value !== undefined)?.keys.period;
  const isInWords = last?.value?.form === 'month' && /\p{L}/u.test(last.source.text);
  if (isInWords && period.form === 'month') return monthSaid(period.from);
  return joined([periodStated(period)], '');
}

/** "November 2026". */
export function monthSaid(day: IsoDate): Said {
  return say('{{month}} {{year}}', {
    month: words(monthName(Number(day.slice(5, 7))), 'month'),
    year: day.slice(0, 4),
  });
}
