import type { TemplateLanguage } from './scaffold.ts';

export const templateLanguages: readonly TemplateLanguage[] = ['en', 'sv'];

/** The first of these languages that templates are written in, "sv-SE" as "sv"; without one English. */
export function templateLanguage(...wanted: readonly (string | undefined)[]): TemplateLanguage {
  const known = wanted.map((each) =>
    templateLanguages.find((language) => each?.toLowerCase().split('-')[0] === language),
  );
  return known.find((language) => language !== undefined) ?? 'en';
}
