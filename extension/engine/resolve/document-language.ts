import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Language } from '../model/language.ts';
import { fold } from '../values/fold.ts';

/**
 * The language of the words of a document: as its `language` says, else that of the engagement document, else
 * that of the config, else as its own headings are. A language that no words are known in says nothing.
 */
export function languageOf(
  document: GovernedDocument,
  { lead, defaultLanguage }: Pick<View, 'lead' | 'defaultLanguage'>,
): Language {
  return (
    knownLanguage(document.keys.language?.value) ??
    knownLanguage(lead?.keys.language?.value) ??
    defaultLanguage ??
    (hasSwedishHeadings(document) ? 'sv' : 'en')
  );
}

/** "sv-SE" as "sv"; undefined where documents are not written in it. */
export function knownLanguage(tag: string | undefined): Language | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return language === 'en' || language === 'sv' ? language : undefined;
}

function hasSwedishHeadings({ sections }: GovernedDocument): boolean {
  const all = [...sections.values()];
  const swedish = all.filter(({ heading, spec }) => fold(heading.text) === fold(spec.titleSv));
  return swedish.some(({ spec }) => fold(spec.titleSv) !== fold(spec.title)) && swedish.length === all.length;
}
