import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec, SectionKey } from '../model/schema.ts';
import type { Language, TitleWording, Wording } from '../model/language.ts';
import { lineOf, type Span } from '../model/text.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { splitRow } from '../parse/split-row.ts';
import { splitNames } from '../resolve/split-names.ts';
import { fold } from '../values/fold.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { ratingWords } from '../values/grammar-words.ts';
import { titleIn } from '../values/words-in.ts';
import { around, inEachLanguage, inLanguage, titleInEach } from '../values/wording.ts';
import type { Extra, FixDraft } from './define.ts';
import { isRowBelow } from './table-line.ts';
import { say } from '../values/say.ts';

/** Adds a key without a value at the end of the front matter, where it is read there. The value is a person's to give. */
export function emptyKey(document: GovernedDocument, key: string): Extra {
  return addedKey(document, key, say('Add the key "{{key}}"', { key }), '');
}

/** Adds a key with the value that alone can stand there. */
export function keyWith(document: GovernedDocument, key: string, value: Wording): Extra {
  const title = titleInEach((language) =>
    say('Add "{{key}}: {{value}}"', { key, value: inLanguage(value, language) }),
  );
  return addedKey(
    document,
    key,
    title,
    around(value, (its) => ` ${its}`),
  );
}

function addedKey(document: GovernedDocument, key: string, title: TitleWording, value: Wording): Extra {
  const end = document.keysEnd;
  if (end === undefined) return {};
  const text = around(value, (its) => `${key}:${its}${lineBreakOf(document.text)}`);
  return { fixes: [{ title, edits: [{ document, span: { start: end, end }, text }] }] };
}

/** Adds a section with the header of its table and one empty row at the end of the document. */
export function emptyTable(document: GovernedDocument, key: SectionKey): Extra {
  if (document.isOpenAtEnd) return {};
  const spec = catalogue.sections[key];
  const columns = spec.columns.filter(isAskedFor);
  const newLine = lineBreakOf(document.text);
  const { text } = document;
  const gap = text.endsWith(`${newLine}${newLine}`) ? '' : /[\r\n]$/.test(text) ? newLine : newLine + newLine;
  const span = { start: text.length, end: text.length };
  const lines = (language: Language): readonly string[] => [
    `## ${titleIn(language, spec)}`,
    '',
    `| ${columns.map((column) => titleIn(language, column)).join(' | ')} |`,
    `|${' --- |'.repeat(columns.length)}`,
    `|${'  |'.repeat(columns.length)}`,
    '',
  ];
  return {
    fixes: [
      {
        title: titleInEach((language) =>
          say('Add the section "{{title}}"', { title: titleIn(language, spec) }),
        ),
        edits: [{ document, span, text: inEachLanguage((language) => gap + lines(language).join(newLine)) }],
      },
    ],
  };
}

/**
 * Adds a column without values at the end of each table that these rows stand in. No fix where a row has
 * cells beyond its header, which the new column would bring to light.
 */
export function emptyColumn(section: Section, rows: readonly Row[], column: FieldSpec): Extra {
  const { document } = section;
  const tables = new Map<number, readonly Line[]>();
  let seen = -1;
  for (const { span } of rows) {
    // The table of the row before is looked at once, not once a row.
    if (span.start <= seen) continue;
    const lines = linesOfTable(document, span.start);
    if ((lines.at(-1)?.end ?? -1) < span.start) return {};
    tables.set(lines[0]?.end ?? -1, lines);
    seen = lines.at(-1)?.end ?? span.end;
  }
  const title = inEachLanguage((language) => titleIn(language, column));
  const edits: FixDraft['edits'][number][] = [];
  for (const lines of tables.values()) {
    const counts = lines.map(({ text }) => cellsIn(text));
    if (lines.length < 3 || counts.some((count) => count > counts[0]!)) return {};
    lines.forEach(({ end, text }, i) => {
      const cell = i === 0 ? around(title, (its) => ` ${its} |`) : i === 1 ? ' --- |' : '  |';
      const whole = endsWithPipe(text) ? cell : around(cell, (its) => ` |${its}`);
      edits.push({ document, span: { start: end, end }, text: whole });
    });
  }
  return {
    fixes: [
      {
        title: titleInEach((language) =>
          say('Add the column "{{title}}"', { title: titleIn(language, column) }),
        ),
        edits,
      },
    ],
  };
}

/** The lines of the table that an offset stands in; of a table that is asked for row by row, looked up once. */
export type TableLines = (offset: number) => readonly Line[];

export function tableLines(document: GovernedDocument): TableLines {
  let lines: readonly Line[] = [];
  let asked = Infinity;
  return (offset) => {
    // Only an empty line parts tables; where none is found, nor is one for the next row.
    const isSame = asked <= offset && !emptyLine.test(document.text.slice(asked, offset));
    if (!isSame) lines = linesOfTable(document, offset);
    asked = offset;
    return lines;
  };
}

const emptyLine = /\n[ \t\r]*\n|\r[ \t]*\r/;

