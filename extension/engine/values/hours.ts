import type { Hours, TimeSpan, Weekday } from '../model/value.ts';
import { exceptHolidaysWords, vagueDayWords } from './deceptive-words.ts';
import { andWords, clockWords, closedWords, fixedHours } from './grammar-words.ts';
import { vagueDays, weekdaysAt } from './days.ts';
import { hoursOfEntries, type HoursEntry } from './hours-entries.ts';
import { hoursMeant } from './meant/times.ts';
import { fail, partOf, written } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';
import { phraseAt, stretch, timesAt, tokensOf } from './tokens.ts';
import type { ValueMessageId } from './problems.ts';
import { inLanguage } from './wording.ts';

/**
 * "24x7", "office hours", "08:00-17:00", "Monday-Saturday 06:00-22:00", "08:00-12:00, 13:00-17:00",
 * "Monday-Thursday 08:00-17:00, Friday 08:00-16:00". A text that is no pattern of times is the name of a
 * team, which is looked up elsewhere.
 */
export function readHours(part: Part): Outcome<Hours> {
  const plain = readPlainHours(part);
  if (plain.failure?.id !== 'notHours' || part.text.length > charactersAtMost) return plain;
  // What is wrong with hours that only lack their minutes is not the minutes.
  for (const meant of hoursMeant(part.text)) {
    const { failure } = readPlainHours(partOf(inLanguage(meant, 'en')));
    if (failure && ofWholeText.has(failure.id)) return fail(part, failure.id, {}, failure.replacements);
  }
  return plain;
}

const charactersAtMost = 80;
/** Problems whose replacements are for the whole text. */
const ofWholeText: ReadonlySet<ValueMessageId> = new Set<ValueMessageId>(['daysTwice', 'hoursWithoutDays']);

function readPlainHours(part: Part): Outcome<Hours> {
  const fixed = fixedHours.get(part.text);
  if (fixed !== undefined) return { value: { kind: fixed === '24x7' ? 'always' : 'office' } };
  const tokens = tokensOf(part);
  const hasTimes = /\d[:.]\d\d(?!\d)|\d ?- ?\d|\d ?[ap]m\b/.test(part.text);
  if (!hasTimes && !isDaysFirst(tokens) && !/^\d/.test(part.text) && !clockWords.has(tokens[0]?.text ?? ''))
    return { value: { kind: 'team', team: written(part) } };
  const entries: Entry[] = [];
  for (let at = 0; at < tokens.length;) {
    if (at > 0) {
      const separator = tokens[at]?.text ?? '';
      if (separator === ',' || andWords.has(separator)) at++;
      else if (!weekdaysAt(tokens, at)) return fail(part, 'notHours');
    }
    const next = entryAt(tokens, at, entries);
    if (next === undefined) return fail(part, 'notHours');
    if (typeof next !== 'number') return next;
    at = next;
  }
  return hoursOfEntries(part, entries);
}

interface Entry extends HoursEntry {
  readonly spans: TimeSpan[];
}

/**
 * Reads times at a token into the last entry, or with days before them into one more. The token behind
 * them; undefined where no times stand.
 */
function entryAt(
  tokens: readonly Part[],
  at: number,
  entries: Entry[],
): number | { readonly failure: Failure } | undefined {
  const vague = vagueDays(tokens, at);
  if (vague) return vague;
  const days = weekdaysAt(tokens, at);
  const behind = days?.next ?? at;
  const entry = days || entries.length === 0 ? newEntry(tokens, at, days) : entries.at(-1)!;
  if (!entries.includes(entry)) entries.push(entry);
  const whole = days && phraseAt(tokens, behind, wholeDays);
  if (whole) {
    if (whole.found === 'always') entry.spans.push({ from: '00:00', to: '24:00' });
    return whole.next;
  }
  const times = timesAt(tokens, behind);
  if (times && 'failure' in times) return times;
  if (times?.to === undefined) return undefined;
  entry.spans.push({ from: times.from, to: times.to });
  return times.next;
}

function newEntry(tokens: readonly Part[], at: number, days: ReturnType<typeof weekdaysAt>): Entry {
  if (!days) return { spans: [] };
  const last = tokens[days.next - 1]?.text === ',' ? days.next - 2 : days.next - 1;
  const said = stretch(tokens, at, last);
  return {
    days: days.days satisfies readonly Weekday[],
    spans: [],
    ...(said && { said }),
  };
}

/** What stands behind days in the place of times: that they are open all the time, or not at all. */
const wholeDays = {
  get: (form: string): 'always' | 'closed' | undefined =>
    fixedHours.get(form) === '24x7' ? 'always' : closedWords.has(form) ? 'closed' : undefined,
};

/** Days without times are no hours, and no name of a team either; days that are open or closed as a whole are hours. */
function isDaysFirst(tokens: readonly Part[]): boolean {
  const first = exceptHolidaysWords.has(tokens[0]?.text ?? '') ? 1 : 0;
  const days = phraseAt(tokens, first, vagueDayWords) ?? weekdaysAt(tokens, first);
  if (!days) return false;
  return days.next === tokens.length || phraseAt(tokens, days.next, wholeDays) !== undefined;
}
