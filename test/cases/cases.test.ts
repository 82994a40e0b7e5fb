import { strict as assert } from 'node:assert';
import { daysOff } from '../../extension/engine/calendar/days-off.ts';
import { addLength, subtractLength } from '../../extension/engine/calendar/add-length.ts';
import { exitTimeline } from '../../extension/engine/calendar/exit-timeline.ts';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { localTimeState } from '../../extension/engine/calendar/local-time.ts';
import { sharedHours } from '../../extension/engine/calendar/overlap.ts';
import { feePeriodsIn, periodOf, periodText } from '../../extension/engine/calendar/periods.ts';
import { daysBetween, weekdayOf } from '../../extension/engine/calendar/plain-date.ts';
import { occurrenceIn, occurrences } from '../../extension/engine/calendar/recurrence.ts';
import { countedSeconds, windowAt } from '../../extension/engine/calendar/windows.ts';
import { addWorkingSeconds, workCalendar } from '../../extension/engine/calendar/working-time.ts';
import {
  allowedDownSeconds,
  availabilityPercent,
  keepsAvailability,
} from '../../extension/engine/measure/availability.ts';
import type { Needs } from '../../extension/engine/measure/composite-availability.ts';
import { availabilityCeiling } from '../../extension/engine/measure/composite-availability.ts';
import { creditDue, highestTier, tierOf, tierProblems } from '../../extension/engine/measure/credits.ts';
import {
  exact,
  multiply,
  percentage,
  percentOf,
  plain,
  round,
  subtract,
} from '../../extension/engine/measure/decimal.ts';
import type { IsoDate, MeasuredOver, TimeUnit } from '../../extension/engine/model/value.ts';
import figures from './cases.json' with { type: 'json' };

/** What the catalogue's figures that no function of calendar and measure computes are left to. */
const elsewhere: Readonly<Record<string, string>> = {
  A06: 'an average month is no window',
  B07: 'no fact asks what each part would need',
  E01_naive: 'the mistake that E01 avoids',
  E11: 'days are not moved off weekends',
  G01_consumption: 'burn rates are no fact',
  G02: 'burn rates are no fact',
  G06: 'no composite of time slices is computed',
  G07: 'burn rates are no fact',
  I0: 'scorecards: the fact scorecard-total has I01 and I03',
  J0: 'authorship',
  K01: 'skills',
  L01: 'risk scores',
  M02: 'no attainment is computed',
  N05: 'abbreviations of zones are refused',
};

const checked = new Set<string>();

/** A figure by its name; what is asked for counts as checked. */
function figure<K extends keyof typeof figures>(name: K): (typeof figures)[K] {
  checked.add(name);
  return figures[name];
}

const zone = 'Europe/Stockholm';

function team(where: string, from: string, to: string) {
  return workCalendar({ kind: 'times', spans: [{ from, to }] }, { zone: where });
}

function length(n: number, unit: TimeUnit) {
  return { n: String(n), unit, working: false } as const;
}

function window(unit: Extract<MeasuredOver, { kind: 'calendar' }>['unit'], date: IsoDate) {
  return windowAt({ kind: 'calendar', unit }, date, 'UTC');
}

/** Minutes with decimals as whole seconds, half up. */
function seconds(minutes: string): number {
  return Number(round(multiply(exact(minutes), exact(60)), 0));
}

