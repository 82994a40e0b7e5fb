import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { KindKey } from '../model/schema.ts';
import { wordMeant } from '../values/words-in.ts';
import { templates } from './generated/templates.ts';

/**
 * The template of a kind, `templates/<language>/<kind>.md`; where one of its values is a word that has a template of
 * its own, that one: `record-change.md` for a record of type "change", in whatever language the type is written.
 */
export function templateOf(kind: KindKey, language: Language, values: ReadonlyMap<string, string>): string {
  const known = templates[language];
  const own = catalogue.kinds[kind].keys.flatMap(({ key, type }) => {
    const word = type.is === 'word' ? wordMeant(type.list, values.get(key) ?? '') : undefined;
    return known[`${kind}-${word}`] ?? [];
  });
  const template = own[0] ?? known[kind];
  if (template === undefined) throw new Error(`There is no template of "${kind}": nobody begins one.`);
  return template;
}
