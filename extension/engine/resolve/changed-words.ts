import { quote } from '../values/quote.ts';

const charactersAtMost = 60;
/** Of what both texts say, so much stands beside what only one of them says. */
const wordsBeside = 2;

/** A text as a list of changes shows it. */
export function shortText(text: string): string {
  return quote(text, charactersAtMost);
}

/** Two texts as they are held against each other: of long ones what they have in common is left out, all but a few words. */
export function changedWords(before: string, now: string): readonly [string, string] {
  if (Math.max(before.length, now.length) <= charactersAtMost || before === '' || now === '')
    return [shortText(before), shortText(now)];
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const from = Math.max(0, start - wordsBeside);
  const behind = Math.max(0, end - wordsBeside);
  return [excerpt(old, from, behind), excerpt(fresh, from, behind)];
}

function excerpt(words: readonly string[], from: number, behind: number): string {
  const inner = words.slice(from, words.length - behind).join(' ');
  return shortText(`${from > 0 ? '… ' : ''}${inner}${behind > 0 ? ' …' : ''}`);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
