import { knownLanguage } from '../resolve/document-language.ts';
import type { TemplateLanguage } from './scaffold.ts';

export const templateLanguages: readonly TemplateLanguage[] = ['en', 'sv'];

/** The first of these languages that templates are written in, "sv-SE" as "sv"; without one English. */
export function templateLanguage(...wanted: readonly (string | undefined)[]): TemplateLanguage {
  return wanted.map(knownLanguage).find((language) => language !== undefined) ?? 'en';
}