/** Adds the cells that a row has too few of, where one of them is this empty one. */
export function lackingCells({ document, row, source }: Field, linesAt: TableLines): Extra {
  if (!row || source.span.start !== row.span.end) return {};
  const [header] = linesAt(row.span.start);
  const line = lineAt(document, lineOf(document.lineStarts, row.span.start));
  const lacking = header ? cellsIn(header.text) - cellsIn(line.text) : 0;
  if (lacking < 1) return {};
  const text = `${endsWithPipe(line.text) ? '' : ' |'}${'  |'.repeat(lacking)}`;
  const span = { start: line.end, end: line.end };
  return { fixes: [{ title: say('Add the missing cells'), edits: [{ document, span, text }] }] };
}

/**
 * Renames a column of the table that these rows stand in, where it has one that is unknown and nothing else
 * says what that is.
 */
export function renamedColumn(
  section: Section,
  rows: readonly Row[],
  column: FieldSpec,
  isSomebody: (name: string) => boolean,
): readonly FixDraft[] {
  const { document } = section;
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || section.spec.further) return [];
  const [header, dashes] = linesOfTable(document, first.span.start);
  const lastHeader = linesOfTable(document, last.span.start)[0];
  if (!header || !dashes || header.end !== lastHeader?.end) return [];
  const start = header.end - header.text.length;
  const cells = splitRow(document.text, start, header.end);
  const known = new Set([...section.columns.values()].map(({ span }) => span.start));
  const unknown: Span[] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const span = { start: cells[i]!, end: cells[i + 1]! };
    if (!known.has(span.start) && document.text.slice(span.start, span.end).trim() !== '') unknown.push(span);
  }
  const [only] = unknown;
  if (!only || unknown.length > 1) return [];
  const position = cells.indexOf(only.start) / 2;
  if (!rows.every(({ span }) => mayBe(column, textAt(document, span, position), isSomebody))) return [];
  const title = inEachLanguage((language) => titleIn(language, column));
  return [
    {
      title: titleInEach((language) =>
        say('Rename the column to "{{title}}"', { title: titleIn(language, column) }),
      ),
      edits: [{ document, span: only, text: title }],
    },
  ];
}

/** What stands in a row at a position. */
function textAt({ text }: GovernedDocument, { start, end }: Span, position: number): string {
  const cells = splitRow(text, start, end);
  return text.slice(cells[position * 2] ?? end, cells[position * 2 + 1] ?? end).trim();
}

/** Whether a text may be meant for a column, as far as this can be seen: names of rows and texts may be anything. */
function mayBe({ type }: FieldSpec, text: string, isSomebody: (name: string) => boolean): boolean {
  if (text === '') return true;
  if (type.is === 'who') return splitNames(text, isSomebody).every((name) => isSomebody(name.text));
  if (type.is === 'word' || type.is === 'wordDetail' || type.is === 'words') {
    const { open, words } = catalogue.words[type.list];
    return open || words.some(({ forms }) => forms.includes(fold(text)));
  }
  if (type.is === 'step') return /\d/.test(text) || ratingWords.has(fold(text));
  // The numbers of the rows are no days.
  if (isDay.has(type.is) && /^\d{1,3}\.?$/.test(text)) return false;
  return !dated.has(type.is) || /\d/.test(text);
}

const isDay: ReadonlySet<string> = new Set(['plainDate', 'date']);

const dated: ReadonlySet<string> = new Set([
  'plainDate',
  'date',
  'duration',
  'integer',
  'score',
  'percent',
  'money',
]);

interface Line {
  /** Trimmed at its end, and the offset of that end. */
  readonly text: string;
  readonly end: number;
}

/** The lines of a table from its header on, given an offset in one of its rows. */
function linesOfTable(document: GovernedDocument, offset: number): readonly Line[] {
  const dashes = dashesAbove(document, offset);
  if (dashes === undefined) return [];
  const lines = [lineAt(document, dashes - 1), lineAt(document, dashes)];
  for (let i = dashes + 1; i < document.lineStarts.length; i++) {
    const line = lineAt(document, i);
    if (!isRowBelow(line.text)) break;
    lines.push(line);
  }
  return lines;
}

/** The index of the uppermost line of dashes above a row: a row may hold nothing but dashes too. */
function dashesAbove(document: GovernedDocument, offset: number): number | undefined {
  let dashes: number | undefined;
  let below: string | undefined;
  for (let i = lineOf(document.lineStarts, offset); i >= 0; i--) {
    const { text } = lineAt(document, i);
    if (text === '') break;
    if (below !== undefined && isDashes(below) && text.includes('|') && cellsIn(text) === cellsIn(below))
      dashes = i + 1;
    below = text;
  }
  return dashes;
}

function lineAt({ text, lineStarts }: GovernedDocument, index: number): Line {
  const start = lineStarts[index] ?? text.length;
  const line = text.slice(start, lineStarts[index + 1]).trimEnd();
  return { text: line, end: start + line.length };
}

function isDashes(line: string): boolean {
  return line.includes('-') && /^[\s|:-]+$/.test(line);
}

function cellsIn(line: string): number {
  const pipes = line.match(/(?<!\\)\|/g)?.length ?? 0;
  return pipes + 1 - (/^\s*\|/.test(line) ? 1 : 0) - (endsWithPipe(line) ? 1 : 0);
}

function endsWithPipe(line: string): boolean {
  return /(?<!\\)\|$/.test(line);
}
