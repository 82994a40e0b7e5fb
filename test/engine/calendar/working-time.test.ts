import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { daysOff } from '../../../extension/engine/calendar/days-off.ts';
import { intersection, lengthOf, uncovered, union } from '../../../extension/engine/calendar/intervals.ts';
import {
  addWorkingSeconds,
  calendarOfHours,
  firstFullWeekOf,
  isWorked,
  uncoveredHours,
  workCalendar,
  workedAsker,
  workingSecondsBetween,
} from '../../../extension/engine/calendar/working-time.ts';
import { instantOf, localTimeOf, zoneClock } from '../../../extension/engine/calendar/zone-clock.ts';
import { dayNumber } from '../../../extension/engine/calendar/plain-date.ts';
import { officeHours } from './lengths.ts';

const zone = 'Europe/Stockholm';
const always = workCalendar({ kind: 'always' }, { zone });
const nights = workCalendar(
  { kind: 'times', days: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '22:00', to: '07:00' }] },
  { zone },
);

describe('intervals', () => {
  it('join, meet and leave gaps, half-open', () => {
    const joined = union([
      { from: 5, to: 7 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 6, to: 6 },
    ]);
    assert.deepEqual(joined, [
      { from: 1, to: 4 },
      { from: 5, to: 7 },
    ]);
    assert.equal(lengthOf(joined), 5);
    assert.deepEqual(intersection(joined, [{ from: 4, to: 6 }]), [{ from: 5, to: 6 }]);
    assert.deepEqual(uncovered([{ from: 0, to: 10 }], joined), [
      { from: 0, to: 1 },
      { from: 4, to: 5 },
      { from: 7, to: 10 },
    ]);
    assert.deepEqual(
      uncovered(
        [
          { from: 1, to: 4 },
          { from: 5, to: 6 },
        ],
        joined,
      ),
      [],
    );
    assert.deepEqual(uncovered([{ from: 1, to: 2 }], []), [{ from: 1, to: 2 }]);
  });
});

