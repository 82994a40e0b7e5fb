import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Language } from '../model/language.ts';
import { languageOf } from '../resolve/document-language.ts';
import { inLanguage, titleFor } from '../values/wording.ts';
import type { FixDraft } from './define.ts';
import type { WordedFix } from './remark.ts';

/** Puts fixes in the words of the documents that they change. */
export function fixWording(view: View | undefined): (fix: FixDraft) => WordedFix {
  const languages = new Map<GovernedDocument, Language>();

  return ({ title, safe = false, edits }) => {
    const language = edits[0] ? languageIn(edits[0].document, view, languages) : 'en';
    return {
      title: titleFor(title, language),
      safe,
      edits: edits.map((edit) => ({ ...edit, text: inLanguage(edit.text, language) })),
    };
  };
}

/** To tell it may take a look at every heading: once a rule and document, however many fixes there are. */
function languageIn(
  document: GovernedDocument,
  view: View | undefined,
  known: Map<GovernedDocument, Language>,
): Language {
  let language = known.get(document);
  if (language === undefined) known.set(document, (language = view ? languageOf(document, view) : 'en'));
  return language;
}
