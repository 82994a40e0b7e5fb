import type { Language } from '../engine/model/language.ts';
import { english, type ReportLanguage } from '../engine/text.ts';

/** What is said or written in a language; its texts are loaded when they are first asked for. */
export async function languageNamed(code: Language): Promise<ReportLanguage> {
  return code === 'en' ? english : (await import('./swedish.ts')).swedish;
}
