import type { DateValue, IsoDate, RelativeDate } from '../model/value.ts';
import { readDuration } from './duration.ts';
import { anchors, yesNoWords } from './grammar-words.ts';
import { cut, fail, partOf, writtenRange, written } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { looksLikeDate, readPlainDate } from './plain-date.ts';

/**
 * A plain date, or one counted from a named date: "end - 14 days", "sprint 5 + 5 days",
 * "Pilot + 2 weeks". A name may itself hold " - ": the last plus or minus counts. An anchor alone
 * is that day; of milestones only with a length, since a lone text could be anything.
 */
export function readDate(part: Part): Outcome<DateValue> {
  if (looksLikeDate(part.text)) return readPlainDate(part);
  const bare = fixedAnchor(part.text);
  if (bare !== undefined) {
    return { value: { anchor: bare, sign: '+', by: { n: '0', unit: 'day', working: false } } };
  }
  return readRelativeDate(part) ?? readPlainDate(part, 'notDate');
}

/** A plain date, or "yes" or "no". */
export function readDateOrYesNo(part: Part): Outcome<IsoDate | boolean> {
  const answer = yesNoWords.get(part.text);
  return answer === undefined ? readPlainDate(part, 'notDateOrYesNo') : { value: answer };
}

export function readYesNo(part: Part): Outcome<boolean> {
  const answer = yesNoWords.get(part.text);
  return answer === undefined ? fail(part, 'notYesNo') : { value: answer };
}

/** Whether a date is counted from a day that needs no name: `start`, `end`, `valid_from`, `held` or the end of a sprint. */
export function isFixedAnchor(anchor: string): boolean {
  return fixedAnchors.has(anchor) || /^sprint \d{1,4}$/.test(anchor);
}

const fixedAnchors: ReadonlySet<string> = new Set(anchors.values());

/** Those in English, without sprints. */
export const fixedAnchorNames: readonly string[] = [...fixedAnchors];

/** The characters in the text of a relative date that name what it is counted from: all of them where no length follows. */
export function anchorIn(text: string): { readonly from: number; readonly to: number } {
  const part = partOf(text);
  const operator = operatorIn(part.text);
  const [from, to] = writtenRange(operator < 0 ? part : cut(part, 0, operator));
  return { from, to };
}

/** A name may itself hold " - ": the last plus or minus counts. */
function operatorIn(text: string): number {
  return Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
}

function readRelativeDate(part: Part): Outcome<RelativeDate> | undefined {
  const { text } = part;
  const operator = operatorIn(text);
  const anchorPart = cut(part, 0, Math.max(operator, 0));
  const lengthPart = cut(part, operator + 1);
  if (operator < 1 || anchorPart.text === '' || !/^[\dp]/.test(lengthPart.text)) return undefined;
  const fixed = fixedAnchor(anchorPart.text);
  // "2027-6-30" and "Wave-2 weeks" have no operator: it stands between spaces, save after a known word.
  if (fixed === undefined && (text[operator - 1] !== ' ' || !/[\p{L}]/u.test(anchorPart.text)))
    return undefined;
  const length = readDuration(lengthPart);
  if (length.failure) return length.failure.id === 'notDuration' && fixed === undefined ? undefined : length;
  const anchor = fixed ?? written(anchorPart);
  return { value: { anchor, sign: text[operator] === '+' ? '+' : '-', by: length.value } };
}

/** The English form of an anchor that is no milestone. */
function fixedAnchor(text: string): string | undefined {
  const sprint = /^sprint (\d{1,4})$/.exec(text);
  if (sprint) return `sprint ${Number(sprint[1])}`;
  return anchors.get(text);
}
