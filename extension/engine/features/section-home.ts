import type { GovernedDocument, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';
import { createVocabulary, foldHeading, type Aliases } from '../parse/vocabulary.ts';

/**
 * The kind whose document a section of the engagement document may move to. Undefined where it is at home there, or where
 * it belongs to kinds of which one is never enough, since each of those stands for one procedure or one day.
 */
export function homeOf(key: SectionKey): KindKey | undefined {
  const { kind, ownKindOnly } = catalogue.sections[key];
  const others = Object.values(catalogue.kinds).filter(({ sections }) => sections.includes(key));
  const home = [catalogue.kinds[kind], ...others].find((one) => one.key !== 'engagement');
  return !home || home.isSeries || ownKindOnly ? undefined : home.key;
}

/** Whether the documents of a kind normally hold a section. */
export function isAtHome({ kind }: GovernedDocument, key: SectionKey): boolean {
  return catalogue.sections[key].kind === kind || catalogue.kinds[kind].sections.includes(key);
}

/** Sections that what was typed may mean: by heading or key, or by the kind whose sections they all are. */
export function sectionsMeant(
  asked: string,
  sections: readonly Section[],
  aliases: Aliases,
): readonly Section[] {
  const vocabulary = createVocabulary(catalogue, aliases);
  const words = asked.replace(/[_-]+/g, ' ').trim();
  const named = new Set(vocabulary.sectionsNamed(words).map(({ key }) => key));
  const found = sections.filter(
    ({ key, heading }) => named.has(key) || foldHeading(heading.text) === foldHeading(asked),
  );
  if (found.length > 0 || named.size > 0) return found;
  const kinds = [vocabulary.kindNamed(asked) ?? [], vocabulary.kindsCalled(words)].flat();
  return sections.filter(({ key }) => kinds.some((kind) => kind.key === homeOf(key)));
}
