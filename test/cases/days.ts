import { strict as assert } from 'node:assert';
import { addLength, subtractLength } from '../../extension/engine/calendar/add-length.ts';
import { exitTimeline } from '../../extension/engine/calendar/exit-timeline.ts';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { localTimeState } from '../../extension/engine/calendar/local-time.ts';
import { sharedHours } from '../../extension/engine/calendar/overlap.ts';
import { periodOf, periodText } from '../../extension/engine/calendar/periods.ts';
import { daysBetween, weekdayOf } from '../../extension/engine/calendar/plain-date.ts';
import { occurrenceIn, occurrences } from '../../extension/engine/calendar/recurrence.ts';
import { addWorkingSeconds, type WorkCalendar } from '../../extension/engine/calendar/working-time.ts';
import { percentage } from '../../extension/engine/measure/decimal.ts';
import type { IsoDate, When } from '../../extension/engine/model/value.ts';
import { isFigure, length, team, zone, type Cases } from './case.ts';

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const day = ['09:00', '17:00'] as const;
const sixMonths = [1, 2, 3, 4, 5, 6];
const newYork = sharedIn2026(day, 'America/New_York', '09:00', '17:00');
const leaving = exitTimeline(
  { end: '2027-03-31', notice: length(3, 'month') },
  { prepare: 'none', handover: length(6, 'month') },
);

/** Hours that two teams share, meetings seen from elsewhere, days of reviews and of leaving, and hours worked. */
export const days = {
  D01_sthlm_vilnius_0800_1700: (its) =>
    isRange(sharedIn2026(['08:00', '17:00'], 'Europe/Vilnius', '08:00', '17:00'), its),
  D02_min_max: (its) => isRange(newYork, its),
  D02_weekday_total: (its) => assert.equal(newYork.days.length, its),
  D02_weekdays_with_3h: (its) =>
    assert.equal(newYork.days.filter((each) => each.seconds === 3 * 3600).length, its),
  D02_sthlm_ny(its) {
    for (const [date, hours] of Object.entries(its))
      isFigure(newYork.days.find((each) => each.date === date)!.seconds / 3600, hours);
  },
  D03_sthlm_kolkata: (its) => isRange(sharedIn2026(day, 'Asia/Kolkata', '09:30', '18:30'), its),
  D04_sthlm_manila: (its) => isRange(sharedIn2026(day, 'Asia/Manila', '09:00', '18:00'), its),
  D08_sthlm_kathmandu: (its) => isRange(sharedIn2026(day, 'Asia/Kathmandu', '10:00', '18:00'), its),
  D10_meeting_1500_sthlm_in_ny: (its) => isSeen(its, 'America/New_York'),
  D10_meeting_1500_sthlm_in_manila: (its) => isSeen(its, 'Asia/Manila'),
  D11_local_times(its) {
    const words = { exists: 'ok', missing: 'gap', twice: 'ambiguous' };
    for (const [local, expected] of Object.entries(its)) {
      const [date = '', time = ''] = local.split('T');
      assert.equal(words[localTimeState(date, time, zone)], expected);
    }
  },

  E01_anchor: (its) =>
    assert.deepEqual(
      sixMonths.map((n) => addLength('2026-01-31', length(n, 'month'))),
      its,
    ),
  /** What comes of counting each day from the one before: the mistake that counting from the first avoids. */
  E01_naive_chain(its) {
    let last: IsoDate = '2026-01-31';
    const chain = sixMonths.map(() => (last = addLength(last, length(1, 'month'))));
    assert.deepEqual(chain, its);
  },
  E02: (its) => assert.equal(addLength('2028-01-31', length(1, 'month')), its),
  E03: (its) => assert.equal(addLength('2026-08-31', length(6, 'month')), its),
  E04_1y: (its) => assert.equal(addLength('2028-02-29', length(1, 'year')), its),
  E04_4y: (its) => assert.equal(addLength('2028-02-29', length(4, 'year')), its),
  E05: (its) => assert.equal(addLength('2026-11-30', length(3, 'month')), its),
  E06_week(its) {
    const next = addLength('2026-12-28', length(1, 'week'));
    const weeks = ['2026-12-28', next].map((date) => periodText(periodOf(date, 'week')));
    assert.deepEqual([next, ...weeks], its);
  },
  E07_due: (its) => assert.equal(addLength('2026-03-31', length(1, 'month')), its),
  E07_overdue_days: (its) =>
    assert.equal(daysBetween(addLength('2026-03-31', length(1, 'month')), '2026-05-03'), its),
  E09_completeness_pct: (its) => isFigure(percentage(5, 6, 2), its),
  /** Days are not moved off weekends by themselves: whoever means a working day writes it. */
  E11_roll(its) {
    const roll = {
      due: '2026-05-30',
      dow: weekdays[weekdayOf('2026-05-30')],
      following: monthly({ nth: 1, day: 'working' }, '2026-06-01'),
      modified_following: monthly({ nth: -1, day: 'working' }, '2026-05-01'),
    };
    const [following_dow, mf_dow] = [roll.following, roll.modified_following].map(
      (date) => weekdays[weekdayOf(date)],
    );
    assert.deepEqual({ ...roll, following_dow, mf_dow }, { ...its });
  },
  E13_easter_2026: (its) => assert.deepEqual([weekdayOf(its), isHoliday(its)], [7, true]),
  E13_asc: (its) => assert.deepEqual([weekdayOf(its), isHoliday(its)], [4, true]),
  E13_easter_ascension_2026: (its) =>
    assert.deepEqual([daysBetween('2026-04-05', its), isHoliday(its)], [39, true]),

  F01_last_notice: (its) => assert.equal(subtractLength('2027-06-30', length(6, 'month')), its),
  F01_aug31_minus6m: (its) => assert.equal(subtractLength('2026-08-31', length(6, 'month')), its),
  F01_roundtrip(its) {
    const back = subtractLength('2026-08-31', length(6, 'month'));
    assert.equal(addLength(back, length(6, 'month')), its);
  },
  F02(its) {
    const last = leaving.trueLastDay ?? '';
    const found = {
      binding: last,
      latest_notice: leaving.contractDay,
      latest_transition_start: leaving.latestHandoverStart,
      slack_2026_08_15: daysBetween('2026-08-15', last),
      slack_2026_10_15: daysBetween('2026-10-15', last),
    };
    assert.deepEqual(found, { ...its });
  },
  F04_last_opt_out(its) {
    const renewing = {
      end: '2026-12-31',
      renewal: { kind: 'automatic' },
      optOut: length(90, 'day'),
    } as const;
    assert.equal(exitTimeline(renewing).lastOptOut, its);
  },
  F06_post_term(its) {
    const after = (count: number): IsoDate => addLength('2027-03-31', length(count, 'day'));
    assert.deepEqual({ data_return_due: after(30), deletion_cert_due: after(60) }, { ...its });
  },
  F08_kt_12_weekly(its) {
    const span = { from: '2026-09-01', to: '2026-12-31', anchor: '2026-09-01' };
    const sessions = occurrences({ n: 1, unit: 'week' }, { weekdays: [2] }, span, { zone }).slice(0, 12);
    const last = sessions.at(-1)?.date ?? '';
    const accepted = addLength(addLength(last, length(2, 'week')), length(2, 'week'));
    assert.deepEqual({ last_session: last, shadow_P2W_reverse_P2W_end: accepted }, { ...its });
  },

  N01: (its) => assert.equal(done(team(zone, '08:00', '17:00'), '2026-09-04', '16:30', 4), its),
  N03_edge_full_day: (its) => assert.equal(done(team(zone, ...day), '2026-09-07', '09:00', 8), its),
  N04_after_hours: (its) => assert.equal(done(team(zone, ...day), '2026-09-07', '18:00', 4), its),
  /** An abbreviation of a zone would stay behind when the clocks are moved, which a zone does not. */
  N05_viden_cet_vs_cest(its) {
    const at = (date: IsoDate): number => {
      const seen = occurrenceIn({ date, from: '09:00', zone: 'Europe/Zurich' }, 'UTC');
      return Number(seen?.from.time.slice(0, 2));
    };
    assert.deepEqual({ cest_0900_utc: at('2026-07-15'), cet_0900_utc: at('2026-01-15') }, { ...its });
  },
} satisfies Partial<Cases>;

