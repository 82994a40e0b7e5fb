import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { daysOff } from '../../../extension/engine/calendar/days-off.ts';
import { sharedHours } from '../../../extension/engine/calendar/overlap.ts';
import { workCalendar } from '../../../extension/engine/calendar/working-time.ts';
import { instantOf, zoneClock } from '../../../extension/engine/calendar/zone-clock.ts';
import { dateOfDayNumber, dayNumber, weekdayOf } from '../../../extension/engine/calendar/plain-date.ts';

function team(zone: string, from: string, to: string, holidays: readonly string[] = []) {
  return workCalendar({ kind: 'times', spans: [{ from, to }] }, { zone, holidays: daysOff(holidays) });
}

describe('shared working hours', () => {
  it('change where one zone moves its clock before the other', () => {
    const shared = sharedHours(
      team('Europe/Stockholm', '09:00', '17:00'),
      team('America/New_York', '09:00', '17:00'),
      '2026-01-01',
      '2026-12-31',
    );
    assert.deepEqual(
      shared?.changes.map((day) => [day.date, day.seconds / 3600]),
      [
        ['2026-03-09', 3],
        ['2026-03-30', 2],
        ['2026-10-26', 3],
        ['2026-11-02', 2],
      ],
    );
  });

  it('are those of days on which both work', () => {
    const client = team('Europe/Stockholm', '09:00', '17:00', ['2026-06-19']);
    const supplier = team('Europe/Vilnius', '09:00', '17:00', ['2026-06-24']);
    const shared = sharedHours(client, supplier, '2026-06-19', '2026-06-30');
    assert.deepEqual(
      shared?.days.map((day) => day.date),
      ['2026-06-22', '2026-06-23', '2026-06-25', '2026-06-26', '2026-06-29', '2026-06-30'],
    );
    assert.equal(sharedHours(client, supplier, '2026-06-20', '2026-06-21'), undefined);
  });

  it('see a shift that the other team begins on the day before or after', () => {
    const shared = sharedHours(
      team('America/Los_Angeles', '09:00', '18:00'),
      team('Australia/Sydney', '08:00', '17:00'),
      '2026-07-06',
      '2026-07-10',
    );
    assert.deepEqual(
      shared?.days.map((day) => day.seconds / 3600),
      [3, 3, 3, 3, 0],
    );
  });

  it('agree with a count of minutes', () => {
    const zones = fc.constantFrom(
      'Europe/Stockholm',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Auckland',
    );
    const hours = fc.record({ from: fc.integer({ min: 0, max: 23 }), long: fc.integer({ min: 1, max: 14 }) });
    const months = fc.constantFrom('2026-02', '2026-03', '2026-04', '2026-09', '2026-10', '2026-11');
    fc.assert(
      fc.property(zones, zones, hours, hours, months, (here, there, mine, theirs, month) => {
        const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
        const first = team(here, clock(mine.from), clock(mine.from + mine.long));
        const second = team(there, clock(theirs.from), clock(theirs.from + theirs.long));
        const shared = sharedHours(first, second, `${month}-01`, `${month}-28`);
        for (const { date, seconds } of shared?.days ?? []) {
          const day = dayNumber(date);
          const ours = zoneClock(here, date, date);
          const other = zoneClock(there, date, date);
          const shifts = [-2, -1, 0, 1, 2]
            .map((step) => day + step)
            .filter((each) => weekdayOf(dateOfDayNumber(each)) < 6)
            .map((each) => ({
              from: instantOf(other, each, theirs.from * 60),
              to: instantOf(other, each, (theirs.from + theirs.long) * 60),
            }));
          let minutes = 0;
          const start = instantOf(ours, day, mine.from * 60);
          const end = instantOf(ours, day, (mine.from + mine.long) * 60);
          for (let at = start; at < end; at += 60) {
            if (shifts.some(({ from, to }) => from <= at && at < to)) minutes++;
          }
          assert.equal(seconds, minutes * 60, `${date} ${here} ${there}`);
        }
      }),
      { numRuns: 25 },
    );
  });
});
