import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { KindKey, SectionKey, SectionSpec } from '../model/schema.ts';
import { foldName } from '../values/fold.ts';
import { titleIn, wordIn } from '../values/words-in.ts';

/** The cells of a row by column key, as Markdown; words of a list in English. */
export type OfferedRow = Readonly<Record<string, string>>;

/** What an engagement says of the tables of a document that is new in it. */
export interface StartingRows {
  /** Names of rows that it has already, by section, as `rowName` makes them: a second one would be wrong. */
  readonly taken: ReadonlyMap<SectionKey, ReadonlySet<string>>;
  /** Rows to begin with, by section. */
  readonly offered: ReadonlyMap<SectionKey, readonly OfferedRow[]>;
}

/** The name of a row as names are compared; undefined where it has none, or not all of it. */
export function rowName({ identity }: SectionSpec, textOf: (column: string) => string): string | undefined {
  const names = identity.map((column) => foldName(textOf(column)));
  return names.length === 0 || names.includes('') ? undefined : names.join(' | ');
}

/** The body of a template with the rows that an engagement offers, and without those that it has. */
export function withRows(body: string, kind: KindKey, language: Language, rows: StartingRows): string {
  const sections = catalogue.kinds[kind].sections.map((key) => catalogue.sections[key]);
  // Tables are runs of lines that begin with a pipe; what stands between them is left alone.
  return body
    .split(/^(?=## )/m)
    .map((part) => {
      const heading = /^## (.+)$/m.exec(part)?.[1];
      const section = sections.find((one) => titleIn(language, one) === heading);
      return section
        ? part.replace(/(?:^\|.*\n)+/m, (table) => tableWith(table, section, language, rows))
        : part;
    })
    .join('');
}

function tableWith(table: string, section: SectionSpec, language: Language, rows: StartingRows): string {
  const [header = '', dashes = '', ...own] = table.trimEnd().split('\n');
  const keys = cellsOf(header).map(
    (title) => section.columns.find((column) => titleIn(language, column) === title)?.key,
  );
  const nameOf = (line: string): string | undefined => {
    const cells = cellsOf(line);
    return rowName(section, (key) => cells[keys.indexOf(key)] ?? '');
  };
  const lineOf = (row: OfferedRow): string => {
    const cells = keys.map((key) => {
      const type = section.columns.find((column) => column.key === key)?.type;
      const text = row[key ?? ''] ?? '';
      return type && 'list' in type ? wordIn(language, type.list, text) : text;
    });
    return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;
  };
  const taken = rows.taken.get(section.key);
  const offered = (rows.offered.get(section.key) ?? []).map(lineOf);
  const names = new Set([...(taken ?? []), ...offered.map(nameOf)]);
  // A row of the template without a name holds a place for the first one.
  const isPlace = (line: string): boolean => offered.length > 0 && nameOf(line) === undefined;
  const left = own.filter((line) => !names.has(nameOf(line) ?? '') && !isPlace(line));
  const lines = [...offered, ...left];
  return `${[header, dashes, ...(lines.length === 0 ? [lineOf({})] : lines)].join('\n')}\n`;
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
