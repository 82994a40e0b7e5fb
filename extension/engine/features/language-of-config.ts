import type { Language } from '../model/language.ts';
import { readConfig } from '../parse/config.ts';

/** The language that the text of a config asks for; undefined where it names none that there is. */
export function languageOfConfig(text: string): Language | undefined {
  return readConfig(text, () => true, []).config.language;
}