describe('the worked cases', () => {
  it('A: downtime that a target allows', () => {
    const month30 = windowAt({ kind: 'rolling', length: length(30, 'day') }, '2026-06-30', zone).seconds;
    const month31 = window('month', '2026-07-01').seconds;
    assert.equal(allowedDownSeconds('99.9', month30), seconds(figure('A01_999_30d_min')));
    assert.equal(allowedDownSeconds('99.9', month31), seconds(figure('A02_999_31d_min')));
    const allowed = (target: string, unit: 'month' | 'quarter' | 'year', date: IsoDate) =>
      allowedDownSeconds(target, window(unit, date).seconds);
    assert.equal(allowed('99.9', 'month', '2026-02-01'), seconds(figure('A03_999_feb2026_min')));
    assert.equal(allowed('99.9', 'month', '2028-02-01'), seconds(figure('A03_999_feb2028_min')));
    assert.equal(allowed('99.95', 'quarter', '2026-01-01'), seconds(figure('A04_9995_Q1_2026_min')));
    assert.equal(allowed('99.95', 'quarter', '2028-01-01'), seconds(figure('A04_9995_Q1_2028_min')));
    assert.equal(allowed('99.95', 'quarter', '2026-04-01'), seconds(figure('A04_9995_Q2_2026_min')));
    assert.equal(allowed('99.95', 'quarter', '2026-07-01'), seconds(figure('A04_9995_Q3_2026_min')));
    assert.equal(allowed('99.9', 'year', '2026-01-01'), seconds(figure('A05_999_2026_min')));
    assert.equal(allowed('99.9', 'year', '2028-01-01'), seconds(figure('A05_999_2028_min')));
  });

  it('A07: downtime within office hours, with and without a holiday', () => {
    const office = team(zone, '08:00', '17:00');
    const june = windowAt({ kind: 'calendar', unit: 'month' }, '2026-06-01', zone);
    const open = countedSeconds(june, zone, office);
    assert.equal(open / 9 / 3600, figure('A07_june2026_weekdays'));
    assert.equal(allowedDownSeconds('99.5', open), seconds(figure('A07_995_bh_9h_min')));
    const closed = countedSeconds(june, zone, { ...office, holidays: daysOff(['2026-06-19']) });
    assert.equal(allowedDownSeconds('99.5', closed), seconds(figure('A07_995_bh_9h_min_minus1holiday')));
  });

  it('A08, A10, A11: availability of a month', () => {
    const april = window('month', '2026-04-01').seconds;
    const percent = availabilityPercent(90 * 60, april);
    assert.equal(percent && round(percent, 14), figure('A08_avail_90min_apr2026_pct'));
    assert.equal(keepsAvailability(2592, 2_592_000, '99.9'), true);
    const both = availabilityPercent(60 * 60, april - 240 * 60);
    assert.equal(both && round(both, 6), figure('A11_excl_from_both_pct'));
    const downOnly = availabilityPercent(60 * 60, april);
    assert.equal(downOnly && round(downOnly, 6), figure('A11_excl_from_down_only_pct'));
  });

  it('B: what dependencies allow', () => {
    const ceiling = (needs: readonly Needs[], targets: Readonly<Record<string, string>>) => {
      const { percent } = availabilityCeiling('S', {
        target: (name) => targets[name],
        dependsOn: (name) => (name === 'S' ? needs : []),
      });
      assert.ok(percent);
      return percent;
    };
    const series = (...targets: readonly string[]) =>
      ceiling(
        targets.map((_, index) => ({ needed: 1, of: [`P${index}`] })),
        Object.fromEntries(targets.map((target, index) => [`P${index}`, target])),
      );
    const nodes = { A: '99', B: '99', C: '99' };
    assert.equal(plain(series('99.9', '99.95', '99.99')), figure('B01_serial_pct'));
    assert.equal(plain(ceiling([{ needed: 1, of: ['A', 'B'] }], nodes)), figure('B02_parallel_pct'));
    assert.equal(plain(ceiling([{ needed: 2, of: ['A', 'B', 'C'] }], nodes)), figure('B04_2of3_pct'));
    assert.equal(round(series(...Array.from({ length: 10 }, () => '99.9')), 6), figure('B05_ten_serial_pct'));
    assert.equal(plain(series('99.9')), figure('B06_ceiling_pct'));
    assert.equal(round(series('99.95', '99.9', '99.99'), 6), figure('B08_core_serial_pct'));
    assert.equal(round(series('99.95', '99.99'), 6), figure('B08_core_x_db_pct'));
  });

  it('C: tiers and credits', () => {
    const tiers = [
      { from: '99.0', below: '99.9', credit: '10' },
      { from: '95', below: '99', credit: '25' },
      { from: '0', below: '95', credit: '100' },
    ];
    for (const [result, credit] of Object.entries(figure('C01_tiers'))) {
      const place = tierOf(result, tiers);
      assert.equal(Number(place === undefined ? 0 : tiers[place]?.credit), credit, result);
    }
    const holed = [tiers[0]!, { from: '95.0', below: '98.9', credit: '25' }, tiers[2]!];
    const gaps = tierProblems(holed).flatMap((each) => (each.is === 'gap' ? [[each.from, each.below]] : []));
    assert.deepEqual(gaps, figure('C02_gaps'));
    const low = [{ from: '0', below: '99.5', credit: '10' }];
    assert.deepEqual([[low[highestTier(low) ?? -1]?.below, '99.9']], figure('C04_dead_zone'));
    const fee = exact('48500.00');
    assert.equal(creditDue(['10'], { basis: fee, currency: 'EUR' }).amount, figure('C05_10pct'));
    assert.equal(
      creditDue(['10', '5', '4'], { basis: fee, currency: 'EUR', cap: '15' }).amount,
      figure('C05_sum19_cap15'),
    );
    const credit = (basis: string, percent: string, currency: string, rounding?: 'half up' | 'half even') =>
      creditDue([percent], { basis: exact(basis), currency, rounding }).amount;
    assert.equal(credit('12345.67', '7.5', 'SEK', 'half up'), figure('C06_SEK_half_up'));
    assert.equal(credit('1234567', '2.5', 'JPY'), figure('C06_JPY'));
    assert.equal(credit('1234.567', '7.5', 'KWD'), figure('C06_KWD'));
    assert.equal(credit('2.50', '5', 'EUR', 'half up'), figure('C06_EUR_tie_up'));
    assert.equal(credit('2.50', '5', 'EUR', 'half even'), figure('C06_EUR_tie_even'));
  });

  it('D01 to D08: hours that two teams share in 2026', () => {
    const range = (first: readonly [string, string], second: readonly [string, string, string]) => {
      const shared = sharedHours(team(zone, ...first), team(...second), '2026-01-01', '2026-12-31');
      assert.ok(shared);
      return { ...shared, range: [shared.smallestSeconds / 3600, shared.largestSeconds / 3600] };
    };
    const hours = (of: readonly string[]) => of.map(Number);
    const day = ['09:00', '17:00'] as const;
    const vilnius = range(['08:00', '17:00'], ['Europe/Vilnius', '08:00', '17:00']);
    assert.deepEqual(vilnius.range, hours(figure('D01_sthlm_vilnius_0800_1700')));
    const newYork = range(day, ['America/New_York', '09:00', '17:00']);
    assert.deepEqual(newYork.range, hours(figure('D02_min_max')));
    assert.equal(newYork.days.length, figure('D02_weekday_total'));
    assert.equal(
      newYork.days.filter((each) => each.seconds === 3 * 3600).length,
      figure('D02_weekdays_with_3h'),
    );
    for (const [date, expected] of Object.entries(figure('D02_sthlm_ny'))) {
      assert.equal(newYork.days.find((each) => each.date === date)?.seconds, Number(expected) * 3600, date);
    }
    assert.deepEqual(
      range(day, ['Asia/Kolkata', '09:30', '18:30']).range,
      hours(figure('D03_sthlm_kolkata')),
    );
    assert.deepEqual(range(day, ['Asia/Manila', '09:00', '18:00']).range, hours(figure('D04_sthlm_manila')));
    assert.deepEqual(
      range(day, ['Asia/Kathmandu', '10:00', '18:00']).range,
      hours(figure('D08_sthlm_kathmandu')),
    );
  });

  it('D10, D11: a meeting seen from elsewhere, and local times that do not exist', () => {
    const seen = (expected: Readonly<Record<string, string>>, there: string) => {
      for (const [date, local] of Object.entries(expected)) {
        const { from } = occurrenceIn({ date, from: '15:00', zone }, there) ?? {};
        assert.equal(`${from?.date} ${from?.time}`, local);
      }
    };
    seen(figure('D10_meeting_1500_sthlm_in_ny'), 'America/New_York');
    seen(figure('D10_meeting_1500_sthlm_in_manila'), 'Asia/Manila');
    const words = { exists: 'ok', missing: 'gap', twice: 'ambiguous' };
    for (const [local, expected] of Object.entries(figure('D11_local_times'))) {
      const [date = '', time = ''] = local.split('T');
      assert.equal(words[localTimeState(date, time, zone)], expected);
    }
  });

  it('E: dates of reviews', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map((n) => addLength('2026-01-31', length(n, 'month'))),
      figure('E01_anchor'),
    );
    assert.equal(addLength('2028-01-31', length(1, 'month')), figure('E02'));
    assert.equal(addLength('2026-08-31', length(6, 'month')), figure('E03'));
    assert.equal(addLength('2028-02-29', length(1, 'year')), figure('E04_1y'));
    assert.equal(addLength('2028-02-29', length(4, 'year')), figure('E04_4y'));
    assert.equal(addLength('2026-11-30', length(3, 'month')), figure('E05'));
    const next = addLength('2026-12-28', length(1, 'week'));
    const weeks = ['2026-12-28', next].map((date) => periodText(periodOf(date, 'week')));
    assert.deepEqual([next, ...weeks], figure('E06_week'));
    const due = addLength('2026-03-31', length(1, 'month'));
    assert.equal(due, figure('E07_due'));
    assert.equal(daysBetween(due, '2026-05-03'), figure('E07_overdue_days'));
    assert.equal(percentage(5, 6, 2), figure('E09_completeness_pct'));
    const sweden = createHolidays()
      .of('SE', 2026)
      .map((holiday) => holiday.date);
    for (const date of [figure('E13_asc'), figure('E13_easter_2026'), figure('E13_easter_ascension_2026')]) {
      assert.ok(sweden.includes(date), date);
    }
    assert.equal(weekdayOf(figure('E13_asc')), 4);
  });

  it('F: the way out', () => {
    assert.equal(subtractLength('2027-06-30', length(6, 'month')), figure('F01_last_notice'));
    assert.equal(subtractLength('2026-08-31', length(6, 'month')), figure('F01_aug31_minus6m'));
    assert.equal(addLength(figure('F01_aug31_minus6m'), length(6, 'month')), figure('F01_roundtrip'));
    const timeline = exitTimeline(
      { end: '2027-03-31', notice: length(3, 'month') },
      { prepare: 'none', handover: length(6, 'month') },
    );
    const last = timeline.trueLastDay ?? '';
    assert.deepEqual(
      {
        binding: last,
        latest_notice: timeline.contractDay,
        latest_transition_start: timeline.latestHandoverStart,
        slack_2026_08_15: daysBetween('2026-08-15', last),
        slack_2026_10_15: daysBetween('2026-10-15', last),
      },
      figure('F02'),
    );
    const renewing = exitTimeline({
      end: '2026-12-31',
      renewal: { kind: 'automatic' },
      optOut: length(90, 'day'),
    });
    assert.equal(renewing.lastOptOut, figure('F04_last_opt_out'));
    assert.deepEqual(
      {
        data_return_due: addLength('2027-03-31', length(30, 'day')),
        deletion_cert_due: addLength('2027-03-31', length(60, 'day')),
      },
      figure('F06_post_term'),
    );
    const span = { from: '2026-09-01', to: '2026-12-31', anchor: '2026-09-01' };
    const sessions = occurrences({ n: 1, unit: 'week' }, { weekdays: [2] }, span, { zone }).slice(0, 12);
    const lastSession = sessions.at(-1)?.date ?? '';
    const shadowed = addLength(addLength(lastSession, length(2, 'week')), length(2, 'week'));
    assert.deepEqual(
      { last_session: lastSession, shadow_P2W_reverse_P2W_end: shadowed },
      figure('F08_kt_12_weekly'),
    );
  });

  it('G, M, P: budgets and pooled shares', () => {
    const days30 = 30 * 86_400;
    assert.equal(allowedDownSeconds('99.9', days30), seconds(figure('G01_budget_min')));
    const events = figure('G03');
    const allowedBad = percentOf(exact(2_000_000), subtract(exact(100), exact('99.5')));
    assert.equal(round(allowedBad, 1), events.allowed_bad);
    assert.equal(percentage(7300, 10_000, 1), events.consumed_pct);
    assert.equal(percentage(2_000_000 - 7300, 2_000_000, 3), events.sli_pct);
    const slices = figure('G05_slices');
    assert.equal(allowedDownSeconds('99.9', days30, true), slices.max_bad_slices * 60);
    assert.equal(allowedDownSeconds('99.9', days30), seconds(slices.allowed_float));
    assert.equal(keepsAvailability((slices.max_bad_slices + 1) * 60, days30, '99.9'), false);
    assert.equal(percentage(9 + 50, 10 + 100, 4), figure('M01').pooled);
    const july = figure('P01');
    assert.equal(window('month', '2026-07-01').seconds / 60, july.calendar_jul_min);
    const difference = percentOf(exact(july.calendar_jul_min - july.sdk_1M_min), exact('0.1'));
    assert.equal(plain(difference), july.budget_diff_min_1M_vs_july_999);
  });

  it('N: hours that are worked', () => {
    const office = team(zone, '08:00', '17:00');
    const done = (calendar: typeof office, date: IsoDate, time: string, hours: number) => {
      const end = addWorkingSeconds(calendar, { date, time }, hours * 3600);
      return `${end?.date} ${end?.time}:00`;
    };
    assert.equal(done(office, '2026-09-04', '16:30', 4), figure('N01'));
    assert.equal(done(team(zone, '09:00', '17:00'), '2026-09-07', '09:00', 8), figure('N03_edge_full_day'));
    assert.equal(done(team(zone, '09:00', '17:00'), '2026-09-07', '18:00', 4), figure('N04_after_hours'));
  });

  it('of the example that the facts are worked from', () => {
    const november = windowAt({ kind: 'calendar', unit: 'month' }, '2026-11-15', zone);
    assert.equal(allowedDownSeconds('99.9', countedSeconds(november, zone)), 2592);
    const october = periodOf('2026-10-01', 'month');
    const months = feePeriodsIn(october, 'month');
    assert.ok(months);
    const tiers = [
      { from: '99.0', below: '99.9', credit: '5' },
      { from: '95.0', below: '99.0', credit: '10' },
      { from: '0', below: '95.0', credit: '25' },
    ];
    const credit = tiers[tierOf('99.62', tiers) ?? -1]?.credit ?? '';
    const terms = { basis: multiply(exact('48500.00'), months), currency: 'EUR', cap: '25' };
    assert.equal(creditDue([credit], terms).amount, '2425.00');
    assert.equal(addLength(october.to, length(30, 'day')), '2026-11-30');
  });

  it('leave out nothing without saying where it belongs', () => {
    const left = Object.keys(figures).filter(
      (name) => !checked.has(name) && !Object.keys(elsewhere).some((start) => name.startsWith(start)),
    );
    assert.deepEqual(left, []);
  });
});
