import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { addLength, subtractLength } from '../../../extension/engine/calendar/add-length.ts';
import { compareDurations, elapsedSeconds } from '../../../extension/engine/calendar/compare-durations.ts';
import { daysOff } from '../../../extension/engine/calendar/days-off.ts';
import { sharedHours } from '../../../extension/engine/calendar/overlap.ts';
import { addDays, weekdayOf } from '../../../extension/engine/calendar/plain-date.ts';
import { countedSeconds, windowAt } from '../../../extension/engine/calendar/windows.ts';
import {
  addWorkingSeconds,
  isAlways,
  uncoveredHours,
  workCalendar,
  workingSecondsBetween,
} from '../../../extension/engine/calendar/working-time.ts';
import type { DaysWithHours, Hours, Weekday } from '../../../extension/engine/model/value.ts';
import { length, officeHours, working } from './lengths.ts';

const zone = 'Europe/Stockholm';

/** Monday to Thursday 08:00-17:00, nine hours; Friday 08:00-16:00, eight. */
const shortFriday: Hours & { kind: 'weekly' } = {
  kind: 'weekly',
  week: [
    { days: [1, 2, 3, 4], spans: [{ from: '08:00', to: '17:00' }] },
    { days: [5], spans: [{ from: '08:00', to: '16:00' }] },
  ],
};
const office = workCalendar(shortFriday, { zone });

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Hours of 1 to 7 days within their day, each with its own end. */
const anyWeek: fc.Arbitrary<readonly DaysWithHours[]> = fc
  .array(fc.option(fc.integer({ min: 9, max: 20 })), {
    minLength: 7,
    maxLength: 7,
  })
  .filter((ends) => ends.some((end) => end !== null))
  .map((ends) =>
    ends.flatMap((end, i) =>
      end === null
        ? []
        : [
            {
              days: [(i + 1) as Weekday],
              spans: [{ from: '08:00', to: clock(end) }],
            },
          ],
    ),
  );

