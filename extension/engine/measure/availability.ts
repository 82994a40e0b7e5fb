import type { Decimal } from '../model/value.ts';
import type { Exact } from './decimal.ts';
import { compare, exact, floor, percentOf, ratio, round, subtract } from './decimal.ts';

/**
 * The seconds that a service may be down (rules.md section 3, allowed-downtime; domain.md 4.2):
 * (100 - target) % of the counted seconds of the window, half up to whole seconds. Measured per
 * minute only whole minutes count, so it is the seconds of the whole minutes in it (domain.md G05).
 */
export function allowedDownSeconds(target: Decimal, countedSeconds: number, perMinute = false): number {
  const allowed = shortfall(target, countedSeconds);
  if (!perMinute) return Number(round(allowed, 0));
  return Number(floor(ratio(allowed.numerator, allowed.denominator * 60n))) * 60;
}

/** The seconds that a service was down by its result: (100 - result) % of the counted seconds, half up. */
export function spentDownSeconds(result: Decimal, countedSeconds: number): number {
  return Number(round(shortfall(result, countedSeconds), 0));
}

/** Availability in percent, exact; undefined where no time counts (domain.md A08, A11, G08). */
export function availabilityPercent(downSeconds: number, countedSeconds: number): Exact | undefined {
  if (countedSeconds === 0) return undefined;
  return ratio(BigInt(countedSeconds - downSeconds) * 100n, BigInt(countedSeconds));
}

/**
 * Whether so much downtime keeps the target, by whole numbers alone: exactly on target is met
 * (domain.md 4.1, 2 and 3, 4.10). Undefined where no time counts.
 */
export function keepsAvailability(
  downSeconds: number,
  countedSeconds: number,
  target: Decimal,
): boolean | undefined {
  const percent = availabilityPercent(downSeconds, countedSeconds);
  return percent && compare(percent, exact(target)) >= 0;
}

function shortfall(percent: Decimal, seconds: number): Exact {
  return percentOf(exact(seconds), subtract(exact(100), exact(percent)));
}
