import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import {
  contentParts,
  type ContentCell,
  type ContentPart,
  type ContentParts,
} from '../parse/content-parts.ts';
import { fold, foldName } from '../values/fold.ts';
import { onceFor } from '../values/once-for.ts';
import { formerNamesIn } from './former-names.ts';

/** The content of a document as it is compared: what stands under each heading, and the rows of tables by what they hold. */
export interface ContentOutline {
  /** Front matter by key, `status` and `formerly` too. */
  readonly keys: ReadonlyMap<string, OutlineKey>;
  readonly chapters: readonly Chapter[];
  /** Rows of tables by what they belong to. */
  readonly tables: ReadonlyMap<string, TableRows>;
}

export interface OutlineKey {
  readonly text: string;
  readonly content: string;
  /** The name of the key. */
  readonly span: Span | undefined;
  /** Whether a digest is made of it. */
  readonly isContent: boolean;
}

/** A heading with the text below it. */
export interface Chapter {
  /** The same where two versions of a document have the same section, or a heading of the same words. */
  readonly key: string;
  /** Undefined of what stands before the first heading. */
  readonly heading: ContentPart | undefined;
  /** Where it is one of the format. */
  readonly section: SectionSpec | undefined;
  /** Blocks that are no tables. */
  readonly texts: readonly ContentPart[];
}

/** What rows of one section, or of one table that the format does not know, hold. */
export interface TableRows {
  readonly chapter: Chapter;
  readonly section: SectionSpec | undefined;
  readonly headers: readonly ContentPart[];
  readonly rows: readonly OutlineRow[];
}

export interface OutlineRow {
  /** What tells it from others, folded; empty where nothing does. */
  readonly identity: string;
  /** The same as it is written. */
  readonly name: string;
  /** What it was called before, folded. */
  readonly formerly: readonly string[];
  readonly cells: ReadonlyMap<string, OutlineCell>;
  readonly span: Span;
}

export interface OutlineCell {
  /** Undefined where the format does not know the column; then its header says what it is. */
  readonly spec: FieldSpec | undefined;
  readonly header: string;
  readonly text: string;
  /** Equal for what says the same. */
  readonly content: string;
  readonly span: Span;
}

export const contentOutline = onceFor((document: GovernedDocument): ContentOutline => {
  const sections = sectionsByHeading(document);
  const rows = rowsByStart(document);
  const chapters: (Chapter & { readonly texts: ContentPart[] })[] = [];
  const tables = new Map<
    string,
    { chapter: Chapter; section: SectionSpec | undefined; headers: ContentPart[]; rows: OutlineRow[] }
  >();
  const seen = new Map<string, number>();
  const begin = (heading: ContentPart | undefined): Chapter & { readonly texts: ContentPart[] } => {
    const section = heading && sections.get(heading.start);
    const word = section?.key ?? `# ${fold(heading?.text ?? '')}`;
    const count = (seen.get(word) ?? 0) + 1;
    seen.set(word, count);
    const chapter = { key: `${word} ${count}`, heading, section, texts: [] };
    chapters.push(chapter);
    return chapter;
  };
  let chapter = begin(undefined);
  let table: ContentPart | undefined;
  let tablesHere = 0;
  const { keys, parts } = contentParts(document.text);
  for (const part of parts) {
    if (part.is === 'heading' && part.nest === '') {
      chapter = begin(part);
      tablesHere = 0;
    } else if (part.is !== 'table') {
      // An item says nothing by itself: what stands in it follows.
      if (part.text !== '') chapter.texts.push(part);
    } else {
      if (part.isHeader) {
        table = part;
        tablesHere++;
      }
      const known = part.isHeader ? undefined : rows.get(part.start);
      const section = known?.section.spec ?? (part.isHeader ? chapter.section : undefined);
      const key = section?.key ?? `${chapter.key} table ${tablesHere}`;
      let its = tables.get(key);
      if (!its) tables.set(key, (its = { chapter, section, headers: [], rows: [] }));
      if (part.isHeader) its.headers.push(part);
      else its.rows.push(outlineRow(part, table, known));
    }
  }
  return { keys: keysOf(keys, document), chapters, tables };
});

function keysOf(
  written: ContentParts['keys'],
  { keys, keyPlaces }: GovernedDocument,
): ReadonlyMap<string, OutlineKey> {
  const found = new Map<string, OutlineKey>();
  for (const { key, value } of written)
    found.set(key, {
      text: typeof value === 'string' ? value : value.join(', '),
      content: JSON.stringify(value).normalize('NFC'),
      span: keyPlaces.get(key),
      isContent: true,
    });
  for (const [key, field] of [
    ['status', keys.status],
    ['formerly', keys.formerly],
  ] as const)
    if (field && field.source.text !== '')
      found.set(key, {
        text: field.source.text,
        content: fold(field.source.text),
        span: field.source.span,
        isContent: false,
      });
  return found;
}

function sectionsByHeading({ sections }: GovernedDocument): ReadonlyMap<number, SectionSpec> {
  const found = new Map<number, SectionSpec>();
  for (const { heading, spec, within } of sections.values()) if (!within) found.set(heading.span.start, spec);
  return found;
}

function rowsByStart({ sections }: GovernedDocument): ReadonlyMap<number, Row> {
  const found = new Map<number, Row>();
  for (const { rows, within } of sections.values())
    if (!within) for (const row of rows) found.set(row.span.start, row);
  return found;
}

function outlineRow(part: ContentPart, table: ContentPart | undefined, row: Row | undefined): OutlineRow {
  const fields = row ? fieldsOf(row) : [];
  const cells = new Map<string, OutlineCell>();
  for (const [i, cell] of part.cells.entries()) {
    const field = fields.find(({ source: { span } }) => span.start >= cell.start && span.start <= cell.end);
    const header = table?.cells[i]?.text ?? '';
    const isFurther = field !== undefined && row!.further.some((one) => one.field === field);
    const spec = isFurther ? undefined : field?.spec;
    const word = spec?.key ?? `header ${fold(header)}`;
    let key = word;
    for (let n = 2; cells.has(key); n++) key = `${word} ${n}`;
    cells.set(key, { spec, header, ...shownOf(cell) });
  }
  const identity = identityOf(part, cells, row?.section.spec);
  return {
    identity: identity.map(foldName).join('\n'),
    name: identity.join(', '),
    formerly: row ? formerNamesIn(row).map(foldName) : [],
    cells,
    span: { start: part.start, end: part.end },
  };
}

function shownOf({ inline, text, start, end }: ContentCell): Pick<OutlineCell, 'text' | 'content' | 'span'> {
  return { text, content: JSON.stringify(inline).normalize('NFC'), span: { start, end } };
}

function fieldsOf({ cells, further, id }: Row): readonly Field[] {
  const its = Object.values(cells as Readonly<Record<string, Field | undefined>>);
  return [...its, ...further.map(({ field }) => field), id].filter((field) => field !== undefined);
}

/** What names a row: the columns that the format says, else the first cell. */
function identityOf(
  part: ContentPart,
  cells: ReadonlyMap<string, OutlineCell>,
  spec: SectionSpec | undefined,
): readonly string[] {
  const named = spec
    ? spec.identity.map((column) => cells.get(column)?.text ?? '')
    : [part.cells[0]?.text ?? ''];
  return named.some((text) => text !== '') ? named.filter(Boolean) : [];
}
