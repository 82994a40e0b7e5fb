import { strict as assert } from 'node:assert';
import { daysOff } from '../../extension/engine/calendar/days-off.ts';
import { countedSeconds } from '../../extension/engine/calendar/windows.ts';
import {
  allowedDownSeconds,
  availabilityPercent,
  keepsAvailability,
  spentDownSeconds,
} from '../../extension/engine/measure/availability.ts';
import { availabilityCeiling, type Needs } from '../../extension/engine/measure/composite-availability.ts';
import {
  compareDecimals,
  divide,
  exact,
  multiply,
  percentage,
  percentOf,
  plain,
  round,
  subtract,
  type Exact,
} from '../../extension/engine/measure/decimal.ts';
import { errorBudget } from '../../extension/engine/measure/error-budget.ts';
import { verdictOf } from '../../extension/engine/measure/verdict.ts';
import type { IsoDate } from '../../extension/engine/model/value.ts';
import { calendarWindow, days30, isFigure, rollingWindow, seconds, team, zone, type Cases } from './case.ts';

const june = calendarWindow('month', '2026-06-01', zone);
const office = team(zone, '08:00', '17:00');
const april = calendarWindow('month', '2026-04-01').seconds;

/** What availability allows and what it was, budgets, and shares of what was done. */
export const measures = {
  A01_999_30d_min: (its) => isAllowed('99.9', rollingWindow(30, '2026-06-30').seconds, its),
  A02_999_31d_min: (its) => isAllowed('99.9', calendarWindow('month', '2026-07-01').seconds, its),
  A03_999_feb2026_min: (its) => isAllowedIn('month', '2026-02-01', '99.9', its),
  A03_999_feb2028_min: (its) => isAllowedIn('month', '2028-02-01', '99.9', its),
  A04_9995_Q1_2026_min: (its) => isAllowedIn('quarter', '2026-01-01', '99.95', its),
  A04_9995_Q1_2028_min: (its) => isAllowedIn('quarter', '2028-01-01', '99.95', its),
  A04_9995_Q2_2026_min: (its) => isAllowedIn('quarter', '2026-04-01', '99.95', its),
  A04_9995_Q3_2026_min: (its) => isAllowedIn('quarter', '2026-07-01', '99.95', its),
  A05_999_2026_min: (its) => isAllowedIn('year', '2026-01-01', '99.9', its),
  A05_999_2028_min: (its) => isAllowedIn('year', '2028-01-01', '99.9', its),
  // An average month is no window that can be written; what it would allow is exact all the same.
  A06_9999_avgmonth365_12_min: (its) => isFigure(round(allowedInAverageMonth('365'), 2), its),
  A06_9999_avgmonth365_2425_12_min: (its) => isFigure(round(allowedInAverageMonth('365.2425'), 5), its),
  A07_june2026_weekdays: (its) => isFigure(countedSeconds(june, zone, office) / 9 / 3600, its),
  A07_995_bh_9h_min: (its) => isAllowed('99.5', countedSeconds(june, zone, office), its),
  A07_995_bh_9h_min_minus1holiday: (its) => {
    const closed = { ...office, holidays: daysOff(['2026-06-19']) };
    isAllowed('99.5', countedSeconds(june, zone, closed), its);
  },
  A08_avail_90min_apr2026_pct: (its) => isAvailable(90 * 60, april, 14, its),
  A11_excl_from_both_pct: (its) => isAvailable(60 * 60, april - 240 * 60, 6, its),
  A11_excl_from_down_only_pct: (its) => isAvailable(60 * 60, april, 6, its),

  B01_serial_pct: (its) => isFigure(plain(inSeries('99.9', '99.95', '99.99')), its),
  B02_parallel_pct: (its) => isFigure(plain(ceilingOf(1, '99', '99')), its),
  B04_2of3_pct: (its) => isFigure(plain(ceilingOf(2, '99', '99', '99')), its),
  B05_ten_serial_pct: (its) => {
    const ten = inSeries(...Array.from({ length: 10 }, () => '99.9'));
    isFigure(round(ten, 6), its);
  },
  B06_ceiling_pct: (its) => isFigure(plain(inSeries('99.9')), its),
  /** The least of six decimals with which four in series keep 99.9 %, within half of the last decimal. */
  B07_required_each_of_4_for_999_pct(its) {
    const four = (each: string): string => round(inSeries(each, each, each, each), 20);
    const half = exact('0.0000005');
    const above = plain(subtract(exact(its), multiply(half, exact(-1))));
    const below = plain(subtract(exact(its), half));
    assert.equal(compareDecimals(four(above), '99.9'), 1);
    assert.equal(compareDecimals(four(below), '99.9'), -1);
  },
  B08_core_serial_pct: (its) => isFigure(round(inSeries('99.95', '99.9', '99.99'), 6), its),
  B08_core_x_db_pct: (its) => isFigure(round(inSeries('99.95', '99.99'), 6), its),

  G01_budget_min: (its) => isAllowed('99.9', days30, its),
  G01_consumption(its) {
    for (const [burn, percent] of Object.entries(its)) {
      const [rate = '', hours = ''] = burn.split(/x|h/);
      // So many times the share of failures that the target allows, for so long, and then none.
      const failing = divide(multiply(exact(rate), multiply(exact('0.1'), exact(hours))), exact(30 * 24));
      const result = plain(subtract(exact(100), failing));
      // Seconds are whole, which is seen in the second decimal.
      const { consumedPercent = '' } = errorBudget('99.9', result, days30);
      isFigure(round(exact(consumedPercent), 1), percent);
    }
  },
  /** That budget is spent by the hour in which nothing is left of it. */
  G02_exhaust_h(its) {
    const perHour = percentOf(exact(3600), multiply(exact('14.4'), exact('0.1')));
    isFigure(plain(divide(exact(allowedDownSeconds('99.9', days30)), perHour)), its);
  },
  G03(its) {
    isFigure(plain(percentOf(exact(2_000_000), subtract(exact(100), exact('99.5')))), its.allowed_bad);
    isFigure(percentage(7300, 10_000, 1), its.consumed_pct);
    isFigure(percentage(2_000_000 - 7300, 2_000_000, 3), its.sli_pct);
  },
  G05_slices(its) {
    isAllowed('99.9', days30, its.allowed_float);
    isFigure(allowedDownSeconds('99.9', days30, true) / 60, its.max_bad_slices);
    const keeps = (slices: number) => keepsAvailability(slices * 60, days30, '99.9');
    assert.deepEqual([keeps(its.max_bad_slices), keeps(its.max_bad_slices + 1)], [true, false]);
  },
  /** Two services that fail at different times: neither was up in what the other lost. */
  G06_ratio_timeslices_composite(its) {
    const lost = spentDownSeconds('95', days30) + spentDownSeconds('95', days30);
    isAvailable(lost, days30, 6, its);
  },
  G07_burn_rate_1pct_errors_999: (its) =>
    isFigure(plain(divide(exact(1), subtract(exact(100), exact('99.9')))), its),

  M01(its) {
    isFigure(percentage(9 + 50, 10 + 100, 4), its.pooled);
    const each = [percentage(9, 10, 4)!, percentage(50, 100, 4)!].map(exact);
    const sum = subtract(each[0]!, multiply(each[1]!, exact(-1)));
    isFigure(plain(divide(sum, exact(2))), its.mean_of_pct);
  },
  /** 17 of 20 promises kept; and 6 hours against at most 5, which is no 120 % but a miss. */
  M02(its) {
    isFigure(percentage(17, 20, 1), its.say_do);
    isFigure(percentage(6, 5, 1), its.lower_is_better_attainment_naive);
    const hours = (value: string) => ({ value, unit: 'h' });
    assert.equal(verdictOf(hours('6'), { ...hours('5'), op: 'at most' }, undefined), 'not met');
  },
  P01(its) {
    isFigure(rollingWindow(30, '2026-06-30').seconds / 60, its.sdk_1M_min);
    isFigure(rollingWindow(90, '2026-06-30').seconds / 60, its.sdk_1Q_min);
    isFigure(rollingWindow(365, '2026-06-30').seconds / 60, its.sdk_1Y_min);
    isFigure(calendarWindow('month', '2026-07-01').seconds / 60, its.calendar_jul_min);
    const difference = percentOf(exact(its.calendar_jul_min - its.sdk_1M_min), exact('0.1'));
    isFigure(plain(difference), its.budget_diff_min_1M_vs_july_999);
    // A share of one, as OpenSLO writes targets, of a month of 30 days.
    const target = plain(multiply(exact(its.target), exact(100)));
    assert.equal(allowedDownSeconds(target, its.sdk_1M_min * 60), 1296);
  },
} satisfies Partial<Cases>;

