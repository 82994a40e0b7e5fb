import type { Field, Heading, Link, ListItem, Row, Section, Source } from '../model/document.ts';
import type { SectionKey, SectionSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import type { Block } from './blocks.ts';
import { cellsBelow } from './cells-below.ts';
import { chooseOccurrence, findOccurrences, occurrencesByKey } from './find-sections.ts';
import { contentOfBlock, readInline } from './inline.ts';
import { itemOf } from './item-of.ts';
import type { LastTable } from './lost-table-context.ts';
import { noteHtmlTable, noteLostTable } from './lost-tables.ts';
import { noteListForTable } from './lists-for-tables.ts';
import { formerSpec } from './former-column.ts';
import { idSpec } from './id-column.ts';
import { notePastedTables } from './pasted-tables.ts';
import { linksOfProse } from './prose-links.ts';
import { isPlaceholder } from './read-field.ts';
import { columnTexts, readRows } from './read-rows.ts';
import type { Occurrence, SectionContext, UnknownHeading } from './section-context.ts';
import { sharedTables, type SharedTables } from './shared-tables.ts';
import { isSignatureTable } from './signatures.ts';
import { noteStrayRows } from './stray-rows.ts';
import { matchColumns, readColumns, readHeaders, rowCount, rowsAtMost } from './tables.ts';
import type { Headers } from './table-headers.ts';
import { noteColumnsLeft, noteTextOnly, noteUnreadTable } from './unread-tables.ts';
import { saysExample } from './adopted-tables.ts';
import { noteCards } from './cards.ts';
import { lettersAcross, lettersAcrossProblem } from './letters-across.ts';
import { lendFromHeadings } from './lent-values.ts';
import { dueUnderDone } from './due-under-done.ts';
import { nameByName } from './people-by-name.ts';
import { lackingOf, noteTablesMeant } from './lead-tables.ts';
import { noteUnknownHeadings } from './unknown-headings.ts';

export interface SectionsRead {
  readonly sections: ReadonlyMap<SectionKey, Section>;
  readonly proseLinks: readonly Link[];
  /** The cells of every row, for the caller to add to. */
  readonly cells: Field[];
  /** Every known heading with its blocks, and for each section the one that is read. */
  readonly occurrences: readonly Occurrence[];
  readonly chosen: ReadonlySet<Occurrence>;
  /** Tables that belong to a section. */
  readonly read: ReadonlySet<Block>;
  readonly headersOf: (table: Block) => Headers;
}

/**
 * The sections of a body by the names of their headings (format.md 2, format-details.md items 7, 24 and 26). `lead` are
 * those of which the document needs one.
 */
export function readSections(context: SectionContext, lead: readonly SectionKey[]): SectionsRead {
  const tables = new Map<Block, Headers>();
  const headersOf = (table: Block): Headers => {
    let headers = tables.get(table);
    if (!headers) {
      tables.set(
        table,
        (headers = readHeaders(
          context.markdown,
          context.text,
          table,
          context.body.references,
          cellsBelow(context, table),
        )),
      );
    }
    return headers;
  };
  const unknown: UnknownHeading[] = [];
  const occurrences = findOccurrences(context, headersOf, unknown, lead);
  const sections = new Map<SectionKey, Section>();
  const read = new Set<Block>();
  const cells: Field[] = [];
  const chosen = new Set<Occurrence>();
  for (const [key, places] of occurrencesByKey(occurrences)) {
    const areJoined = places.every((one) => one.isAdopted ?? one.gathers);
    const place = areJoined ? places[0] : chooseOccurrence(context, headersOf, places);
    if (!place) continue;
    const made = emptySection(context, place.spec, place.heading);
    const { section } = made;
    for (const one of areJoined ? places : [place]) {
      chosen.add(one);
      readSection(context, headersOf, one, made, read, cells);
    }
    sections.set(key, section);
    if (section.items.length > 0) noteListForTable(context, place);
  }
  for (const shared of sharedTables(context, headersOf, chosen, read, sections))
    sections.set(shared.spec.key, readWithin(context, headersOf, shared, read, cells));
  lendFromHeadings(context, sections, cells);
  nameByName(context, sections.get('people'), cells);
  dueUnderDone(context, sections.get('actions'), cells);
  noteUnknownHeadings(context, headersOf, unknown, sections, lackingOf(lead, sections));
  noteStrayRows(context, { occurrences, sections, read, headersOf });
  const found = { headersOf, unknown, sections, read };
  noteTablesMeant(context, lead, found);
  noteCards(context, lead, found);
  notePastedTables(context, lead, chosen, sections);
  const proseLinks = linksOfProse(context, read, cells);
  return { sections: inOrder(sections), proseLinks, cells, occurrences, chosen, read, headersOf };
}

/** Sections as their headings follow one another: nearly always as they were read. */
function inOrder(sections: ReadonlyMap<SectionKey, Section>): ReadonlyMap<SectionKey, Section> {
  let before = -1;
  for (const { heading } of sections.values()) {
    if (heading.span.start < before)
      return new Map([...sections].sort(([, a], [, b]) => a.heading.span.start - b.heading.span.start));
    before = heading.span.start;
  }
  return sections;
}

function readSection(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  { spec, from, to }: Occurrence,
  { section, columns, furtherHeaders, rows, items, lines }: SectionMade,
  read: Set<Block>,
  cells: Field[],
): void {
  const { text, body, vocabulary, problems } = context;
  const { blocks } = body;
  const prose: string[] = [];
  const hasColumns = spec.columns.length > 0;
  const before = problems.length;
  let last: LastTable | undefined;
  let unread: Block | undefined;
  let isBelowOther = false;
  let isExample = false;
  for (let i = from; i < to; i++) {
    const block = blocks[i];
    if (!block) continue;
    // What stands below a heading of its own is free.
    if (block.is === 'heading' && block.nest === '') {
      isBelowOther = true;
      isExample = saysExample(context.headings.get(block)?.text ?? '');
    }
    if (block.is === 'table') {
      if (!hasColumns || isExample) continue;
      const headers = headersOf(block);
      const letters = block.nest === '' ? lettersAcross(context, spec, headers) : undefined;
      if (letters) problems.push(lettersAcrossProblem(context, spec, block, headers, letters));
      if (letters || !matchColumns(vocabulary, spec, headers).isMeant) {
        if (block.nest === '' && !isBelowOther && !isSignatureTable(headers)) unread ??= block;
        continue;
      }
      if (block.nest !== '') {
        problems.push({ code: 'DOC021', id: 'nestedTable', data: {}, span: firstLine(block) });
        continue;
      }
      last = readTable(context, section, block, headers, {
        read,
        columns,
        furtherHeaders,
        rows,
        cells,
        lines,
      });
      section.tables++;
    } else if (block.is === 'item') {
      const item = itemOf(context, block, blocks[i + 1]);
      if (item) items.push(item);
    } else if (block.is === 'paragraph' || block.is === 'rule' || block.is === 'code') {
      const isLost = hasColumns && noteLostTable(context, spec, i, last);
      if (block.is === 'paragraph' && block.nest === '' && !isLost) {
        prose.push(readInline(context.markdown, contentOfBlock(text, block), body.references).text);
      }
    } else if (block.is === 'html' && block.nest === '' && hasColumns) noteHtmlTable(context, block);
  }
  const joined = prose.join('\n').trim();
  section.prose = isPlaceholder({ text: joined }) ? '' : joined;
  if (rows.length > 0) section.items = [];
  if (hasColumns && !last && items.length === 0 && !hasLoss(problems, before)) {
    if (unread) noteUnreadTable(context, section, unread, headersOf(unread));
    else if (spec.shape === 'table' && section.prose !== '') noteTextOnly(context, section);
  }
}

/** A section to which what it holds is added. */
function emptySection({ document }: SectionContext, spec: SectionSpec, heading: Heading): SectionMade {
  const columns = new Map<string, Source>();
  const furtherHeaders: Source[] = [];
  const rows: Row[] = [];
  const items: ListItem[] = [];
  const lines: ListItem[] = [];
  // Each property by its name: to spread them takes several times as long.
  const section = {
    document,
    spec,
    key: spec.key,
    heading,
    tables: 0,
    prose: '',
    columns,
    furtherHeaders,
    rows,
    items,
    lines,
  };
  return { section, columns, furtherHeaders, rows, items, lines };
}

interface SectionMade {
  readonly section: { -readonly [K in keyof Section]: Section[K] };
  readonly columns: Map<string, Source>;
  readonly furtherHeaders: Source[];
  readonly rows: Row[];
  readonly items: ListItem[];
  readonly lines: ListItem[];
}

/** A section that stands in tables of another one, of which everything is said there but what its own cells hold. */
function readWithin(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  { spec, host, heading, tables }: SharedTables,
  read: Set<Block>,
  cells: Field[],
): Section {
  const { problems } = context;
  const { section, ...into } = emptySection(context, spec, heading);
  section.within = host;
  const own: Field[] = [];
  const before = problems.length;
  const known = new Set(problems.map(({ id, span }) => `${id} ${span.start}`));
  for (const table of tables) {
    readTable({ ...context, problems: [] }, section, table, headersOf(table), { ...into, read, cells: own });
    section.tables++;
  }
  const added = problems.splice(before).filter(({ id, span }) => !known.has(`${id} ${span.start}`));
  problems.push(...added);
  // The names of the rows are cells of the section in whose tables they stand.
  cells.push(
    ...own.filter(({ spec: its }) => its !== idSpec && its !== formerSpec && its.key !== spec.identity[0]),
  );
  return section;
}

/** Reads a table into its section. */
function readTable(
  context: SectionContext,
  section: Section,
  block: Block,
  headers: Headers,
  into: {
    readonly read: Set<Block>;
    readonly columns: Map<string, Source>;
    readonly furtherHeaders: Source[];
    readonly rows: Row[];
    readonly cells: Field[];
    /** Lines that are no rows: of a group, of totals. */
    readonly lines: ListItem[];
  },
): LastTable {
  const { text, problems } = context;
  into.read.add(block);
  const last = {
    end: block.lines[block.lines.length - 1] ?? 0,
    count: headers.length,
    isBare: text.charAt(block.lines[0] ?? 0) !== '|',
  };
  if (rowCount(block) > rowsAtMost) {
    const data = { count: String(rowCount(block)), most: String(rowsAtMost) };
    problems.push({ code: 'DOC020', id: 'tooManyRows', data, span: firstLine(block) });
    return last;
  }
  const known = readColumns(context, section.spec, headers, into.columns, (column) =>
    columnTexts(context, block, column),
  );
  noteColumnsLeft(context, section, block, headers, known);
  for (const { header } of known.further.values()) {
    if (!into.furtherHeaders.some((one) => one.text === header.text)) into.furtherHeaders.push(header);
  }
  readRows(context, section, known, block, headers.length, into.rows, into.cells, into.lines);
  return last;
}

/** Whether something was said of lines that were meant as a table. */
function hasLoss(problems: SectionContext['problems'], from: number): boolean {
  return problems.slice(from).some(({ code }) => code === 'DOC020' || code === 'DOC021');
}

function firstLine(block: Block): Span {
  return { start: block.lines[0] ?? 0, end: block.lines[1] ?? 0 };
}
