import type { Every } from '../model/value.ts';
import { ordinals, recurrences, units } from './grammar-words.ts';
import { fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { phraseAt, tokensOf } from './tokens.ts';

/** "week", "2 weeks", "varannan vecka", "every third month", "even weeks": every `n` calendar units. */
export function readEvery(part: Part): Outcome<Every> {
  const tokens = tokensOf(part);
  const recurrence = phraseAt(tokens, 0, recurrences);
  const at = recurrence?.next ?? 0;
  if (recurrence?.found === 'even weeks' || recurrence?.found === 'odd weeks') {
    const parity = recurrence.found === 'even weeks' ? 'even' : 'odd';
    return at === tokens.length ? { value: { n: 2, unit: 'week', parity } } : fail(part, 'notEvery');
  }
  if (recurrence?.found === 'every second') return everyUnit(part, tokens, at, 2);
  const number = tokens[at]?.text ?? '';
  if (/^\d{1,3}$/.test(number) && Number(number) > 0) return everyUnit(part, tokens, at + 1, Number(number));
  const ordinal = recurrence ? ordinals.get(number) : undefined;
  if (ordinal !== undefined && ordinal > 1) return everyUnit(part, tokens, at + 1, ordinal);
  return everyUnit(part, tokens, at, 1);
}

function everyUnit(part: Part, tokens: readonly Part[], at: number, n: number): Outcome<Every> {
  const found = phraseAt(tokens, at, units);
  const unit = found?.found.unit;
  if (!found || found.next !== tokens.length || found.found.working) return fail(part, 'notEvery');
  if (unit === undefined || unit === 'second' || unit === 'minute' || unit === 'hour')
    return fail(part, 'notEvery');
  return { value: { n, unit } };
}
