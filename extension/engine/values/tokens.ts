import type { ClockTime } from '../model/value.ts';
import { clockWords, toWords } from './grammar-words.ts';
import { cut, fail, joined } from './part.ts';
import type { Failure, Part } from './part.ts';

/** The words of a recurrence, with commas and dashes as words of their own; a zone stays whole. */
export function tokensOf(part: Part): readonly Part[] {
  const tokens: Part[] = [];
  const { text } = part;
  for (let at = 0; at < text.length;) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    let end = text.indexOf(' ', at);
    if (end < 0) end = text.length;
    const isZone = text.slice(at, end).includes('/');
    for (let i = at; i < end; i++) {
      if (text[i] !== ',' && (text[i] !== '-' || isZone)) continue;
      if (i > at) tokens.push(...clockAndTime(cut(part, at, i)));
      tokens.push(cut(part, i, i + 1));
      at = i + 1;
    }
    if (end > at) tokens.push(...clockAndTime(cut(part, at, end)));
    at = end;
  }
  return tokens;
}

/** "kl.13.00" without a space is two words. */
function clockAndTime(token: Part): readonly Part[] {
  const digit = token.text.search(/\d/);
  const isClock = digit > 0 && clockWords.has(token.text.slice(0, digit));
  return isClock ? [cut(token, 0, digit), cut(token, digit)] : [token];
}

/** Looks up the longest run of tokens, at most four, that is a form. */
export function phraseAt<T>(
  tokens: readonly Part[],
  at: number,
  forms: { get(form: string): T | undefined },
): { readonly found: T; readonly next: number } | undefined {
  for (let length = Math.min(4, tokens.length - at); length > 0; length--) {
    const form = tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join(' ');
    const found = forms.get(form);
    if (found !== undefined) return { found, next: at + length };
  }
  return undefined;
}

interface TimesAt {
  readonly from: ClockTime;
  readonly to?: ClockTime;
  readonly next: number;
}

/**
 * A time or a range of times: "09:30", "02.00-06.00", "kl. 2-6". Hours alone are read only behind
 * "kl." or "at". Undefined where no time stands; 24:00 only ends a range.
 */
export function timesAt(
  tokens: readonly Part[],
  at: number,
): TimesAt | { readonly failure: Failure } | undefined {
  const isClock = clockWords.has(tokens[at]?.text ?? '');
  const first = tokens[isClock ? at + 1 : at];
  const from = first && timeOf(first, isClock);
  if (!first || !from) return undefined;
  const next = at + (isClock ? 2 : 1);
  if (from.time === undefined || from.time === dayEnd) return fail(first, 'noSuchTime');
  const dash = tokens[next]?.text ?? '';
  const last = tokens[next + 1];
  const to = last && (dash === '-' || toWords.has(dash)) ? timeOf(last, isClock) : undefined;
  if (!last || !to) return { from: from.time, next };
  if (to.time === undefined) return fail(last, 'noSuchTime');
  return { from: from.time, to: to.time, next: next + 2 };
}

/** From one token to another, for a failure that names them all. */
export function stretch(tokens: readonly Part[], from: number, to = tokens.length - 1): Part | undefined {
  const first = tokens[from];
  const last = tokens[to];
  return first && last && joined(first, last);
}

const dayEnd = '24:00';

/** Undefined: no time. Without `time`: a time that no day has. */
function timeOf(token: Part, hourAlone: boolean): { readonly time?: ClockTime } | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(token.text);
  if (!match || (match[2] === undefined && !hourAlone)) return undefined;
  const [, hour = '', minute = '00'] = match;
  const inDay = Number(hour) <= 23 && Number(minute) <= 59;
  if (!inDay && !(Number(hour) === 24 && Number(minute) === 0)) return {};
  return { time: `${hour.padStart(2, '0')}:${minute}` };
}
