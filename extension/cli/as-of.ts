import { Temporal } from 'temporal-polyfill/implementation';
import type { IsoDate } from '../engine/model/value.ts';
import { UsageError } from './shell.ts';

/** A day that `--as-of` gives; throws a UsageError where it is none. */
export function asOfGiven(text: string): IsoDate {
  const form = /^\d{4}-\d{2}-\d{2}$/.test(text);
  try {
    if (form) return Temporal.PlainDate.from(text).toString();
  } catch {
    // such as the 30th of February
  }
  throw new UsageError(
    `--as-of "${text}" is ${form ? 'no day of the calendar' : 'not a date'}. Write year, month and day, for example 2026-11-23.`,
  );
}
