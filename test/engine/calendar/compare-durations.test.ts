import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { compareDurations, elapsedSeconds } from '../../../extension/engine/calendar/compare-durations.ts';
import { workCalendar } from '../../../extension/engine/calendar/working-time.ts';
import type { DurationValue } from '../../../extension/engine/model/value.ts';
import { length, officeHours, working } from './lengths.ts';

const anchor = '2026-02-01';
const on = { anchor, office: officeHours };

function hours(value: DurationValue, office = officeHours, end: 'least' | 'most' = 'most'): number {
  const seconds = elapsedSeconds(value, { anchor, office })?.[end];
  assert.ok(seconds);
  return Number(seconds.numerator) / Number(seconds.denominator) / 3600;
}

describe('two lengths of time', () => {
  it('are compared from the anchor', () => {
    assert.equal(compareDurations(length('30 day'), length('1 month'), { anchor: '2026-02-01' }), 1);
    assert.equal(compareDurations(length('30 day'), length('1 month'), { anchor: '2026-03-01' }), -1);
    assert.equal(compareDurations(length('28 day'), length('1 month'), { anchor: '2026-02-01' }), 0);
    assert.equal(compareDurations(length('1 quarter'), length('3 month'), { anchor }), 0);
  });

  it('are exact to the second', () => {
    assert.equal(compareDurations(length('1 hour'), length('60 minute'), { anchor }), 0);
    assert.equal(compareDurations(length('0.1 hour'), length('6 minute'), { anchor }), 0);
    assert.equal(compareDurations(length('1 hour'), length('3601 second'), { anchor }), -1);
    assert.equal(compareDurations('none', length('0 minute'), { anchor }), 0);
    assert.equal(compareDurations(length('24 hour'), length('1 day'), { anchor }), 0);
  });

  it('count working time as the longest it can take', () => {
    // Asked on Friday at 17:00, done on Monday at 16:00.
    assert.equal(hours(working('8 hour')), 71);
    // Asked on Friday at 17:00, done on Monday at closing time: at it, not next morning.
    assert.equal(hours(working('9 hour')), 72);
    assert.equal(hours(working('1 day')), 72);
    assert.equal(hours(working('10 hour')), 88);
    assert.equal(hours(working('3 day')), 120);
    assert.equal(hours(working('5 day')), 168);
    assert.equal(hours(working('6 day')), 168 + 72);
    assert.equal(hours(working('2 week')), 336);
    assert.equal(hours(working('0 hour')), 0);
  });

  it('count working time as the least that it can take', () => {
    const least = (text: string): number => hours(working(text), officeHours, 'least');
    assert.equal(least('8 hour'), 8);
    assert.equal(least('9 hour'), 9);
    // Asked on Monday at 08:00, done on Tuesday at 09:00.
    assert.equal(least('10 hour'), 25);
    assert.equal(least('2 day'), 33);
    assert.equal(least('5 day'), 105);
    assert.equal(least('6 day'), 177);
  });

  it('settled 6: compare working time with other time only where it holds whenever the clock starts', () => {
    assert.equal(compareDurations(working('8 hour'), length('3 day'), on), -1);
    // Asked on Friday at 17:00 it takes 71 hours, asked at 08:00 it takes 8.
    assert.equal(compareDurations(working('8 hour'), length('72 hour'), on), -1);
    assert.equal(compareDurations(working('8 hour'), length('71 hour'), on), undefined);
    assert.equal(compareDurations(working('8 hour'), length('8 hour'), on), undefined);
    assert.equal(compareDurations(working('8 hour'), length('7 hour'), on), 1);
    assert.equal(compareDurations(length('3 hour'), working('1 hour'), on), undefined);
    assert.equal(compareDurations(working('1 day'), length('3 day'), on), undefined);
    const always = workCalendar(
      { kind: 'times', days: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '00:00', to: '24:00' }] },
      { zone: 'UTC' },
    );
    assert.equal(compareDurations(working('24 hour'), length('1 day'), { anchor, office: always }), 0);
  });

  it('compare working time with working time by the work', () => {
    assert.equal(compareDurations(working('8 hour'), working('1 day'), on), -1);
    assert.equal(compareDurations(working('9 hour'), working('1 day'), on), 0);
  });

  it('need office hours only where working time meets other time', () => {
    assert.equal(compareDurations(working('8 hour'), length('3 day'), { anchor }), undefined);
    assert.equal(compareDurations(working('8 hour'), working('1 day'), { anchor }), undefined);
    assert.equal(compareDurations(working('8 hour'), working('90 minute'), { anchor }), 1);
    assert.equal(compareDurations(working('8 day'), working('10 day'), { anchor }), -1);
    const never = { week: officeHours.week.map(() => []) };
    assert.equal(compareDurations(working('8 hour'), length('3 day'), { anchor, office: never }), undefined);
  });

  it('knows offices that close at noon, work at night, or never close', () => {
    const zone = 'Europe/Stockholm';
    const split = workCalendar(
      {
        kind: 'times',
        spans: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '17:00' },
        ],
      },
      { zone },
    );
    assert.equal(hours(working('4 hour'), split), 67);
    const nights = workCalendar(
      { kind: 'times', days: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '22:00', to: '06:00' }] },
      { zone },
    );
    assert.equal(hours(working('1 hour'), nights), 17);
    assert.equal(hours(working('9 hour'), nights), 16 + 8 + 16 + 1);
    assert.equal(hours(working('9 hour'), workCalendar({ kind: 'always' }, { zone })), 9);
  });

  it('takes from the best to the worst of all starts of a week', () => {
    const shift = fc
      .integer({ min: 0, max: 22 })
      .chain((from) => fc.integer({ min: from + 1, max: 24 }).map((to) => ({ from, to })));
    const some = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 });
    fc.assert(
      fc.property(shift, some, fc.integer({ min: 1, max: 60 }), (span, days, work) => {
        const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
        const office = workCalendar(
          { kind: 'times', days, spans: [{ from: clock(span.from), to: clock(span.to) }] },
          { zone: 'UTC' },
        );
        const open = (hour: number): boolean => {
          const day = (Math.floor(hour / 24) % 7) + 1;
          return days.includes(day as 1) && hour % 24 >= span.from && hour % 24 < span.to;
        };
        let worst = 0;
        let best = Infinity;
        for (let start = 0; start < 168; start++) {
          let hour = start;
          for (let left = work; left > 0; hour++) if (open(hour)) left--;
          worst = Math.max(worst, hour - start);
          best = Math.min(best, hour - start);
        }
        assert.equal(hours(working(`${work} hour`), office), worst);
        assert.equal(hours(working(`${work} hour`), office, 'least'), best);
      }),
      { numRuns: 60 },
    );
  });
});