describe('hours that differ by weekday', () => {
  it('are worked on each day as they are written', () => {
    assert.deepEqual(office.days, [1, 2, 3, 4, 5]);
    // 2026-06-01 is a Monday; June has 18 days from Monday to Thursday and 4 Fridays.
    assert.equal(workingSecondsBetween(office, '2026-06-01', '2026-06-07'), (4 * 9 + 8) * 3600);
    assert.equal(workingSecondsBetween(office, '2026-06-01', '2026-06-30'), (18 * 9 + 4 * 8) * 3600);
    // Midsummer Eve is a Friday.
    const withHoliday = workCalendar(shortFriday, {
      zone,
      holidays: daysOff(['2026-06-19']),
    });
    assert.equal(workingSecondsBetween(withHoliday, '2026-06-01', '2026-06-30'), (18 * 9 + 3 * 8) * 3600);
    const june = windowAt({ kind: 'calendar', unit: 'month' }, '2026-06-15', zone);
    assert.equal(countedSeconds(june, zone, office), 194 * 3600);
  });

  it('hold over the days of the team, which other times follow', () => {
    assert.deepEqual(workCalendar(shortFriday, { zone, days: [6] }).days, [1, 2, 3, 4, 5]);
  });

  it('are exact on the days on which clocks are moved', () => {
    const sunday = workCalendar(
      {
        kind: 'weekly',
        week: [
          { days: [1, 2, 3, 4, 5, 6], spans: [{ from: '00:00', to: '24:00' }] },
          { days: [7], spans: [{ from: '00:00', to: '06:00' }] },
        ],
      },
      { zone },
    );
    assert.equal(workingSecondsBetween(sunday, '2026-03-29', '2026-03-29'), 5 * 3600);
    assert.equal(workingSecondsBetween(sunday, '2026-10-25', '2026-10-25'), 7 * 3600);
    assert.equal(workingSecondsBetween(sunday, '2026-06-07', '2026-06-07'), 6 * 3600);
    assert.equal(workingSecondsBetween(sunday, '2026-03-23', '2026-03-29'), (6 * 24 + 5) * 3600);
  });

  it('end work at the closing time of the day', () => {
    const done = (date: string, time: string, hours: number) =>
      addWorkingSeconds(office, { date, time }, hours * 3600);
    // Thursday 15:00 and two hours of work; one more hour, two of which are left for Friday; from Friday to Monday.
    assert.deepEqual(done('2026-09-03', '15:00', 2), {
      date: '2026-09-03',
      time: '17:00',
    });
    assert.deepEqual(done('2026-09-03', '15:00', 10), {
      date: '2026-09-04',
      time: '16:00',
    });
    assert.deepEqual(done('2026-09-04', '15:00', 2), {
      date: '2026-09-07',
      time: '09:00',
    });
  });

  it('leave uncovered what only the longer day needs', () => {
    const gaps = uncoveredHours(officeHours, [office], '2026-06-01', '2026-06-07');
    assert.deepEqual(gaps, [
      {
        from: { date: '2026-06-05', time: '16:00' },
        to: { date: '2026-06-05', time: '17:00' },
      },
    ]);
    assert.deepEqual(uncoveredHours(office, [officeHours], '2026-06-01', '2026-06-07'), []);
  });

  it('are shared day by day, and change only where a clock is moved', () => {
    const newYork = workCalendar(
      { kind: 'times', spans: [{ from: '09:00', to: '17:00' }] },
      { zone: 'America/New_York' },
    );
    const shared = sharedHours(office, newYork, '2026-01-01', '2026-12-31');
    // 15:00 in Stockholm when New York begins: two hours, on Fridays one; one more while only New York has summer time.
    assert.equal(shared?.smallestSeconds, 3600);
    assert.equal(shared?.largestSeconds, 3 * 3600);
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

  it('count working hours of dates by the day', () => {
    // Wednesday 2026-09-02, then Thursday (9), Friday (8), Monday (9).
    assert.equal(addLength('2026-09-02', working('9 hour'), office), '2026-09-03');
    assert.equal(addLength('2026-09-02', working('17 hour'), office), '2026-09-04');
    assert.equal(addLength('2026-09-02', working('18 hour'), office), '2026-09-07');
    assert.equal(addLength('2026-09-02', working('2 day'), office), '2026-09-04');
    assert.equal(addLength('2026-09-02', working('2 week'), office), '2026-09-16');
    // Back from Monday 2026-09-07: Friday holds 8 hours, Thursday 9 more.
    assert.equal(subtractLength('2026-09-07', working('7 hour'), office), '2026-09-07');
    assert.equal(subtractLength('2026-09-07', working('8 hour'), office), '2026-09-04');
    assert.equal(subtractLength('2026-09-07', working('16 hour'), office), '2026-09-04');
    assert.equal(subtractLength('2026-09-07', working('17 hour'), office), '2026-09-03');
    assert.equal(
      addLength('2026-09-02', working('80000 hour'), workCalendar({ ...shortFriday, week: [] }, { zone })),
      '9999-12-31',
    );
  });

  it('compare a working day by the least and the most that it can be', () => {
    const anchor = '2026-02-01';
    const range = (text: string): readonly number[] => {
      const { least, most } = elapsedSeconds(working(text), {
        anchor,
        office,
      })!;
      return [least, most].map(
        ({ numerator, denominator }) => Number(numerator) / Number(denominator) / 3600,
      );
    };
    // Asked on Friday at 08:00: eight hours. Asked on Friday at 16:00: until Monday at 17:00.
    assert.deepEqual(range('1 day'), [8, 73]);
    // Asked on Friday at 16:00: until Monday 16:00, and over the weekend.
    assert.deepEqual(range('8 hour'), [8, 72]);
    // Five days are a week less a night and a day at most.
    assert.deepEqual(range('5 day'), [104, 168]);
    assert.deepEqual(range('1 week'), [104, 168]);
    const on = { anchor, office };
    assert.equal(compareDurations(working('7 hour'), working('1 day'), on), -1);
    assert.equal(compareDurations(working('8 hour'), working('1 day'), on), undefined);
    assert.equal(compareDurations(working('9 hour'), working('1 day'), on), undefined);
    assert.equal(compareDurations(working('10 hour'), working('1 day'), on), 1);
    assert.equal(compareDurations(working('44 hour'), working('5 day'), on), 0);
    assert.equal(compareDurations(working('44 hour'), working('1 week'), on), 0);
    assert.equal(compareDurations(working('5 day'), working('1 week'), on), 0);
    assert.equal(compareDurations(working('1 day'), length('73 hour'), on), undefined);
    assert.equal(compareDurations(working('1 day'), length('74 hour'), on), -1);
  });

  it('sum up in a week to what its days sum up to', () => {
    const zones = fc.constantFrom(zone, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const mondays = fc.integer({ min: 0, max: 60 }).map((weeks) => addDays('2026-01-05', weeks * 7));
    fc.assert(
      fc.property(anyWeek, zones, mondays, (week, where, monday) => {
        const calendar = workCalendar({ kind: 'weekly', week }, { zone: where });
        const days = [0, 1, 2, 3, 4, 5, 6].map((step) => addDays(monday, step));
        const each = days.map((day) => workingSecondsBetween(calendar, day, day));
        const all = each.reduce((sum, seconds) => sum + seconds, 0);
        assert.equal(workingSecondsBetween(calendar, monday, addDays(monday, 6)), all);
        // No clock is moved between 08:00 and 20:00.
        assert.deepEqual(each, calendar.secondsOfDays);
      }),
    );
  });

  it('are those of plain times where all days are alike', () => {
    const span = fc.record({
      from: fc.integer({ min: 0, max: 23 }),
      to: fc.integer({ min: 0, max: 24 }),
    });
    const some = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 });
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), some, (hours, days) => {
        const spans = hours.map(({ from, to }) => ({
          from: clock(from),
          to: clock(to),
        }));
        const week = days.map((day) => ({ days: [day], spans }));
        assert.deepEqual(
          workCalendar({ kind: 'weekly', week }, { zone }),
          workCalendar({ kind: 'times', days, spans }, { zone }),
        );
      }),
    );
  });

  it('count working hours as a walk over the days does', () => {
    const dates = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
    const off = daysOff(['2026-06-19', '2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06']);
    fc.assert(
      fc.property(anyWeek, dates, fc.integer({ min: 0, max: 900 }), (week, date, hours) => {
        const calendar = workCalendar({ kind: 'weekly', week }, { zone, holidays: off });
        const ofDay = (day: string): number =>
          off.has(day) ? 0 : calendar.secondsOfDays[weekdayOf(day) - 1]!;
        let there = date;
        for (let left = hours * 3600; left > 0;) left -= ofDay((there = addDays(there, 1)));
        assert.equal(addLength(date, working(`${hours} hour`), calendar), there);
        let back = date;
        for (
          let left = hours * 3600, day = addDays(date, -1);
          ofDay(day) <= left && left > 0;
          day = addDays(day, -1)
        ) {
          left -= ofDay(day);
          if (ofDay(day) > 0) back = day;
        }
        assert.equal(subtractLength(date, working(`${hours} hour`), calendar), back);
      }),
    );
  });

  it('take working days as long as the worst of all starts, and as short as the best', () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 1, max: 8 }), (week, count) => {
        const calendar = workCalendar({ kind: 'weekly', week }, { zone: 'UTC' });
        const lengths = [...calendar.secondsOfDays, ...calendar.secondsOfDays].map((each) => each / 3600);
        const opens: number[] = [];
        for (let day = 0; opens.length < 30; day++) if (lengths[day % 7]! > 0) opens.push(day);
        const opening = (n: number): number => opens[n]! * 24 + 8;
        const closing = (n: number): number => opening(n) + lengths[opens[n]! % 7]!;
        let [best, worst] = [Infinity, 0];
        for (let n = 0; n < calendar.days.length; n++) {
          best = Math.min(best, closing(n + count - 1) - opening(n));
          worst = Math.max(worst, closing(n + count) - closing(n), opening(n + count) - opening(n));
        }
        const { least, most } = elapsedSeconds(working(`${count} day`), {
          anchor: '2026-01-01',
          office: calendar,
        })!;
        assert.equal(Number(least.numerator) / Number(least.denominator) / 3600, best);
        assert.equal(Number(most.numerator) / Number(most.denominator) / 3600, worst);
      }),
    );
  });

  it('are always only where no minute of the week is left out', () => {
    const always = (hours: Parameters<typeof workCalendar>[0]): boolean =>
      isAlways(workCalendar(hours, { zone }));
    assert.ok(always({ kind: 'always' }));
    assert.ok(
      always({
        kind: 'times',
        days: [1, 2, 3, 4, 5, 6, 7],
        spans: [{ from: '08:00', to: '08:00' }],
      }),
    );
    // Twelve hours of the night count twice and make up for no afternoon.
    const twice = { from: '18:00', to: '06:00' };
    assert.ok(
      !always({
        kind: 'times',
        days: [1, 2, 3, 4, 5, 6, 7],
        spans: [{ from: '00:00', to: '12:00' }, twice],
      }),
    );
    assert.ok(!always(shortFriday));
    assert.ok(
      always({
        kind: 'weekly',
        week: [
          { days: [1, 2, 3, 4, 5, 6], spans: [{ from: '00:00', to: '24:00' }] },
          {
            days: [7],
            spans: [
              { from: '00:00', to: '12:00' },
              { from: '12:00', to: '24:00' },
            ],
          },
        ],
      }),
    );
    assert.ok(
      !isAlways({
        ...workCalendar({ kind: 'always' }, { zone }),
        holidays: daysOff(['2026-06-19']),
      }),
    );
  });
});
