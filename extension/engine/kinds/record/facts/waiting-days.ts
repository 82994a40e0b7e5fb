import { lengthOf, union, type Interval } from '../../../calendar/intervals.ts';
import { dateOfDayNumber, dayNumber, daysBetween, later } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate, Side } from '../../../model/value.ts';
import { defineFact, type FactDraft } from '../../../rules/define.ts';
import { waits } from '../open-rows.ts';
import { asOfBounds } from '../../../values/far-dates.ts';
import { daysInMonth } from '../../../values/plain-date.ts';
import { say } from '../../../values/say.ts';

/** A wait from the day it began to the day it ended, or to the as-of date. */
interface Stretch {
  readonly row: Row<'waiting_for'>;
  readonly since: IsoDate;
  readonly until: IsoDate;
  readonly answered: IsoDate | undefined;
  /** The sides that are named; a third party, and a name that nobody knows, is on neither. */
  readonly sides: ReadonlySet<Side>;
}

export default defineFact({
  name: 'waiting-days',
  kinds: ['record', 'engagement'],
  reads: [
    'record/Waiting for.What',
    'record/Waiting for.On',
    'record/Waiting for.Since',
    'record/held',
    'engagement/counterpart',
    'engagement/People.Party',
  ],
  unit: 'days',
  summary: 'How long somebody has waited, and how long each side let the other wait',
  asOf: true,
  compute(view, { asOf }) {
    const stretches = stretchesOf(view, asOf);
    return [...stretches.map(factOf), ...sumsOf(stretches, view)];
  },
});

function stretchesOf(view: View, asOf: IsoDate): readonly Stretch[] {
  return waits(view).flatMap(({ rows, closedOn }) => {
    const row = rows.at(-1)!;
    const since = row.cells.since?.value;
    if (since === undefined) return [];
    const sides = new Set(view.who(row.cells.on).flatMap(({ target }) => target?.side ?? []));
    return [{ row, since, until: later(since, closedOn ?? asOf), answered: closedOn, sides }];
  });
}

function factOf({ row, since, until, answered, sides }: Stretch): FactDraft {
  const days = daysBetween(since, until);
  const how = answered
    ? say('from {{since}} to {{until}}: it is gone from the record of {{day}}', {
        since,
        until,
        day: answered,
      })
    : say('from {{since}} to {{until}}: it is still open', { since, until });
  const [on = null] = sides.size === 2 ? (['both'] as const) : sides;
  return {
    at: row,
    value: String(days),
    how,
    data: { on, since, answered: answered ?? null },
  };
}

/** Days on which at least one thing was waited for, by side and month: a day counts once. */
function sumsOf(stretches: readonly Stretch[], view: View): readonly FactDraft[] {
  const counterpart = view.lead?.keys.counterpart;
  if (!counterpart) return [];
  return (['client', 'supplier'] as const).flatMap((side) => {
    const waited = union(
      stretches.flatMap(({ since, until, sides }) =>
        sides.has(side) ? [{ from: dayNumber(since), to: dayNumber(until) }] : [],
      ),
    );
    const days = lengthOf(waited);
    if (days === 0) return [];
    return [
      {
        at: counterpart,
        value: String(days),
        how:
          side === 'client'
            ? say('days on which something was waited for on the side of the client, each counted once')
            : say('days on which something was waited for on the side of the supplier, each counted once'),
        data: { on: side, months: daysByMonth(waited) },
      },
    ];
  });
}

/** How many days of these stretches lie in each month, "2026-10" and so on, as far as dates of engagements reach. */
function daysByMonth(stretches: readonly Interval[]): Readonly<Record<string, number>> {
  const months = new Map<string, number>();
  const last = dayNumber(asOfBounds.last) + 1;
  for (const { from, to: end } of stretches) {
    const to = Math.min(end, last);
    const first = dateOfDayNumber(from);
    let year = Number(first.slice(0, 4));
    let month = Number(first.slice(5, 7));
    let begin = from - Number(first.slice(8)) + 1;
    while (begin < to) {
      const next = begin + daysInMonth(year, month);
      const key = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}`;
      months.set(key, (months.get(key) ?? 0) + Math.min(next, to) - Math.max(begin, from));
      begin = next;
      if (month === 12) year++;
      month = month === 12 ? 1 : month + 1;
    }
  }
  return Object.fromEntries(months);
}
