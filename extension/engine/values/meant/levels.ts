import type { Wording } from '../../model/language.ts';
import { levelWords } from '../grammar-words.ts';

/** A level with the word for it before its number: "L1", "Level 2", "Tier 3", "Nivå 1". Folded. */
export function levelsMeant(text: string): readonly Wording[] {
  const [, word = '', number = ''] = /^(\p{L}{1,10})[ .-]?(\d{1,2})$/u.exec(text) ?? [];
  return levelWords.has(word) ? [number] : [];
}

/** A score as its level, in parts of a hundred as in "25 %", or in stars, of which some may be empty. */
export function scoresMeant(text: string): readonly Wording[] {
  const range = rangeMeant(text);
  if (range.length > 0) return range;
  const percent = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%$/.exec(text)?.[1];
  if (percent !== undefined) return [percent];
  const stars = /^((?:[⭐★]\ufe0f? ?){1,10})(?:[☆✩]\ufe0f? ?){0,10}$/u.exec(text)?.[1];
  return stars === undefined ? levelsMeant(text) : [String(stars.match(/[⭐★]/gu)!.length)];
}

/** The ends of "4-5", of which one is meant. Folded. */
export function rangeMeant(text: string): readonly Wording[] {
  const [, low, high] = /^(\d{1,2}) ?(?:-|to|till|or|eller) ?(\d{1,2})$/.exec(text) ?? [];
  return low === undefined || high === undefined || low === high ? [] : [low, high];
}
