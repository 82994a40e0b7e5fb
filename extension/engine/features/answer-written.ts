import type { GovernedDocument, Row, Section } from '../model/document.ts';
import type { Language } from '../model/language.ts';
import { lineOf } from '../model/text.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { addHeading, addRows } from '../rules/insert-rows.ts';
import { placeOf } from '../rules/place-of.ts';
import { say } from '../values/say.ts';
import { inLanguage } from '../values/wording.ts';
import type { AnswerPlace, ReadText } from './answer-place.ts';
import { withValue } from './answers.ts';
import { withEdits, type Replaced } from './write-cells.ts';

/** What an answer makes of a document. */
export interface Answered {
  readonly path: string;
  readonly text: string;
  /** The key or cell that holds the answer; undefined where it stands as text below a heading. */
  readonly at?: string;
  /** Cells that belong to the answer and are to be asked for next. */
  readonly further: readonly string[];
}

/** The text of a document with an answer; undefined where it cannot be written without losing something. */
export function answerWritten(
  place: AnswerPlace,
  answer: string,
  language: Language,
  read: ReadText,
): Answered | undefined {
  const { document } = place;
  switch (place.is) {
    case 'value': {
      const { at } = place.open;
      const text = withValue(document, at, answer);
      return text === undefined ? undefined : { path: document.path, text, at, further: [] };
    }
    case 'row':
      return rowWritten(place, answer, language, read);
    case 'text': {
      const text = textBelow(place, answer, language);
      return text === undefined ? undefined : { path: document.path, text, further: [] };
    }
  }
}

function rowWritten(
  { document, section, columns }: Extract<AnswerPlace, { readonly is: 'row' }>,
  answer: string,
  language: Language,
  read: ReadText,
): Answered | undefined {
  const [first, ...others] = columns;
  const cells = { [first.key]: answer, ...Object.fromEntries(others.map(({ key }) => [key, ''])) };
  const fix = addRows(say('Add the row'), document, section.key, [cells]);
  const [edit] = fix?.edits ?? [];
  if (!edit) return undefined;
  const added = inLanguage(edit.text, language);
  const text = withEdits(document.text, [insteadOfBlankRow(document, { span: edit.span, text: added })]);
  const before = new Set(document.sections.get(section.key)?.rows.map(contentOf));
  const rows = read(document.path, text)?.sections.get(section.key)?.rows ?? [];
  const row = rows.findLast((one) => !before.has(contentOf(one)));
  if (!row) return undefined;
  const atOf = ({ title }: { readonly title: string }): string => `${placeOf(row).at}.${title}`;
  return { path: document.path, text, at: atOf(first), further: others.map(atOf) };
}

function contentOf({ section, span }: Row): string {
  return section.document.text.slice(span.start, span.end);
}

/** A row without a word at the end of the table holds a place for the first one. */
function insteadOfBlankRow({ text }: GovernedDocument, edit: Replaced): Replaced {
  const { start, end } = edit.span;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isBlank =
    start === end && start > lineStart && /^[ \t|]*\|[ \t|]*$/.test(text.slice(lineStart, start));
  if (!isBlank) return edit;
  return { span: { start: lineStart, end }, text: edit.text.replace(/^\r?\n/, '') };
}

/** The text of a document with an answer below a heading, which is added where it is not there. */
function textBelow(
  { document, section }: Extract<AnswerPlace, { readonly is: 'text' }>,
  answer: string,
  language: Language,
): string | undefined {
  const newLine = lineBreakOf(document.text);
  const line = section.shape === 'list' ? `- ${answer}` : answer;
  const there = document.sections.get(section.key);
  if (there) {
    const end = endOfSection(document, there);
    const isNextItem = there.items.some(({ span }) => span.end === end);
    const gap = isNextItem ? newLine : newLine + newLine;
    return withEdits(document.text, [{ span: { start: end, end }, text: gap + line }]);
  }
  const [edit] = addHeading(document, section.key)?.edits ?? [];
  if (!edit) return undefined;
  const heading = inLanguage(edit.text, language);
  return withEdits(document.text, [{ span: edit.span, text: `${heading}${newLine}${line}${newLine}` }]);
}

/** Behind the last word before the next heading. */
function endOfSection({ text, headings, lineStarts }: GovernedDocument, { heading }: Section): number {
  const next = headings.find(({ span }) => span.start > heading.span.end);
  const end = next ? lineStarts[lineOf(lineStarts, next.span.start)]! : text.length;
  return text.slice(0, end).trimEnd().length;
}