function isAllowed(target: string, counted: number, minutes: string): void {
  assert.equal(allowedDownSeconds(target, counted), seconds(minutes));
}

function isAllowedIn(
  unit: 'month' | 'quarter' | 'year',
  date: IsoDate,
  target: string,
  minutes: string,
): void {
  isAllowed(target, calendarWindow(unit, date).seconds, minutes);
}

function allowedInAverageMonth(daysOfYear: string): Exact {
  const minutes = divide(multiply(exact(daysOfYear), exact(24 * 60)), exact(12));
  return percentOf(minutes, subtract(exact(100), exact('99.99')));
}

function isAvailable(down: number, counted: number, digits: number, percent: string | number): void {
  const actual = availabilityPercent(down, counted);
  isFigure(actual && round(actual, digits), percent);
}

function inSeries(...targets: readonly string[]): Exact {
  return ceiling(
    targets.map((_, i) => ({ needed: 1, of: [`P${i}`] })),
    targets,
  );
}

/** What a service reaches that needs so many of these. */
function ceilingOf(needed: number, ...targets: readonly string[]): Exact {
  return ceiling([{ needed, of: targets.map((_, i) => `P${i}`) }], targets);
}

function ceiling(needs: readonly Needs[], targets: readonly string[]): Exact {
  const { percent } = availabilityCeiling('S', {
    target: (name) => targets[Number(name.slice(1))],
    dependsOn: (name) => (name === 'S' ? needs : []),
  });
  assert.ok(percent);
  return percent;
}
