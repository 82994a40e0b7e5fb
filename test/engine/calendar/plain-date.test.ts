import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import {
  addDays,
  addMonths,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  earlier,
  endOfMonth,
  isoWeekOf,
  later,
  mondayOf,
  weekdayOf,
  weekdayOfDayNumber,
} from '../../../extension/engine/calendar/plain-date.ts';

describe('plain dates', () => {
  const dates = fc.integer({ min: -200_000, max: 200_000 });

  it('counts days both ways', () => {
    assert.equal(daysBetween('2026-02-28', '2026-03-01'), 1);
    assert.equal(daysBetween('2028-03-01', '2028-02-28'), -2);
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const date = dateOfDayNumber(start);
        assert.equal(dayNumber(date), start);
        assert.equal(daysBetween(date, addDays(date, days)), days);
        assert.equal(weekdayOf(date), weekdayOfDayNumber(start));
      }),
    );
  });

  it('agrees with Temporal on every day that an engagement can name', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -719_162, max: 2_932_896 }),
        fc.integer({ min: -600, max: 600 }),
        (day, by) => {
          const date = dateOfDayNumber(day);
          const same = Temporal.PlainDate.from('1970-01-01').add({ days: day });
          assert.equal(date, same.toString());
          assert.equal(dayNumber(date), day);
          assert.equal(weekdayOf(date), same.dayOfWeek);
          assert.deepEqual(isoWeekOf(date), { year: same.yearOfWeek, week: same.weekOfYear });
          assert.equal(endOfMonth(date), same.with({ day: 31 }).toString());
          const moved = same.add({ months: by });
          if (moved.year >= 1 && moved.year <= 9999) assert.equal(addMonths(date, by), moved.toString());
        },
      ),
      { numRuns: 2000, seed: 9 },
    );
  });

  it('clamps months to the end of the month', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2028-03-31', -1), '2028-02-29');
  });

  it('stops at the ends of the calendar', () => {
    assert.equal(addMonths('2026-01-31', 999_999_999), '9999-12-31');
    assert.equal(addDays('9999-12-31', 1), '9999-12-31');
    assert.equal(addDays('2026-01-31', -99_999_999), '0001-01-01');
    assert.equal(addDays('0001-01-01', -1), '0001-01-01');
  });

  it('knows weeks, months and order', () => {
    assert.deepEqual(isoWeekOf('2027-01-01'), { year: 2026, week: 53 });
    assert.equal(weekdayOf('2026-09-07'), 1);
    assert.equal(mondayOf('2026-09-13'), '2026-09-07');
    assert.equal(endOfMonth('2028-02-03'), '2028-02-29');
    assert.equal(compareDates('2026-01-31', '2026-02-01'), -1);
    assert.equal(earlier('2026-02-01', '2026-01-31'), '2026-01-31');
    assert.equal(later('2026-02-01', '2026-01-31'), '2026-02-01');
  });
});
