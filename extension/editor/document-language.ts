import type { TemplateLanguage } from '../engine/editing.ts';
import type { Said } from '../engine/model/said.ts';
import { createLanguage } from '../language/language.ts';
import type { EngineModule } from './host.ts';
import type { ReadSwedish } from './read-swedish.ts';

/** How a sentence is written into a document. */
export type SayInDocument = (said: Said) => string;

/**
 * How sentences are written into a document of a language, which need not be that of the editor: as the command line
 * writes them. Rejects where the texts cannot be read.
 */
export async function sayInDocument(
  language: TemplateLanguage,
  { english }: Pick<EngineModule, 'english'>,
  readSwedish: ReadSwedish,
): Promise<SayInDocument> {
  return language === 'sv' ? createLanguage(await readSwedish()).say : english.say;
}
