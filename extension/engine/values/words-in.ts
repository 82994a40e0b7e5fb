import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec, SectionSpec, WordListKey } from '../model/schema.ts';

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
