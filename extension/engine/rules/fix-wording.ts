import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { languageOf } from '../resolve/document-language.ts';
import { onceEach, onceFor } from '../values/once-for.ts';
import { inLanguage, titleFor } from '../values/wording.ts';
import type { FixDraft } from './define.ts';
import type { WordedFix } from './remark.ts';

/** A fix in the words of the document that it changes. */
export function fixWording({ title, safe = false, edits }: FixDraft, view: View | undefined): WordedFix {
  const first = edits[0]?.document;
  const language = first && 'kind' in first && view ? languagesIn(view)(first) : 'en';
  return {
    title: titleFor(title, language),
    safe,
    edits: edits.map((edit) => ({ ...edit, text: inLanguage(edit.text, language) })),
  };
}

/** To tell it may take a look at every heading: once a document, however many fixes there are. */
const languagesIn = onceFor((view: View) =>
  onceEach((document: GovernedDocument) => languageOf(document, view)),
);
