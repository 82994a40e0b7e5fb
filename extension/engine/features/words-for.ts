import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec } from '../model/schema.ts';
import { wordIn } from '../values/words-in.ts';
import type { TemplateLanguage } from './scaffold.ts';

/** The words that a value may be, as documents of that language write them; none where it is no word of a list. */
export function wordsFor({ type }: FieldSpec, language: TemplateLanguage): readonly string[] {
  if (type.is !== 'word') return [];
  return catalogue.words[type.list].words.map(({ word }) => wordIn(language, type.list, word));
}
