import type { Language, TitleWording, Wording } from '../model/language.ts';
import type { Said } from '../model/said.ts';

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

/** A title that names what its fix writes in documents of each language. */
export function titleInEach(write: (language: Language) => Said): TitleWording {
  return { en: write('en'), sv: write('sv') };
}

/** The title for documents of one language. */
export function titleFor(title: TitleWording, language: Language): Said {
  return 'template' in title ? title : title[language];
}
