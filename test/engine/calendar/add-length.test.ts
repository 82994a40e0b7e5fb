import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { daysOff } from '../../../extension/engine/calendar/days-off.ts';
import { addLength, subtractLength } from '../../../extension/engine/calendar/add-length.ts';
import { weekdayOf } from '../../../extension/engine/calendar/plain-date.ts';
import { addWorkingDays, isWorkingDay } from '../../../extension/engine/calendar/working-days.ts';
import type { Weekday } from '../../../extension/engine/model/value.ts';
import { dateOfDayNumber } from '../../../extension/engine/calendar/plain-date.ts';
import { length, officeHours, working } from './lengths.ts';

describe('a date and a length', () => {
  it('adds months, quarters and years from the anchor', () => {
    assert.equal(addLength('2026-01-31', length('3 month')), '2026-04-30');
    assert.equal(addLength('2026-11-30', length('1 quarter')), '2027-02-28');
    assert.equal(addLength('2028-02-29', length('1 year')), '2029-02-28');
    assert.equal(subtractLength('2027-06-30', length('6 month')), '2026-12-30');
  });

  it('is not its own inverse', () => {
    assert.equal(subtractLength('2026-08-31', length('6 month')), '2026-02-28');
    assert.equal(addLength('2026-02-28', length('6 month')), '2026-08-28');
  });

  it('reads "none" and zero as no time', () => {
    assert.equal(addLength('2026-01-31', 'none'), '2026-01-31');
    assert.equal(subtractLength('2026-01-31', length('0 minute')), '2026-01-31');
    assert.equal(addLength('2026-01-31', working('0 day')), '2026-01-31');
  });

  it('counts what is shorter than a day up when adding and down when subtracting', () => {
    assert.equal(addLength('2026-01-31', length('2 hour')), '2026-02-01');
    assert.equal(subtractLength('2026-01-31', length('2 hour')), '2026-01-31');
    assert.equal(addLength('2026-01-31', length('24 hour')), '2026-02-01');
    assert.equal(subtractLength('2026-01-31', length('30 hour')), '2026-01-30');
    assert.equal(addLength('2026-01-31', length('1.5 day')), '2026-02-02');
  });

  it('counts a fraction of a month in the month it falls in', () => {
    assert.equal(addLength('2026-01-01', length('1.5 year')), '2027-07-01');
    assert.equal(addLength('2026-01-01', length('1.5 month')), '2026-02-15');
    assert.equal(subtractLength('2026-03-01', length('0.5 month')), '2026-02-15');
  });

  it('counts working days without weekends and holidays', () => {
    assert.equal(addLength('2026-09-04', working('1 day')), '2026-09-07');
    assert.equal(addLength('2026-09-05', working('5 day')), '2026-09-11');
    assert.equal(subtractLength('2026-09-07', working('1 day')), '2026-09-04');
    const easter = { ...officeHours, holidays: daysOff(['2026-04-03', '2026-04-06']) };
    assert.equal(addLength('2026-04-02', working('1 day'), easter), '2026-04-07');
    assert.equal(addLength('2026-04-02', working('1 week'), easter), '2026-04-13');
  });

  it('counts working hours up to whole working days', () => {
    assert.equal(addLength('2026-09-04', working('8 hour'), officeHours), '2026-09-07');
    assert.equal(addLength('2026-09-04', working('9 hour'), officeHours), '2026-09-07');
    assert.equal(addLength('2026-09-04', working('10 hour'), officeHours), '2026-09-08');
    assert.equal(addLength('2026-09-04', working('9 hour')), '2026-09-08');
  });

  it('stops at the ends of the calendar', () => {
    assert.equal(addLength('2026-09-04', length('99999999999999999999 year')), '9999-12-31');
    assert.equal(subtractLength('2026-09-04', length('99999999999999999999 day')), '0001-01-01');
    assert.equal(addLength('2026-09-04', working('99999999999999999999 day')), '9999-12-31');
    const never = { ...officeHours, days: [] };
    assert.equal(addLength('2026-09-04', working('1 day'), never), '9999-12-31');
  });

  it('counts working days as a walk over the days does', () => {
    const weekdays = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    const holidays = fc.array(fc.integer({ min: 20_500, max: 20_600 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        weekdays,
        holidays,
        fc.integer({ min: 20_500, max: 20_600 }),
        fc.integer({ min: -40, max: 40 }).filter((count) => count !== 0),
        (days, off, start, count) => {
          const work = { days, holidays: daysOff(off.map(dateOfDayNumber)) };
          let left = Math.abs(count);
          let day = start;
          while (left > 0) {
            day += Math.sign(count);
            const date = dateOfDayNumber(day);
            if (days.includes(weekdayOf(date)) && !work.holidays.has(date)) left--;
          }
          const reached = addWorkingDays(work, dateOfDayNumber(start), count);
          assert.equal(reached, dateOfDayNumber(day));
          assert.ok(isWorkingDay(work, reached));
        },
      ),
    );
  });
});
