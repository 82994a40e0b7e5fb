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

/**
 * The sections of a kind that hold for one another within one document, such as service levels and their credits: those
 * whose names are known there alone, and those that the kind is about. Empty where they do not need each other.
 */
export function boundSections({ sections }: GovernedDocument, kind: KindKey): readonly Section[] {
  const { lead, leadAnywhere } = catalogue.kinds[kind];
  const own = [...sections.values()].filter(({ key }) => homeOf(key) === kind);
  const isBound = own.some(({ spec }) => spec.reach === 'document');
  if (leadAnywhere || !isBound) return [];
  return own.filter(({ key, spec }) => spec.reach === 'document' || lead.includes(key));
}

/** Whether the documents of a kind normally hold a section. */
export function isAtHome({ kind }: GovernedDocument, key: SectionKey): boolean {
  return catalogue.sections[key].kind === kind || catalogue.kinds[kind].sections.includes(key);
}

/**
 * Sections that what was typed may mean: by heading, name or key; else by the kind whose sections they all are; else by
 * whatever the heading of a section may be called.
 */
export function sectionsMeant(
  asked: string,
  sections: readonly Section[],
  aliases: Aliases,
): readonly Section[] {
  const vocabulary = createVocabulary(catalogue, aliases);
  const words = foldHeading(asked.replace(/[_-]+/g, ' ').trim());
  const kinds = [vocabulary.kindNamed(asked) ?? [], vocabulary.kindsCalled(words)].flat();
  const named = new Set(vocabulary.sectionsNamed(words).map(({ key }) => key));
  const readings = [
    sections.filter(
      ({ heading, spec }) =>
        [heading.text, spec.title, spec.titleSv].some((title) => foldHeading(title) === words) ||
        foldHeading(heading.text) === foldHeading(asked),
    ),
    sections.filter(({ key }) => kinds.some((kind) => kind.key === homeOf(key))),
    sections.filter(({ key }) => named.has(key)),
  ];
  return readings.find((found) => found.length > 0) ?? [];
}