function sharedIn2026(here: readonly [string, string], where: string, from: string, to: string) {
  const shared = sharedHours(team(zone, ...here), team(where, from, to), '2026-01-01', '2026-12-31');
  assert.ok(shared);
  return shared;
}

function isRange(
  { smallestSeconds, largestSeconds }: ReturnType<typeof sharedIn2026>,
  hours: readonly string[],
): void {
  assert.deepEqual([smallestSeconds / 3600, largestSeconds / 3600], hours.map(Number));
}

/** A meeting at three in Stockholm, as it stands in the calendar of somebody elsewhere. */
function isSeen(expected: Readonly<Record<string, string>>, there: string): void {
  for (const [date, local] of Object.entries(expected)) {
    const { from } = occurrenceIn({ date, from: '15:00', zone }, there) ?? {};
    assert.equal(`${from?.date} ${from?.time}`, local);
  }
}

function isHoliday(date: IsoDate): boolean {
  return createHolidays()
    .of('SE', 2026)
    .some((holiday) => holiday.date === date);
}

/** The one day of a month on which something happens every month. */
function monthly(when: When, from: IsoDate): IsoDate {
  const { to } = periodOf(from, 'month');
  const [first, ...further] = occurrences(
    { n: 1, unit: 'month' },
    when,
    { from, to, anchor: from },
    { zone },
  );
  assert.deepEqual(further, []);
  return first?.date ?? '';
}

function done(calendar: WorkCalendar, date: IsoDate, time: string, hours: number): string {
  const end = addWorkingSeconds(calendar, { date, time }, hours * 3600);
  return `${end?.date} ${end?.time}:00`;
}
