import type { Decimal } from '../model/value.ts';
import { allowedDownSeconds, spentDownSeconds } from './availability.ts';
import { percentage } from './decimal.ts';

export interface ErrorBudget {
  readonly allowedSeconds: number;
  readonly spentSeconds: number;
  /** Negative when spent. */
  readonly leftSeconds: number;
  /** Two decimals; undefined where nothing is allowed. */
  readonly consumedPercent: Decimal | undefined;
}

/**
 * What an availability result leaves of the downtime that its target allows (rules.md section 3,
 * error-budget). Target and result in percent; the seconds shown add up.
 */
export function errorBudget(
  target: Decimal,
  result: Decimal,
  countedSeconds: number,
  perMinute = false,
): ErrorBudget {
  const allowedSeconds = allowedDownSeconds(target, countedSeconds, perMinute);
  const spentSeconds = spentDownSeconds(result, countedSeconds);
  return {
    allowedSeconds,
    spentSeconds,
    leftSeconds: allowedSeconds - spentSeconds,
    consumedPercent: percentage(spentSeconds, allowedSeconds, 2),
  };
}
