import { strict as assert } from 'node:assert';
import { daysOff } from '../../../extension/engine/calendar/days-off.ts';
import {
  impliedEvery,
  instantsOf,
  occurrenceIn,
  occurrences,
} from '../../../extension/engine/calendar/recurrence.ts';
import type { Every, When } from '../../../extension/engine/model/value.ts';

const zone = 'Europe/Stockholm';
const year = { from: '2026-01-01', to: '2026-12-31', anchor: '2026-01-01' };

function dates(every: Every | undefined, when: When, span = year): readonly string[] {
  return occurrences(every, when, span, { zone }).map((each) => each.date);
}

describe('occurrences', () => {
  it('come every so many weeks, counted from the anchor', () => {
    const when: When = { weekdays: [2], from: '09:30' };
    assert.equal(dates({ n: 1, unit: 'week' }, when).length, 52);
    const span = { from: '2026-02-01', to: '2026-03-01', anchor: '2026-01-08' };
    assert.deepEqual(dates({ n: 2, unit: 'week' }, when, { ...span, anchor: '2026-01-06' }), [
      '2026-02-03',
      '2026-02-17',
    ]);
  });

  it('settled 8: every n weeks begins with the first When on or after the anchor', () => {
    const span = { from: '2026-01-01', to: '2026-02-28', anchor: '2026-01-08' };
    const fortnightly: Every = { n: 2, unit: 'week' };
    const tuesday: When = { weekdays: [2] };
    // The anchor is a Thursday: the Tuesday of its week is over.
    assert.deepEqual(dates(fortnightly, tuesday, { ...span, from: span.anchor }), [
      '2026-01-13',
      '2026-01-27',
      '2026-02-10',
      '2026-02-24',
    ]);
    assert.deepEqual(dates(fortnightly, { weekdays: [2, 5] }, { ...span, from: span.anchor }).slice(0, 4), [
      '2026-01-09',
      '2026-01-20',
      '2026-01-23',
      '2026-02-03',
    ]);
    assert.deepEqual(dates({ n: 3, unit: 'week' }, { weekdays: [4] }, { ...span, from: span.anchor }), [
      '2026-01-08',
      '2026-01-29',
      '2026-02-19',
    ]);
    const lastDay = dates(fortnightly, { day: 'working', nth: -1 }, { ...span, anchor: '2026-01-10' });
    assert.deepEqual(lastDay.slice(0, 2), ['2026-01-02', '2026-01-16']);
    // A meeting that is never held has no first week, and parity needs none.
    assert.deepEqual(dates(fortnightly, {}, span), []);
    assert.equal(dates({ ...fortnightly, parity: 'even' }, tuesday, span)[0], '2026-01-06');
  });

  it('know even and odd ISO weeks, in years of 53 weeks too', () => {
    const span = { from: '2026-12-14', to: '2027-01-24', anchor: '2026-01-01' };
    const monday: When = { weekdays: [1] };
    assert.deepEqual(dates({ n: 2, unit: 'week', parity: 'odd' }, monday, span), [
      '2026-12-14',
      '2026-12-28',
      '2027-01-04',
      '2027-01-18',
    ]);
    assert.deepEqual(dates({ n: 1, unit: 'week' }, { ...monday, parity: 'even' }, span), [
      '2026-12-21',
      '2027-01-11',
    ]);
  });

  it('come on the nth weekday of a month', () => {
    const span = { from: '2026-01-01', to: '2026-03-31', anchor: '2026-01-01' };
    const month: Every = { n: 1, unit: 'month' };
    assert.deepEqual(dates(month, { weekdays: [4], nth: 2 }, span), [
      '2026-01-08',
      '2026-02-12',
      '2026-03-12',
    ]);
    assert.deepEqual(dates(month, { weekdays: [7], nth: -1 }, span), [
      '2026-01-25',
      '2026-02-22',
      '2026-03-29',
    ]);
    assert.deepEqual(dates({ n: 2, unit: 'month' }, { weekdays: [1], nth: 1 }, span), [
      '2026-01-05',
      '2026-03-02',
    ]);
  });

  it('come on a day of the month, the last where the month is shorter', () => {
    const span = { from: '2026-01-01', to: '2026-03-31', anchor: '2026-01-01' };
    assert.deepEqual(dates({ n: 1, unit: 'month' }, { day: 15 }, span), [
      '2026-01-15',
      '2026-02-15',
      '2026-03-15',
    ]);
    assert.deepEqual(dates({ n: 1, unit: 'month' }, { day: 31 }, span), [
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ]);
  });

  it('come on working days, without holidays', () => {
    const span = { from: '2026-05-01', to: '2026-05-31', anchor: '2026-01-01' };
    const month: Every = { n: 1, unit: 'month' };
    assert.deepEqual(dates(month, { day: 'working', nth: -1 }, span), ['2026-05-29']);
    assert.deepEqual(dates(month, { day: 'working' }, span), ['2026-05-29']);
    assert.deepEqual(dates(month, { day: 'working', nth: 3 }, span), ['2026-05-05']);
    const work = { days: [1, 2, 3, 4, 5] as const, holidays: daysOff(['2026-05-01', '2026-05-29']) };
    const found = occurrences(month, { day: 'working', nth: 1 }, span, { zone, work });
    assert.deepEqual(found, [{ date: '2026-05-04', zone }]);
    assert.deepEqual(occurrences(month, { day: 'working' }, span, { zone, work })[0]?.date, '2026-05-28');
    assert.deepEqual(dates({ n: 1, unit: 'week' }, { day: 'working' }, span).length, 5);
  });

  it('take the first month of a quarter or year, unless one is named', () => {
    const second: When = { weekdays: [4], nth: 2 };
    const quarter: Every = { n: 1, unit: 'quarter' };
    assert.deepEqual(dates(quarter, second), ['2026-01-08', '2026-04-09', '2026-07-09', '2026-10-08']);
    assert.deepEqual(dates(quarter, { ...second, month: 3 }), [
      '2026-03-12',
      '2026-06-11',
      '2026-09-10',
      '2026-12-10',
    ]);
    assert.deepEqual(dates({ n: 1, unit: 'year' }, { ...second, month: 3 }), ['2026-03-12']);
    assert.deepEqual(dates({ n: 2, unit: 'quarter' }, second), ['2026-01-08', '2026-07-09']);
  });

  it('come on days, Monday to Friday where none is named', () => {
    const span = { from: '2026-09-04', to: '2026-09-10', anchor: '2026-09-01' };
    assert.deepEqual(dates({ n: 1, unit: 'day' }, { from: '09:30' }, span).length, 5);
    assert.deepEqual(dates({ n: 3, unit: 'day' }, { weekdays: [1, 2, 3, 4, 5, 6, 7] }, span), [
      '2026-09-04',
      '2026-09-07',
      '2026-09-10',
    ]);
    assert.deepEqual(dates({ n: 1, unit: 'day' }, { weekdays: [3], from: '09:30' }, span), ['2026-09-09']);
  });

  it('stop at the end of the calendar', () => {
    const last = { from: '9999-12-27', to: '9999-12-31', anchor: '2026-01-01' };
    assert.deepEqual(dates({ n: 1, unit: 'week' }, { day: 'working', nth: 4 }, last), ['9999-12-30']);
    const never = { days: [], holidays: daysOff([]) };
    const month = { n: 1, unit: 'month' } as const;
    assert.deepEqual(occurrences(month, { day: 'working', nth: 1 }, last, { zone, work: never }), []);
  });

  it('guess nothing', () => {
    assert.deepEqual(dates({ n: 1, unit: 'week' }, { from: '09:30' }), []);
    assert.deepEqual(dates({ n: 1, unit: 'month' }, { weekdays: [2] }), []);
    assert.deepEqual(dates({ n: 1, unit: 'week' }, { day: 15 }), []);
  });

  it('need no Every where When says enough', () => {
    assert.deepEqual(impliedEvery({ weekdays: [7], nth: 1 }), { n: 1, unit: 'month' });
    assert.deepEqual(impliedEvery({ weekdays: [7] }), { n: 1, unit: 'week' });
    assert.deepEqual(impliedEvery({ weekdays: [7], nth: 1, month: 3 }), { n: 1, unit: 'year' });
    assert.deepEqual(impliedEvery({ from: '02:00' }), { n: 1, unit: 'day' });
    assert.equal(dates(undefined, { weekdays: [7], nth: 1 }).length, 12);
  });

  it('begin and end at local times that differ by zone', () => {
    const [window] = occurrences(undefined, { weekdays: [7], nth: 1, from: '22:00', to: '02:00' }, year, {
      zone,
    });
    assert.ok(window);
    assert.deepEqual(occurrenceIn(window, 'Asia/Kolkata'), {
      from: { date: '2026-01-05', time: '02:30' },
      to: { date: '2026-01-05', time: '06:30' },
    });
    const meeting = { date: '2026-07-14', from: '09:30', zone: 'America/New_York' };
    assert.deepEqual(occurrenceIn(meeting, zone, 30), {
      from: { date: '2026-07-14', time: '15:30' },
      to: { date: '2026-07-14', time: '16:00' },
    });
    assert.equal(instantsOf({ date: '2026-07-14', zone }), undefined);
    const named = occurrences(undefined, { weekdays: [2], from: '09:30', zone: 'Asia/Kolkata' }, year, {
      zone,
    });
    assert.equal(named[0]?.zone, 'Asia/Kolkata');
  });
});
