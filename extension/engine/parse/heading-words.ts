import { fold } from '../values/fold.ts';
import { numberedParts } from '../values/grammar-words.ts';

/** A longer heading names no section, whatever stands before its words. */
const lettersAtMost = 200;

/**
 * The words of a heading without what people put around them: its number ("2.1", "IV.", "§ 4", "Section 4:"),
 * marks and pictures, a remark in brackets or an anchor in braces, a colon.
 */
export function headingWords(text: string): string {
  let words = fold(text);
  if (words.length > lettersAtMost) return words;
  for (let i = 0; i < 2; i++) words = withoutRemark(withoutMarks(words));
  // A part may be numbered within another: "Part B: 4.1 Incidents".
  for (let i = 0; i < 2; i++) words = withoutMarks(withoutNumber(words));
  return words;
}

function withoutMarks(words: string): string {
  return words.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N})}\]]+$/u, '');
}

function withoutRemark(words: string): string {
  const open = /[)}]$/.test(words) ? Math.max(words.lastIndexOf('('), words.lastIndexOf('{')) : -1;
  return open > 0 ? words.slice(0, open) : words;
}

function withoutNumber(words: string): string {
  const space = words.indexOf(' ');
  const isPart = space > 0 && numberedParts.has(words.slice(0, space));
  const rest = isPart ? words.slice(space + 1) : words;
  const number = (isPart ? numberOfPart : bareNumber).exec(rest)?.[0];
  return number === undefined ? words : rest.slice(number.length);
}

/** A number stands alone; a letter or a Roman number needs what divides it from the words. */
const bareNumber =
  /^(?:\d{1,4}(?:\.\d{1,4}){0,8}[a-z]?(?: ?[.):|/-]{1,3} ?| )|(?:[a-z]|[ivx]{1,6})(?: ?[.):|/-]{1,3} ))/;
const numberOfPart =
  /^(?:\d{1,4}(?:\.\d{1,4}){0,8}[a-z]?|[a-z](?:\.?\d{1,4})?|[ivx]{1,6})(?: ?[.):|/-]{1,3} ?| )/;
