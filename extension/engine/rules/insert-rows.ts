import type { GovernedDocument, Section } from '../model/document.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Language, Wording, TitleWording } from '../model/language.ts';
import type { FieldSpec, SectionKey } from '../model/schema.ts';
import { lineOf } from '../model/text.ts';
import { titleIn, wordIn } from '../values/words-in.ts';
import { around, inEachLanguage, inLanguage, titleInEach } from '../values/wording.ts';
import type { FixDraft } from './define.ts';
import { asCellText } from './replacement.ts';
import { isRowBelow } from './table-line.ts';
import { say } from '../values/say.ts';

/** What stands in some columns of a new row, by column key, words of lists in English; the others stay empty. */
type NewRow = Readonly<Record<string, Wording>>;

/**
 * A fix that adds rows below the table of a section: with the known values filled in, and the rest
 * for a person to fill. Where the document lacks the section, it and its table are added at the end.
 * Undefined where no table is found that has the columns.
 */
export function addRows(
  title: TitleWording,
  document: GovernedDocument,
  key: SectionKey,
  rows: readonly NewRow[],
): FixDraft | undefined {
  const section = document.sections.get(key);
  const edit = section === undefined ? newSection(document, key, rows) : rowsBelow(section, rows);
  return edit && { title, edits: [{ document, ...edit }] };
}

/** A fix that adds a heading at the end of the document, for text that only a person can write. */
export function addHeading(document: GovernedDocument, key: SectionKey): FixDraft | undefined {
  if (document.sections.has(key) || document.isOpenAtEnd) return undefined;
  const title = inEachLanguage((language) => titleIn(language, catalogue.sections[key]));
  return {
    title: titleInEach((language) =>
      say('Add the section "{{title}}"', { title: titleIn(language, catalogue.sections[key]) }),
    ),
    edits: [
      {
        document,
        ...atEnd(
          document,
          around(title, (its) => `## ${its}${lineBreakOf(document.text)}`),
        ),
      },
    ],
  };
}

interface Edit {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: Wording;
}

function newSection(document: GovernedDocument, key: SectionKey, rows: readonly NewRow[]): Edit | undefined {
  if (document.isOpenAtEnd) return undefined;
  const spec = catalogue.sections[key];
  const columns = spec.columns.filter(({ required, key }) => required || rows.some((row) => key in row));
  const dashes = line(columns.map(() => '---'));
  const lines = (language: Language): readonly string[] => [
    `## ${titleIn(language, spec)}`,
    '',
    line(columns.map((column) => titleIn(language, column))),
    dashes,
    ...rows.map((row) => line(columns.map((column) => cellIn(language, column, row[column.key] ?? '')))),
    '',
  ];
  return atEnd(
    document,
    inEachLanguage((language) => lines(language).join(lineBreakOf(document.text))),
  );
}

function atEnd(document: GovernedDocument, added: Wording): Edit {
  const { text } = document;
  const newLine = lineBreakOf(document.text);
  const gap = /[\r\n]$/.test(text) ? newLine : newLine + newLine;
  return { span: { start: text.length, end: text.length }, text: around(added, (its) => gap + its) };
}

/** A value as documents of a language write it: the words of lists have their form there, a name is read as it is, and Paths stand in code marks. */
function cellIn(language: Language, { type }: FieldSpec, value: Wording): string {
  const text = inLanguage(value, language);
  if (type.is === 'paths') return text;
  return 'list' in type ? wordIn(language, type.list, text) : asCellText(text);
}

/** Below the first table of the section that has all columns of the rows. */
function rowsBelow(section: Section, rows: readonly NewRow[]): Edit | undefined {
  const { document } = section;
  const places = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((key) => section.columns.get(key));
  const first = places[0];
  if (first === undefined) return undefined;
  const headerLine = lineOf(document.lineStarts, first.span.start);
  const header = textOfLine(document, headerLine);
  const start = document.lineStarts[headerLine] ?? 0;
  const indexOf = new Map<string, number>();
  for (const [key, { span }] of section.columns) {
    if (lineOf(document.lineStarts, span.start) === headerLine)
      indexOf.set(key, cellsBefore(header.slice(0, span.start - start)));
  }
  const count = cellsBefore(header.trimEnd().replace(/([^\\])\|$/, '$1')) + 1;
  if (rows.some((row) => Object.keys(row).some((key) => !indexOf.has(key)))) return undefined;
  let last = headerLine + 1;
  while (isRowBelow(textOfLine(document, last + 1))) last++;
  const end = (document.lineStarts[last] ?? 0) + textOfLine(document, last).length;
  const newLine = lineBreakOf(document.text);
  const columns = new Map(section.spec.columns.map((column) => [column.key, column]));
  const lineIn = (language: Language, row: NewRow): string => {
    const cells = Array.from({ length: count }, () => '');
    for (const [key, text] of Object.entries(row))
      cells[indexOf.get(key) ?? 0] = cellIn(language, columns.get(key)!, text);
    return newLine + line(cells);
  };
  return {
    span: { start: end, end },
    text: inEachLanguage((language) => rows.map((row) => lineIn(language, row)).join('')),
  };
}

function line(cells: readonly string[]): string {
  return `|${cells.map((cell) => ` ${cell} |`).join('')}`;
}

/** How many cells of a table's line end before a place in it: an outer pipe opens the first. */
function cellsBefore(text: string): number {
  const pipes = text.match(/(?<!\\)\|/g)?.length ?? 0;
  return /^\s*\|/.test(text) ? pipes - 1 : pipes;
}

function textOfLine({ text, lineStarts }: GovernedDocument, index: number): string {
  const start = lineStarts[index];
  if (start === undefined) return '';
  return text.slice(start, lineStarts[index + 1]).replace(/[\r\n]+$/, '');
}