describe('working time', () => {
  it('reads hours', () => {
    assert.deepEqual(officeHours.days, [1, 2, 3, 4, 5]);
    assert.deepEqual(
      officeHours.secondsOfDays,
      [9, 9, 9, 9, 9, 0, 0].map((hours) => hours * 3600),
    );
    assert.deepEqual(nights.week[6], [{ fromMinute: 1320, toMinute: 1860 }]);
    const overlapping = workCalendar(
      {
        kind: 'times',
        spans: [
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '15:00' },
        ],
      },
      { zone, days: [6, 1] },
    );
    assert.deepEqual(
      overlapping.secondsOfDays,
      [7, 0, 0, 0, 0, 7, 0].map((hours) => hours * 3600),
    );
    assert.deepEqual(overlapping.days, [1, 6]);
    const engagement = { zone, office: officeHours, team: () => nights };
    assert.equal(calendarOfHours({ kind: 'office' }, engagement), officeHours);
    assert.equal(calendarOfHours({ kind: 'team', team: 'Night' }, engagement), nights);
    assert.equal(calendarOfHours({ kind: 'always' }, engagement)?.days.length, 7);
    assert.equal(calendarOfHours({ kind: 'office' }, { zone }), undefined);
  });

  it('counts seconds, also on the days on which clocks are moved', () => {
    assert.equal(workingSecondsBetween(officeHours, '2026-06-01', '2026-06-30'), 22 * 9 * 3600);
    const holiday = { ...officeHours, holidays: daysOff(['2026-06-19']) };
    assert.equal(workingSecondsBetween(holiday, '2026-06-01', '2026-06-30'), 21 * 9 * 3600);
    assert.equal(workingSecondsBetween(always, '2026-03-29', '2026-03-29'), 23 * 3600);
    assert.equal(workingSecondsBetween(always, '2026-10-25', '2026-10-25'), 25 * 3600);
    assert.equal(workingSecondsBetween(nights, '2026-03-29', '2026-03-29'), 8 * 3600);
    assert.equal(workingSecondsBetween(nights, '2026-06-10', '2026-06-10'), 9 * 3600);
  });

  it('does not count a time twice that two shifts share', () => {
    const long = workCalendar(
      {
        kind: 'times',
        days: [1, 2, 3, 4, 5, 6, 7],
        spans: [
          { from: '20:00', to: '08:00' },
          { from: '07:00', to: '09:00' },
        ],
      },
      { zone },
    );
    assert.equal(workingSecondsBetween(long, '2026-06-10', '2026-06-10'), 13 * 3600);
  });

  it('ends work at closing time, not next morning', () => {
    const at = (date: string, time: string, hours: number) =>
      addWorkingSeconds(officeHours, { date, time }, hours * 3600);
    assert.deepEqual(at('2026-09-07', '08:00', 9), { date: '2026-09-07', time: '17:00' });
    assert.deepEqual(at('2026-09-04', '17:00', 1), { date: '2026-09-07', time: '09:00' });
    assert.deepEqual(at('2026-09-05', '12:00', 0), { date: '2026-09-05', time: '12:00' });
    assert.deepEqual(at('2026-09-04', '08:00', 9 * 5 * 104), { date: '2028-08-31', time: '17:00' });
    assert.equal(
      addWorkingSeconds({ ...officeHours, days: [] }, { date: '2026-09-05', time: '12:00' }, 1),
      undefined,
    );
    assert.deepEqual(addWorkingSeconds(nights, { date: '2026-03-28', time: '23:00' }, 7 * 3600), {
      date: '2026-03-29',
      time: '07:00',
    });
  });

  it('finds what nobody covers', () => {
    assert.equal(firstFullWeekOf(2027, 1), '2027-01-04');
    assert.equal(firstFullWeekOf(2024, 7), '2024-07-01');
    const vilnius = workCalendar(
      { kind: 'times', spans: [{ from: '08:00', to: '17:00' }] },
      { zone: 'Europe/Vilnius' },
    );
    const gaps = uncoveredHours(officeHours, [vilnius], '2027-01-04', '2027-01-10');
    assert.equal(gaps.length, 5);
    assert.deepEqual(gaps[0], {
      from: { date: '2027-01-04', time: '16:00' },
      to: { date: '2027-01-04', time: '17:00' },
    });
    const late = workCalendar(
      { kind: 'times', spans: [{ from: '10:00', to: '18:00' }] },
      { zone: 'Europe/Vilnius' },
    );
    assert.deepEqual(uncoveredHours(officeHours, [vilnius, late], '2027-01-04', '2027-01-10'), []);
    assert.deepEqual(uncoveredHours(always, [always], '2026-03-23', '2026-03-29'), []);
    assert.deepEqual(uncoveredHours(nights, [officeHours], '2027-01-10', '2027-01-10'), [
      { from: { date: '2027-01-10', time: '00:00' }, to: { date: '2027-01-10', time: '07:00' } },
      { from: { date: '2027-01-10', time: '22:00' }, to: { date: '2027-01-11', time: '00:00' } },
    ]);
  });

  it('knows whether a meeting lies within working hours', () => {
    const clock = zoneClock(zone, '2026-09-07', '2026-09-07');
    const meeting = (from: number, to: number) => ({
      from: instantOf(clock, dayNumber('2026-09-07'), from),
      to: instantOf(clock, dayNumber('2026-09-07'), to),
    });
    assert.equal(isWorked(officeHours, clock, meeting(480, 1020)), true);
    assert.equal(isWorked(officeHours, clock, meeting(479, 540)), false);
    assert.equal(isWorked(officeHours, clock, meeting(960, 1021)), false);
    assert.equal(isWorked(nights, clock, meeting(0, 420)), true);
    assert.equal(isWorked(nights, clock, meeting(1320, 1860)), true);
    const monday = { ...officeHours, holidays: daysOff(['2026-09-07']) };
    assert.equal(isWorked(monday, clock, meeting(480, 1020)), false);
  });

  it('answers of many stretches as of each alone, also where clocks are moved and on holidays', () => {
    const calendars = [
      officeHours,
      nights,
      always,
      workCalendar(
        { kind: 'times', days: [1, 2, 3], spans: [{ from: '20:00', to: '04:00' }] },
        { zone: 'America/New_York' },
      ),
      { ...officeHours, holidays: daysOff(['2026-09-07']) },
    ];
    const year = instantOf(zoneClock(zone, '2026-01-01', '2026-12-31'), dayNumber('2026-01-01'), 0);
    const stretch = fc.tuple(fc.nat(366 * 24 * 4), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars),
        fc.array(stretch, { maxLength: 60 }),
        (calendar, stretches) => {
          const clock = zoneClock(calendar.zone, '2026-01-01', '2026-12-31');
          const isWorkedThen = workedAsker(calendar, clock);
          for (const [quarter, quarters] of stretches) {
            // Each week once more, so that what was asked before is answered again.
            for (const week of [0, 1, 20]) {
              const from = year + quarter * 900 + week * 604_800;
              const its = { from, to: from + quarters * 900 };
              assert.equal(isWorkedThen(its), isWorked(calendar, clock, its), JSON.stringify(its));
            }
          }
        },
      ),
    );
  });

  it('moves a local time that does not exist to after the gap, and takes the first of two', () => {
    const clock = zoneClock(zone, '2026-01-01', '2026-12-31');
    const spring = instantOf(clock, dayNumber('2026-03-29'), 150);
    assert.deepEqual(localTimeOf(clock, spring), { date: '2026-03-29', time: '03:30' });
    const first = instantOf(clock, dayNumber('2026-10-25'), 150);
    assert.equal(instantOf(clock, dayNumber('2026-10-25'), 180) - first, 90 * 60);
    assert.deepEqual(localTimeOf(clock, first), localTimeOf(clock, first + 3600));
    // The moment of the change itself is the first one that is an hour later.
    assert.deepEqual(localTimeOf(clock, instantOf(clock, dayNumber('2026-03-29'), 180)).time, '03:00');
    assert.equal(
      instantOf(clock, dayNumber('2026-03-29'), 180),
      instantOf(clock, dayNumber('2026-03-29'), 120),
    );
  });
});
