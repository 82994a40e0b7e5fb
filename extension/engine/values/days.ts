import type { Weekday } from '../model/value.ts';
import { exceptHolidaysWords, vagueDayWords } from './deceptive-words.ts';
import { andWords, everyDayWords, toWords, weekdays } from './grammar-words.ts';
import { fail, written } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';
import { phraseAt, stretch, tokensOf } from './tokens.ts';

/** "Monday-Friday", "Mon, Wed", "every day", "söndag-torsdag": the days in the order of the week. */
export function readDays(part: Part): Outcome<readonly Weekday[]> {
  const tokens = tokensOf(part);
  const vague = vagueDays(tokens, 0);
  if (vague) return vague;
  const days = weekdaysAt(tokens, 0);
  if (days === undefined || days.next !== tokens.length) return fail(part, 'notDays');
  return { value: days.days };
}

/** Days at a token: a list, ranges, or every day. A comma behind them is taken along. */
export function weekdaysAt(
  tokens: readonly Part[],
  at: number,
): { readonly days: readonly Weekday[]; readonly next: number } | undefined {
  const all = phraseAt(tokens, at, { get: (form) => everyDayWords.has(form) || undefined });
  if (all) return { days: [1, 2, 3, 4, 5, 6, 7], next: all.next };
  const days = new Set<Weekday>();
  let next = at;
  for (;;) {
    const first = weekdays.get(tokens[next]?.text ?? '');
    if (first === undefined) break;
    const joint = tokens[next + 1]?.text ?? '';
    const last = joint === '-' || toWords.has(joint) ? weekdays.get(tokens[next + 2]?.text ?? '') : undefined;
    for (const day of daysBetween(first, last ?? first)) days.add(day);
    next += last === undefined ? 1 : 3;
    const separator = tokens[next]?.text ?? '';
    if (separator === ',') next++;
    else if (andWords.has(separator) && weekdays.has(tokens[next + 1]?.text ?? '')) next++;
    else break;
  }
  return days.size === 0 ? undefined : { days: [...days].sort((a, b) => a - b), next };
}

/** Words that leave open which days, and "helgfri" before days. */
export function vagueDays(tokens: readonly Part[], at: number): { readonly failure: Failure } | undefined {
  const vague = phraseAt(tokens, at, vagueDayWords);
  const words = vague && stretch(tokens, at, vague.next - 1);
  if (vague && words) return fail(words, 'vagueDays', {}, [vague.found]);
  if (!exceptHolidaysWords.has(tokens[at]?.text ?? '')) return undefined;
  const inner = vagueDays(tokens, at + 1);
  const days = weekdaysAt(tokens, at + 1);
  const lastToken =
    tokens[(days?.next ?? 0) - 1]?.text === ',' ? (days?.next ?? 0) - 2 : (days?.next ?? 0) - 1;
  const whole = stretch(tokens, at, days ? lastToken : at);
  const kept = days && stretch(tokens, at + 1, lastToken);
  if (!whole) return undefined;
  return fail(whole, 'holidaysElsewhere', {}, kept ? [written(kept)] : (inner?.failure.replacements ?? []));
}

/** From one day to another, over the end of the week where the second comes first. */
function daysBetween(first: Weekday, last: Weekday): readonly Weekday[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => (((first - 1 + i) % 7) + 1) as Weekday);
}
