import type { Field } from '../model/document.ts';
import type { TitleWording, Wording } from '../model/language.ts';
import { quote } from '../values/quote.ts';
import { around, inLanguage, titleInEach } from '../values/wording.ts';
import type { FixDraft } from './define.ts';
import { say } from '../values/say.ts';

/** Offers a text for an empty cell or key; none where the row ends before the cell. */
export function filled(field: Field, text: Wording): readonly FixDraft[] {
  const { document, row, source } = field;
  if (row && source.span.start === row.span.end) return [];
  const before = document.text.charAt(source.span.start - 1);
  const isPlaceholder = field.state === 'placeholder';
  const written = isPlaceholder
    ? text
    : around(text, (its) => `${/\s/.test(before) ? '' : ' '}${its}${row ? ' ' : ''}`);
  const title: TitleWording = titleInEach((language) =>
    say('Write "{{text}}"', { text: quote(inLanguage(text, language)) }),
  );
  return [{ title, edits: [{ document, span: source.span, text: written }] }];
}
