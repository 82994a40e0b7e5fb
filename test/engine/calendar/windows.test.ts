import { strict as assert } from 'node:assert';
import { daysOff } from '../../../extension/engine/calendar/days-off.ts';
import {
  countedSeconds,
  secondsOfDays,
  windowAt,
  windowsEnding,
} from '../../../extension/engine/calendar/windows.ts';
import { workCalendar } from '../../../extension/engine/calendar/working-time.ts';
import { length, officeHours } from './lengths.ts';

const zone = 'Europe/Stockholm';
const month = { kind: 'calendar', unit: 'month' } as const;

describe('measuring windows', () => {
  it('are as long as the calendar in the zone makes them', () => {
    assert.deepEqual(windowAt(month, '2026-11-15', zone), {
      from: '2026-11-01',
      to: '2026-11-30',
      seconds: 2_592_000,
    });
    assert.equal(windowAt(month, '2026-03-15', zone).seconds, 31 * 86_400 - 3600);
    assert.equal(windowAt(month, '2026-10-15', zone).seconds, 31 * 86_400 + 3600);
    assert.equal(windowAt(month, '2026-10-15', 'UTC').seconds, 31 * 86_400);
    assert.equal(windowAt({ kind: 'calendar', unit: 'year' }, '2026-03-15', zone).seconds, 365 * 86_400);
    assert.deepEqual(windowAt({ kind: 'calendar', unit: 'week' }, '2026-10-25', zone), {
      from: '2026-10-19',
      to: '2026-10-25',
      seconds: 7 * 86_400 + 3600,
    });
    assert.equal(secondsOfDays('2026-03-29', '2026-03-29', zone), 23 * 3600);
  });

  it('roll as n times 24 hours', () => {
    const rolling = (text: string) => ({ kind: 'rolling', length: length(text) }) as const;
    assert.deepEqual(windowAt(rolling('30 day'), '2026-03-31', zone), {
      from: '2026-03-02',
      to: '2026-03-31',
      seconds: 2_592_000,
    });
    assert.equal(windowAt(rolling('4 week'), '2026-03-31', zone).seconds, 28 * 86_400);
    assert.deepEqual(windowAt(rolling('3 month'), '2026-03-31', zone), {
      from: '2026-01-01',
      to: '2026-03-31',
      seconds: 90 * 86_400,
    });
  });

  it('follow one another', () => {
    const windows = windowsEnding(month, '2026-01-15', '2026-12-31', zone);
    assert.equal(windows.length, 12);
    assert.equal(windows[1]?.to, '2026-02-28');
    assert.equal(windowsEnding(month, '2026-01-15', '2026-12-30', zone).length, 11);
    assert.equal(
      windowsEnding({ kind: 'rolling', length: length('30 day') }, '2026-01-15', '2026-12-30', zone).length,
      1,
    );
  });

  it('count what lies within the hours of the service', () => {
    const june = windowAt(month, '2026-06-10', zone);
    assert.equal(countedSeconds(june, zone), june.seconds);
    assert.equal(
      countedSeconds(june, zone, workCalendar({ kind: 'always' }, { zone: 'Asia/Kolkata' })),
      june.seconds,
    );
    assert.equal(countedSeconds(june, zone, officeHours), 22 * 9 * 3600);
    const holidays = daysOff(['2026-06-06', '2026-06-19']);
    assert.equal(countedSeconds(june, zone, { ...officeHours, holidays }), 21 * 9 * 3600);
    // Shifts of a team elsewhere count by the month of the engagement's zone.
    const kolkata = workCalendar(
      { kind: 'times', days: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '02:00', to: '06:00' }] },
      { zone: 'Asia/Kolkata' },
    );
    assert.equal(countedSeconds(windowAt(month, '2026-06-10', zone), zone, kolkata), 30 * 4 * 3600);
  });
});
