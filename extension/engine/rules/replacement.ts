import type { Field } from '../model/document.ts';
import type { Wording } from '../model/language.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import { isPlainYaml } from '../values/plain-yaml.ts';
import { spanReplaced } from '../values/span-within.ts';
import { wholeEdit } from '../values/whole-edit.ts';
import { inEachLanguage, inLanguage, titleInEach } from '../values/wording.ts';
import type { FixDraft } from './define.ts';
import { say } from '../values/say.ts';

/** Offers a text for some characters of a value. The edit holds the whole value, of a YAML list the whole entry; the title has the text, or another form of it. */
export function replacement(
  { document, source }: Pick<Field, 'document' | 'source'>,
  span: Span,
  text: Wording,
  shown: Wording = text,
): FixDraft {
  const stretches = [...(source.items ?? []), source].map((one) => one.span);
  const editOf = (its: string): ReturnType<typeof wholeEdit> =>
    wholeEdit(document.text, stretches, spanReplaced(source, span), its);
  return {
    title: titleInEach((language) =>
      say('Replace by "{{text}}"', { text: quote(inLanguage(shown, language)) }),
    ),
    edits: [
      {
        document,
        span: editOf('').span,
        text: inEachLanguage((language) => editOf(inLanguage(text, language)).text),
      },
    ],
  };
}

/** Offers another target for a link in a text. */
export function targetReplacement({ document }: Pick<Field, 'document'>, span: Span, text: string): FixDraft {
  return {
    title: say('Replace by "{{text}}"', { text: quote(text) }),
    edits: [{ document, span, text }],
  };
}

/**
 * Offers a name that stands elsewhere in the documents. Nothing where it would have to be quoted in front matter, or
 * holds what cannot be written on a line: what else changes then is for a person to see.
 */
export function nameReplacement(
  field: Pick<Field, 'document' | 'source'>,
  span: Span,
  name: string,
  isCell: boolean,
): readonly FixDraft[] {
  if (/[\p{Cc}\u2028\u2029\uFEFF]/u.test(name)) return [];
  if (isCell) return [replacement(field, span, asCellText(name), name)];
  const isPlain = isPlainYaml(name) && !/[:#"'[\]{},\\]/.test(name);
  return isPlain ? [replacement(field, span, name)] : [];
}

/** A text as a cell that says it: what Markdown would take for a mark is escaped. */
export function asCellText(text: string): string {
  return text.replace(/[\\`*[\]<&|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}
