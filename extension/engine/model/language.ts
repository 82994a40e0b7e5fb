import type { Said } from './said.ts';

/** The languages that documents are written in. */
export type Language = 'en' | 'sv';

/** A text that a fix shows or writes: the same in every document, or one for each language of documents. */
export type Wording = string | Readonly<Record<Language, string>>;

/** The title of a fix, where it names what the fix writes: the same for every document, or one for each language of documents. */
export type TitleWording = Said | Readonly<Record<Language, Said>>;
