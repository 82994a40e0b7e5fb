import type { Field } from '../model/document.ts';
import type { Wording } from '../model/language.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import { wholeEdit } from '../values/whole-edit.ts';
import { around, inEachLanguage, inLanguage } from '../values/wording.ts';
import type { FixDraft } from './define.ts';

/** Offers a text for some characters of a value. The edit holds the whole value, of a YAML list the whole entry; the title has the text, or another form of it. */
export function replacement(
  { document, source }: Pick<Field, 'document' | 'source'>,
  span: Span,
  text: Wording,
  shown: Wording = text,
): FixDraft {
  const stretches = [...(source.items ?? []), source].map((one) => one.span);
  const editOf = (its: string): ReturnType<typeof wholeEdit> =>
    wholeEdit(document.text, stretches, span, its);
  return {
    title: around(shown, (its) => `Replace by "${quote(its)}"`),
    edits: [
      {
        document,
        span: editOf('').span,
        text: inEachLanguage((language) => editOf(inLanguage(text, language)).text),
      },
    ],
  };
}
