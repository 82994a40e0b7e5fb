import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { localTimeState } from '../../../extension/engine/calendar/local-time.ts';
import { addDays, dayNumber } from '../../../extension/engine/calendar/plain-date.ts';
import { daysOfChange, zoneClock } from '../../../extension/engine/calendar/zone-clock.ts';

describe('a local time', () => {
  it('may not exist, or exist twice', () => {
    assert.equal(localTimeState('2026-03-29', '02:00', 'Europe/Stockholm'), 'missing');
    assert.equal(localTimeState('2026-03-29', '03:00', 'Europe/Stockholm'), 'exists');
    assert.equal(localTimeState('2026-10-25', '02:00', 'Europe/Stockholm'), 'twice');
    assert.equal(localTimeState('2026-10-25', '03:00', 'Europe/Stockholm'), 'exists');
    assert.equal(localTimeState('2026-03-29', '02:30', 'Asia/Kolkata'), 'exists');
    assert.equal(localTimeState('2026-03-29', '02:30', 'UTC'), 'exists');
  });

  it('of 24:00 is the first of the next day', () => {
    assert.equal(localTimeState('2026-03-28', '24:00', 'Europe/Stockholm'), 'exists');
    // Clocks in Cairo go from midnight to one o'clock on the last Friday of April.
    assert.equal(localTimeState('2026-04-23', '24:00', 'Africa/Cairo'), 'missing');
  });
});

describe('the days on which a clock is moved', () => {
  it('hold every local time that is missing or there twice', () => {
    const zones = [
      'Europe/Stockholm',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Pacific/Apia',
    ];
    let moved = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 * 20 }),
        fc.integer({ min: 0, max: 47 }),
        (zone, n, half) => {
          const date = addDays('2010-01-01', n);
          const days = daysOfChange(zoneClock(zone, date, date));
          const time = `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
          if (localTimeState(date, time, zone) === 'exists') return;
          moved++;
          assert.ok(days.has(dayNumber(date)), `${zone} ${date} ${time}`);
        },
      ),
      { numRuns: 20_000 },
    );
    assert.ok(moved > 0);
  });

  it('hold the day that a country has skipped', () => {
    assert.equal(localTimeState('2011-12-30', '12:00', 'Pacific/Apia'), 'missing');
    assert.ok(
      daysOfChange(zoneClock('Pacific/Apia', '2011-12-01', '2012-01-31')).has(dayNumber('2011-12-30')),
    );
  });
});
