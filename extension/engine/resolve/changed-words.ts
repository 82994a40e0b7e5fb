import { quote } from '../values/quote.ts';

const charactersAtMost = 60;
/** Of what both texts say, so much stands beside what only one of them says. */
const wordsBeside = 2;
const charactersBeside = 12;

/** A text as a list of changes shows it. */
export function shortText(text: string): string {
  return quote(text, charactersAtMost);
}

/**
 * Two texts as they are held against each other: of long ones what they have in common is left out, all but a few words, or
 * within a word that is long itself, a few characters.
 */
export function changedWords(before: string, now: string): readonly [string, string] {
  const whole = [shortText(before), shortText(now)] as const;
  if (Math.max(before.length, now.length) <= charactersAtMost || before === '' || now === '') return whole;
  const words = excerpts(wordsOf(before), wordsOf(now), wordsBeside, ' ');
  return words[0] === words[1] ? excerpts([...before], [...now], charactersBeside, '') : words;
}

function excerpts(
  old: readonly string[],
  fresh: readonly string[],
  beside: number,
  between: string,
): readonly [string, string] {
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const from = Math.max(0, start - beside);
  const behind = Math.max(0, end - beside);
  const excerpt = (parts: readonly string[]): string => {
    const inner = parts.slice(from, parts.length - behind).join(between);
    return shortText(`${from > 0 ? `…${between}` : ''}${inner}${behind > 0 ? `${between}…` : ''}`);
  };
  return [excerpt(old), excerpt(fresh)];
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
