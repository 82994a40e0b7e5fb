import { Temporal } from 'temporal-polyfill/implementation';
import { say, type Said } from '../engine/model/said.ts';
import type { IsoDate } from '../engine/model/value.ts';
import { asOfBounds, isWithinBounds } from '../engine/index.ts';
import { UsageError } from './shell.ts';

/** A day that an option gives; throws a UsageError where it is none, or one that no engagement reaches. */
export function dayGiven(option: string, text: string): IsoDate {
  const day = dayIn(text);
  if (day !== undefined && isWithinBounds(day, asOfBounds)) return day;
  const problem = problemOf(option, text, day);
  throw new UsageError(
    say('{{problem}} Write year, month and day, for example {{example}}.', {
      problem,
      example: '2026-11-23',
    }),
  );
}

function problemOf(option: string, text: string, day: IsoDate | undefined): Said {
  if (day !== undefined)
    return say('{{option}} "{{text}}" lies outside of the years {{first}} to {{last}}.', {
      option,
      text,
      first: asOfBounds.first.slice(0, 4),
      last: asOfBounds.last.slice(0, 4),
    });
  return datePattern.test(text)
    ? say('{{option}} "{{text}}" is no day of the calendar.', { option, text })
    : say('{{option}} "{{text}}" is not a date.', { option, text });
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
