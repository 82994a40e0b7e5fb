import type { When } from '../model/value.ts';
import { zoneAbbreviations } from './deceptive-words.ts';
import { vagueDays, weekdaysAt } from './days.ts';
import { ofWords, ordinals, perWords, recurrences, units, weekdays } from './grammar-words.ts';
import { months } from './months.ts';
import { fail } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';
import { phraseAt, stretch, timesAt, tokensOf } from './tokens.ts';
import { readZone } from './zone.ts';

type Draft = { -readonly [K in keyof When]: When[K] };
type Step = { readonly next: number } | { readonly failure: Failure } | undefined;

/**
 * "Tuesday 09:30", "second Thursday of March 13:00", "last working day", "day 15", "even weeks
 * Monday", "första söndagen 02.00-06.00", "Tuesday 09:30 Asia/Kolkata". Each part stands at most once.
 */
export function readWhen(part: Part): Outcome<When> {
  const tokens = tokensOf(part);
  const when: Draft = {};
  let at = 0;
  while (at < tokens.length) {
    const step = stepAt(tokens, at, when);
    if (step && 'failure' in step) return step;
    if (!step) return fail(stretch(tokens, at) ?? part, 'notWhen');
    at = step.next;
  }
  const hasDay = when.weekdays !== undefined || when.day !== undefined;
  if (!hasDay && (when.from === undefined || when.month !== undefined)) return fail(part, 'notWhen');
  return { value: when };
}

function stepAt(tokens: readonly Part[], at: number, when: Draft): Step {
  const hasDay = when.weekdays !== undefined || when.day !== undefined;
  const afterTime = when.from !== undefined;
  const recurrence = phraseAt(tokens, at, recurrences);
  if (recurrence?.found === 'even weeks' || recurrence?.found === 'odd weeks') {
    if (when.parity !== undefined) return undefined;
    when.parity = recurrence.found === 'even weeks' ? 'even' : 'odd';
    return skipComma(tokens, recurrence.next);
  }
  if (hasDay && tokens[at]?.text === ',' && at + 1 < tokens.length) return { next: at + 1 };
  const isMonth = ofWords.has(tokens[at]?.text ?? '') || perWords.has(tokens[at]?.text ?? '');
  const month = isMonth ? months.get(tokens[at + 1]?.text ?? '') : undefined;
  if (month !== undefined) {
    if (!hasDay || when.month !== undefined) return undefined;
    when.month = month;
    return { next: at + 2 };
  }
  if (!hasDay && !afterTime) {
    const step = dayAt(tokens, at, when);
    if (step) return step;
  }
  if (!afterTime) {
    const times = timesAt(tokens, at);
    if (times && 'failure' in times) return times;
    if (!times) return undefined;
    when.from = times.from;
    if (times.to !== undefined) when.to = times.to;
    return { next: times.next };
  }
  return when.zone === undefined ? zoneAt(tokens, at, when) : undefined;
}

function dayAt(tokens: readonly Part[], at: number, when: Draft): Step {
  const vague = vagueDays(tokens, at);
  if (vague) return vague;
  const ordinal = phraseAt(tokens, at, ordinals);
  if (ordinal) {
    const weekday = weekdays.get(tokens[ordinal.next]?.text ?? '');
    if (weekday !== undefined) {
      when.nth = ordinal.found;
      when.weekdays = [weekday];
      return { next: ordinal.next + 1 };
    }
    const unit = phraseAt(tokens, ordinal.next, units);
    if (unit?.found.unit !== 'day' || !unit.found.working) return undefined;
    when.nth = ordinal.found;
    when.day = 'working';
    return { next: unit.next };
  }
  const unit = units.get(tokens[at]?.text ?? '');
  const number = tokens[at + 1];
  if (unit?.unit === 'day' && !unit.working && number && /^\d{1,6}$/.test(number.text)) {
    const day = Number(number.text);
    if (day < 1 || day > 31) return fail(number, 'noSuchDay');
    when.day = day;
    return { next: at + 2 };
  }
  const each = phraseAt(tokens, at, recurrences);
  const days =
    weekdaysAt(tokens, at) ?? (each?.found === 'every' ? weekdaysAt(tokens, each.next) : undefined);
  if (!days) return undefined;
  when.weekdays = days.days;
  return { next: days.next };
}

function zoneAt(tokens: readonly Part[], at: number, when: Draft): Step {
  const rest = stretch(tokens, at);
  if (!rest || (!rest.text.includes('/') && rest.text !== 'utc' && !zoneAbbreviations.has(rest.text)))
    return undefined;
  const zone = readZone(rest);
  if (zone.failure) return zone;
  when.zone = zone.value;
  return { next: tokens.length };
}

function skipComma(tokens: readonly Part[], at: number): Step {
  return { next: tokens[at]?.text === ',' && at + 1 < tokens.length ? at + 1 : at };
}
