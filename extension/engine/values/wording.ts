import type { Language, Wording } from '../model/language.ts';

/** A text that is made anew for each language; one text where that makes no difference. */
export function inEachLanguage(write: (language: Language) => string): Wording {
  const [en, sv] = [write('en'), write('sv')];
  return en === sv ? en : { en, sv };
}

/** The text for documents of one language. */
export function inLanguage(wording: Wording, language: Language): string {
  return typeof wording === 'string' ? wording : wording[language];
}

/** A text around one that may differ by language. */
export function around(wording: Wording, write: (text: string) => string): Wording {
  return inEachLanguage((language) => write(inLanguage(wording, language)));
}
