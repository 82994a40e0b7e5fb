import type { ClockTime, Hours } from '../model/value.ts';
import { exceptHolidaysWords, vagueDayWords } from './deceptive-words.ts';
import { andWords, clockWords, fixedHours } from './grammar-words.ts';
import { vagueDays, weekdaysAt } from './days.ts';
import { fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { phraseAt, timesAt, tokensOf } from './tokens.ts';

/**
 * "24x7", "office hours", "08:00-17:00", "Monday-Saturday 06:00-22:00", "08:00-12:00, 13:00-17:00".
 * A text that is no pattern of times is the name of a team, which is looked up elsewhere.
 */
export function readHours(part: Part): Outcome<Hours> {
  const fixed = fixedHours.get(part.text);
  if (fixed !== undefined) return { value: { kind: fixed === '24x7' ? 'always' : 'office' } };
  const tokens = tokensOf(part);
  const hasTimes = /\d[:.]\d\d(?!\d)|\d ?- ?\d|\d ?[ap]m\b/.test(part.text);
  if (hasTimes || isDaysAlone(tokens)) {
    const vague = vagueDays(tokens, 0);
    if (vague) return vague;
  } else if (!/^\d/.test(part.text) && !clockWords.has(tokens[0]?.text ?? '')) {
    return { value: { kind: 'team', team: written(part) } };
  }
  const days = weekdaysAt(tokens, 0);
  const spans: { readonly from: ClockTime; readonly to: ClockTime }[] = [];
  for (let at = days?.next ?? 0; at < tokens.length;) {
    if (spans.length > 0) {
      const separator = tokens[at]?.text ?? '';
      if (separator !== ',' && !andWords.has(separator)) return fail(part, 'notHours');
      at++;
    }
    const times = timesAt(tokens, at);
    if (times && 'failure' in times) return times;
    if (times?.to === undefined) return fail(part, 'notHours');
    spans.push({ from: times.from, to: times.to });
    at = times.next;
  }
  if (spans.length === 0) return fail(part, 'notHours');
  return { value: { kind: 'times', ...(days ? { days: days.days } : {}), spans } };
}

/** Days without times are no hours, and no name of a team either. */
function isDaysAlone(tokens: readonly Part[]): boolean {
  const first = exceptHolidaysWords.has(tokens[0]?.text ?? '') ? 1 : 0;
  const days = phraseAt(tokens, first, vagueDayWords) ?? weekdaysAt(tokens, first);
  return days?.next === tokens.length;
}
