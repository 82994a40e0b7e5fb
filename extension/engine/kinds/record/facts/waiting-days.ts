import { addDays, daysBetween, later } from '../../../calendar/plain-date.ts';

import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate, Side } from '../../../model/value.ts';
import { defineFact, type FactDraft } from '../../../rules/define.ts';
import { waits } from '../open-rows.ts';
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
    const days = new Set<IsoDate>();
    for (const { since, until, sides } of stretches) {
      if (!sides.has(side)) continue;
      for (let day = since; day < until; day = addDays(day, 1)) days.add(day);
    }
    if (days.size === 0) return [];
    const months: Record<string, number> = {};
    for (const day of [...days].sort()) months[day.slice(0, 7)] = (months[day.slice(0, 7)] ?? 0) + 1;
    return [
      {
        at: counterpart,
        value: String(days.size),
        how:
          side === 'client'
            ? say('days on which something was waited for on the side of the client, each counted once')
            : say('days on which something was waited for on the side of the supplier, each counted once'),
        data: { on: side, months },
      },
    ];
  });
}
