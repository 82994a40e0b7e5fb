import { Temporal } from 'temporal-polyfill/implementation';
import type { IsoDate } from '../engine/model/value.ts';
import { asOfBounds, isWithinBounds } from '../engine/index.ts';
import { UsageError } from './shell.ts';

/** A day that `--as-of` gives; throws a UsageError where it is none, or one that no engagement reaches. */
export function asOfGiven(text: string): IsoDate {
  const day = dayIn(text);
  if (day !== undefined && isWithinBounds(day, asOfBounds)) return day;
  const years = `${asOfBounds.first.slice(0, 4)} to ${asOfBounds.last.slice(0, 4)}`;
  const problem =
    day !== undefined
      ? `lies outside of the years ${years}`
      : datePattern.test(text)
        ? 'is no day of the calendar'
        : 'is not a date';
  throw new UsageError(`--as-of "${text}" ${problem}. Write year, month and day, for example 2026-11-23.`);
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

function dayIn(text: string): IsoDate | undefined {
  try {
    return datePattern.test(text) ? Temporal.PlainDate.from(text).toString() : undefined;
  } catch {
    // such as the 30th of February
    return undefined;
  }
}
