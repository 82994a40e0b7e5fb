import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec, SectionSpec, WordListKey } from '../model/schema.ts';
import { fold } from './fold.ts';

/** How documents of a language head a section or a column. */
export function titleIn(
  language: Language,
  { title, titleSv }: Pick<FieldSpec | SectionSpec, 'title' | 'titleSv'>,
): string {
  return language === 'sv' ? titleSv : title;
}

/** How documents of a language write a word of a list, given in English; any other text as it is. */
export function wordIn(language: Language, list: WordListKey, word: string): string {
  const known = catalogue.words[list].words.find((one) => one.word === word);
  return known && language === 'sv' ? known.sv : word;
}

/** The English word that a text is in either language; undefined where it is none of the list. */
export function wordMeant(list: WordListKey, text: string): string | undefined {
  return catalogue.words[list].words.find(({ forms }) => forms.includes(fold(text)))?.word;
}

/** A text that is a word of the list as documents of the other language write it, in this one; anything else as it is. */
export function wordFrom(language: Language, list: WordListKey, text: string): string {
  const written = fold(text);
  const known = catalogue.words[list].words.find(({ forms }) => forms.includes(written));
  if (!known || language === 'en') return known && fold(known.sv) === written ? known.word : text;
  return fold(known.word) === written ? known.sv : text;
}

/** What a word of a list is called in a sentence or a title: "service review" for `service-review`. */
export function wordTitle(language: Language, list: WordListKey, text: string): string {
  const word = wordFrom(language, list, text);
  const spaced = word.replace(/-/g, ' ');
  return wordMeant(list, spaced) === undefined ? word : spaced;
}
