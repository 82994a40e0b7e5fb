import type { Field, Heading, Link, ListItem, ReadingFix, Row, Section, Source } from '../model/document.ts';
import type { FieldSpec, SectionKey, SectionSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';
import { inEachLanguage } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { dividedName, type Division } from './divided-names.ts';
import { contentOfBlock, contentOfCell, linksIn, readInline, type Content } from './inline.ts';
import { breakBefore, lineStartOf, nextLineOf } from './lines.ts';
import { noteHtmlTable, noteLostTable, type LastTable } from './lost-tables.ts';
import { isPlaceholder } from './read-field.ts';
import { sectionsByColumns } from './sections-by-columns.ts';
import type { Occurrence, SectionContext } from './section-context.ts';
import { isSpace, splitRow } from './split-row.ts';
import { noteStrayRows } from './stray-rows.ts';
import { matchColumns, readColumns, readHeaders, rowCount, type Columns, type Headers } from './tables.ts';
import { foldHeading, type Vocabulary } from './vocabulary.ts';

export interface SectionsRead {
  readonly sections: ReadonlyMap<SectionKey, Section>;
  readonly proseLinks: readonly Link[];
  /** The cells of every row, for the caller to add to. */
  readonly cells: Field[];
}

/** Rows of a table that are read; of a longer one nothing is. */
const rowsAtMost = 10_000;

/** The sections of a body by the names of their headings (format.md 2, format-details.md items 7, 24 and 26). */
export function readSections(context: SectionContext): SectionsRead {
  const tables = new Map<Block, Headers>();
  const headersOf = (table: Block): Headers => {
    let headers = tables.get(table);
    if (!headers) {
      tables.set(
        table,
        (headers = readHeaders(context.markdown, context.text, table, context.body.references)),
      );
    }
    return headers;
  };
  const unknown: UnknownHeading[] = [];
  const occurrences = findOccurrences(context, headersOf, unknown);
  const sections = new Map<SectionKey, Section>();
  const read = new Set<Block>();
  const cells: Field[] = [];
  for (const [key, places] of byKey(occurrences)) {
    const chosen = choose(context, headersOf, places);
    if (chosen) sections.set(key, readSection(context, headersOf, chosen, read, cells));
  }
  noteUnknownHeadings(context, headersOf, unknown, sections);
  noteStrayRows(context, { occurrences, sections, read, headersOf });
  const inOrder = [...sections].sort(([, a], [, b]) => a.heading.span.start - b.heading.span.start);
  return { sections: new Map(inOrder), proseLinks: linksOfProse(context, read), cells };
}

function findOccurrences(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  unknown: UnknownHeading[],
): Occurrence[] {
  const { vocabulary, document, problems } = context;
  const { blocks } = context.body;
  const margin = blocks.flatMap((block, i) => (block.is === 'heading' && block.nest === '' ? [i] : []));
  const firstLevels = margin.filter((i) => blocks[i]?.level === 1).length;
  const occurrences: Occurrence[] = [];
  let current: Occurrence | undefined;
  margin.forEach((i, n) => {
    const block = blocks[i];
    const heading = block && context.headings.get(block);
    if (!block || !heading) return;
    const next = margin[n + 1] ?? blocks.length;
    const below = tablesBetween(blocks, i + 1, next);
    if (n === 0 && block.level === 1 && firstLevels === 1) {
      noteTable(heading, below, true);
      return;
    }
    const named = vocabulary.sectionsNamed(heading.text);
    const spec = named.length > 1 ? bySubject(vocabulary, named, below, headersOf) : named[0];
    const isForeign = spec?.ownKindOnly === true && spec.kind !== document.kind;
    if (isForeign && below.some((table) => matchColumns(vocabulary, spec, headersOf(table)).isMeant)) {
      problems.push({
        code: 'DOC020',
        id: 'otherKind',
        data: { section: quote(heading.text), kind: spec.kind },
        span: heading.span,
      });
    }
    const isDeeper = current !== undefined && block.level > current.headingBlock.level;
    const isKnown = spec !== undefined && !isForeign;
    if (
      isKnown &&
      !(isDeeper && current && !fits(context, spec, current.spec, below, headersOf, i + 1, next))
    ) {
      if (current) current.to = i;
      current = { spec, heading, headingBlock: block, from: i + 1, to: blocks.length };
      occurrences.push(current);
    } else if (current && !isDeeper) {
      current.to = i;
      current = undefined;
    }
    if (!isKnown && !isForeign) noteTable(heading, below, false);
  });
  return occurrences;

  function noteTable(heading: Heading, below: readonly Block[], isTitle: boolean): void {
    const around = current;
    const table = below.find(
      (one) => !around || !matchColumns(vocabulary, around.spec, headersOf(one)).isMeant,
    );
    if (table) unknown.push({ heading, table, isTitle });
  }
}

function tablesBetween(blocks: readonly Block[], from: number, to: number): Block[] {
  const tables: Block[] = [];
  for (let i = from; i < to; i++) {
    const block = blocks[i];
    if (block?.is === 'table' && block.nest === '') tables.push(block);
  }
  return tables;
}

/** Decision or Decisions: the table below, or its absence, says which (format-details.md item 24). */
function bySubject(
  vocabulary: Vocabulary,
  named: readonly SectionSpec[],
  below: readonly Block[],
  headersOf: (table: Block) => Headers,
): SectionSpec | undefined {
  const tabular = named.filter(({ columns }) => columns.length > 0);
  const fitting = tabular.find((spec) =>
    below.some((table) => matchColumns(vocabulary, spec, headersOf(table)).isMeant),
  );
  return fitting ?? named.find(({ columns }) => columns.length === 0) ?? named[0];
}

/** Whether a known heading below the level of the section around it begins a section of its own. */
function fits(
  { vocabulary, body }: SectionContext,
  spec: SectionSpec,
  around: SectionSpec,
  below: readonly Block[],
  headersOf: (table: Block) => Headers,
  from: number,
  to: number,
): boolean {
  const isOfAround = (table: Block): boolean => matchColumns(vocabulary, around, headersOf(table)).isMeant;
  if (spec.columns.length === 0) return !below.some(isOfAround);
  const own = below.some((table) => {
    const mine = matchColumns(vocabulary, spec, headersOf(table));
    return (
      mine.isMeant &&
      (!isOfAround(table) || mine.count >= matchColumns(vocabulary, around, headersOf(table)).count)
    );
  });
  if (own || spec.shape !== 'table or list' || below.length > 0) return own;
  return body.blocks.slice(from, to).some((block) => block.is === 'item');
}

function byKey(occurrences: readonly Occurrence[]): ReadonlyMap<SectionKey, readonly Occurrence[]> {
  const places = new Map<SectionKey, Occurrence[]>();
  for (const occurrence of occurrences) {
    const known = places.get(occurrence.spec.key);
    if (known) known.push(occurrence);
    else places.set(occurrence.spec.key, [occurrence]);
  }
  return places;
}

/** The first of several places with a table of the section is read; a further one with a table is a problem. */
function choose(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  places: readonly Occurrence[],
): Occurrence | undefined {
  if (places.length < 2) return places[0];
  const withTable = places.filter((place) => tableOf(context, headersOf, place) !== undefined);
  const [first, ...rest] = withTable;
  for (const place of rest) {
    context.problems.push({
      code: 'DOC020',
      id: 'secondHeading',
      data: { section: quote(place.heading.text) },
      span: place.heading.span,
      related: first ? [{ span: first.heading.span, message: 'the first one' }] : [],
      fixes: first ? mergeFix(context, headersOf, first, place) : [],
    });
  }
  return first ?? places[0];
}

function tableOf(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  place: Occurrence,
): Block | undefined {
  return tablesBetween(context.body.blocks, place.from, place.to).find(
    (table) => matchColumns(context.vocabulary, place.spec, headersOf(table)).isMeant,
  );
}

/** Moves the rows of a second table to the first, where both have the same headers and nothing else stands there. */
function mergeFix(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  first: Occurrence,
  second: Occurrence,
): readonly ReadingFix[] {
  const { text, body } = context;
  const into = tableOf(context, headersOf, first);
  const from = tableOf(context, headersOf, second);
  if (!into || !from || second.to - second.from !== 1) return [];
  const written = (table: Block): string =>
    headersOf(table)
      .map((header) => foldHeading(header.text))
      .join('|');
  if (written(into) !== written(from)) return [];
  const rows: string[] = [];
  for (let i = 4; i < from.lines.length; i += 2) rows.push(text.slice(from.lines[i], from.lines[i + 1]));
  const at = into.lines[into.lines.length - 1] ?? 0;
  const start = lineStartOf(text, second.headingBlock.lines[0] ?? 0);
  const end = nextLineOf(text, from.lines[from.lines.length - 1] ?? 0);
  const next = body.blocks[second.to]?.lines[0];
  const stop = next === undefined ? end : Math.max(end, Math.min(lineStartOf(text, next), text.length));
  return [
    {
      title: 'Move these rows to the first table',
      edits: [
        { span: { start: at, end: at }, text: rows.map((row) => `\n${row}`).join('') },
        { span: { start, end: stop }, text: '' },
      ],
    },
  ];
}

function readSection(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  { spec, heading, from, to }: Occurrence,
  read: Set<Block>,
  cells: Field[],
): Section {
  const { document, text, body, vocabulary, problems } = context;
  const { blocks } = body;
  const columns = new Map<string, Source>();
  const furtherHeaders: Source[] = [];
  const rows: Row[] = [];
  const items: ListItem[] = [];
  const prose: string[] = [];
  const section: { -readonly [K in keyof Section]: Section[K] } = {
    document,
    spec,
    key: spec.key,
    heading,
    columns,
    furtherHeaders,
    rows,
    items,
    prose: '',
  };
  const hasColumns = spec.columns.length > 0;
  let last: LastTable | undefined;
  for (let i = from; i < to; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (block.is === 'table') {
      if (!hasColumns) continue;
      const headers = headersOf(block);
      if (!matchColumns(vocabulary, spec, headers).isMeant) continue;
      if (block.nest !== '') {
        problems.push({ code: 'DOC021', id: 'nestedTable', data: {}, span: firstLine(block) });
        continue;
      }
      read.add(block);
      last = {
        end: block.lines[block.lines.length - 1] ?? 0,
        count: headers.length,
        isBare: text.charAt(block.lines[0] ?? 0) !== '|',
      };
      if (rowCount(block) > rowsAtMost) {
        const data = { count: String(rowCount(block)), most: String(rowsAtMost) };
        problems.push({ code: 'DOC020', id: 'tooManyRows', data, span: firstLine(block) });
        continue;
      }
      const known = readColumns(vocabulary, spec, headers, columns, problems);
      for (const { header } of known.further.values()) {
        if (!furtherHeaders.some((one) => one.text === header.text)) furtherHeaders.push(header);
      }
      readRows(context, section, known, block, headers.length, rows, cells);
    } else if (block.is === 'item') {
      const paragraph = blocks[i + 1];
      if (
        paragraph?.is === 'paragraph' &&
        block.nest.length === 2 &&
        paragraph.nest === block.nest &&
        block.nest !== 'q>'
      ) {
        const item = itemOf(context, paragraph);
        if (item) items.push(item);
      }
    } else if (block.is === 'paragraph' || block.is === 'rule') {
      const isLost = hasColumns && noteLostTable(context, spec, i, last);
      if (block.is === 'paragraph' && block.nest === '' && !isLost) {
        prose.push(readInline(context.markdown, contentOfBlock(text, block), body.references).text);
      }
    } else if (block.is === 'html' && block.nest === '' && hasColumns) noteHtmlTable(context, block);
  }
  const joined = prose.join('\n').trim();
  section.prose = isPlaceholder({ text: joined }) ? '' : joined;
  if (rows.length > 0) section.items = [];
  return section;
}

function firstLine(block: Block): Span {
  return { start: block.lines[0] ?? 0, end: block.lines[1] ?? 0 };
}

/** The first paragraph of an item, without its task mark; undefined where nothing or a placeholder stands. */
function itemOf({ text, markdown, body }: SectionContext, paragraph: Block): ListItem | undefined {
  const content = contentOfBlock(text, paragraph);
  const mark = /^\[[ xX]\](?:[ \t]+|$)/.exec(content.text)?.[0].length ?? 0;
  const start = content.start + mark;
  const rest: Content = {
    text: content.text.slice(mark),
    start,
    end: Math.max(content.end, start),
    places: content.places?.slice(mark),
  };
  const source = readInline(markdown, rest, body.references);
  if (source.text === '' || isPlaceholder(source)) return undefined;
  return { text: source.text, span: source.span };
}

function readRows(
  context: SectionContext,
  section: Section,
  columns: Columns,
  table: Block,
  count: number,
  rows: Row[],
  fields: Field[],
): void {
  const { text, problems, vocabulary } = context;
  const { lines } = table;
  const division = vocabulary.divisionOf(section.key);
  for (let i = 4; i + 1 < lines.length; i += 2) {
    const start = lines[i] ?? 0;
    const end = lines[i + 1] ?? start;
    const span = { start, end };
    if (!hasPipe(text, start, end)) {
      const at = lineStartOf(text, start);
      problems.push({
        code: 'DOC020',
        id: 'rowWithoutPipe',
        data: { line: quote(text.slice(start, end)) },
        span,
        fixes: [
          {
            title: 'Put an empty line before it',
            edits: [{ span: { start: at, end: at }, text: breakBefore(text, at) }],
          },
        ],
      });
      continue;
    }
    const cells = splitRow(text, start, end);
    if (isEmptyRow(context, cells)) continue;
    if (cells.length > count * 2) noteSurplus(context, cells, count, columns.specs[count - 1]);
    if (/[^\S \t]/.test(text.charAt(start))) {
      const gap = text.slice(start, end).length - text.slice(start, end).trimStart().length;
      const spaces = { start, end: start + gap };
      problems.push({
        code: 'DOC020',
        id: 'oddIndent',
        data: {},
        span: spaces,
        fixes: [{ title: 'Remove the space', safe: true, edits: [{ span: spaces, text: '' }] }],
      });
    }
    const row = readRow(context, section, columns, cells, rows.length, span, fields);
    rows.push(row);
    if (division) noteDividedName(context, row, division);
  }
}

function noteDividedName({ problems }: SectionContext, { section, cells }: Row, division: Division): void {
  const name = (cells as Readonly<Record<string, Field | undefined>>)[section.spec.identity[0] ?? ''];
  const problem = name && dividedName(name, division);
  if (problem) problems.push(problem);
}

/** A row whose cells are all empty is no row (rules.md 1.3.1). */
function isEmptyRow(context: SectionContext, cells: readonly number[]): boolean {
  for (let i = 0; i < cells.length; i += 2)
    if (!isEmptyCell(context, cells[i] ?? 0, cells[i + 1] ?? 0)) return false;
  return true;
}

/** What a cell without a text may begin with: a comment, an image, the entity of a space. */
const emptyStarts = '<!&';

/** Whether a cell has no text: nothing, a comment, an image (format-details.md item 2). */
function isEmptyCell({ text, markdown, body }: SectionContext, start: number, end: number): boolean {
  if (start >= end || isSpace(text.charCodeAt(start))) return true;
  // Nearly every cell begins otherwise and is not read twice.
  if (!emptyStarts.includes(text.charAt(start))) return false;
  const source = readInline(markdown, contentOfCell(text, start, end), body.references);
  return source.text === '' && !source.links?.some((link) => !link.image);
}

function hasPipe(text: string, start: number, end: number): boolean {
  const at = text.indexOf('|', start);
  return at >= 0 && at < end;
}

function noteSurplus(
  context: SectionContext,
  cells: readonly number[],
  count: number,
  lastColumn: FieldSpec | undefined,
): void {
  const { text, problems } = context;
  const filled: Span[] = [];
  for (let i = count * 2; i < cells.length; i += 2) {
    const span = { start: cells[i] ?? 0, end: cells[i + 1] ?? 0 };
    if (!isEmptyCell(context, span.start, span.end)) filled.push(span);
  }
  const [first] = filled;
  const last = filled[filled.length - 1];
  if (!first || !last) return;
  const span = { start: first.start, end: last.end };
  problems.push({
    code: 'DOC020',
    id: 'surplusCells',
    data: { cells: quote(text.slice(span.start, span.end)), count: String(count) },
    span,
    fixes: surplusFixes(text, cells, count, span, lastColumn),
  });
}

/** A pipe that was meant as a character is one; or what stands beyond the last column goes. */
function surplusFixes(
  text: string,
  cells: readonly number[],
  count: number,
  span: Span,
  lastColumn: FieldSpec | undefined,
): readonly ReadingFix[] {
  const last = cells[count * 2 - 1];
  if (last === undefined) return [];
  const between = { start: last, end: span.end };
  const joined = text.slice(between.start, between.end).replace(/(?<!\\)\|/g, '\\|');
  // In a text, or a column that is not read, nothing becomes wrong by it.
  const isText = lastColumn === undefined || lastColumn.type.is === 'text';
  const asText = { title: 'Write the pipe as "\\|"', edits: [{ span: between, text: joined }] };
  return [
    ...(isText ? [asText] : []),
    { title: 'Remove what stands beyond the last column', edits: [{ span: between, text: '' }] },
  ];
}

function readRow(
  context: SectionContext,
  section: Section,
  columns: Columns,
  cells: readonly number[],
  index: number,
  span: Span,
  all: Field[],
): Row {
  const { document, text, markdown, body, fields } = context;
  const known: Record<string, Field> = {};
  const further: { header: Source; field: Field }[] = [];
  const row: Row = { section, index, span, cells: known, further };
  for (let i = 0; i < columns.specs.length; i++) {
    const more = columns.further.get(i);
    const spec = columns.specs[i] ?? more?.spec;
    if (!spec) continue;
    // A missing cell is an empty cell, at the end of its row.
    const start = cells[i * 2] ?? span.end;
    const source = readInline(
      markdown,
      contentOfCell(text, start, cells[i * 2 + 1] ?? span.end),
      body.references,
    );
    const field = fields.read(document, spec, source, row);
    all.push(field);
    if (more) further.push({ header: more.header, field });
    else known[spec.key] = field;
  }
  return row;
}

/** A heading that is no section, with the first table below that is not of the section around it. */
interface UnknownHeading {
  readonly heading: Heading;
  readonly table: Block;
  /** Whether it is the only heading of level 1 and stands first: no section begins there whatever it says. */
  readonly isTitle: boolean;
}

/** Headings that are no section, with a table below: a slip of the pen, or a section by its columns. */
function noteUnknownHeadings(
  { vocabulary, problems, document, text }: SectionContext,
  headersOf: (table: Block) => Headers,
  unknown: readonly UnknownHeading[],
  sections: ReadonlyMap<SectionKey, Section>,
): void {
  if (unknown.length === 0) return;
  const isOpen = (spec: SectionSpec): boolean =>
    !sections.has(spec.key) && !(spec.ownKindOnly && spec.kind !== document.kind);
  const candidates = new Map<string, string>();
  for (const [word, { spec, written }] of vocabulary.headings)
    if (isOpen(spec)) candidates.set(word, written);
  for (const { heading, table, isTitle } of unknown) {
    // What is to be a section has to stop being the title.
    const lowering = isTitle ? loweringEdit(heading, text) : [];
    const renamed = (fix: ReadingFix): readonly ReadingFix[] =>
      lowering ? [{ ...fix, edits: [...lowering, ...fix.edits] }] : [];
    const [same] = vocabulary.sectionsNamed(heading.text);
    if (same) {
      // Of known headings only the title comes here.
      if (isOpen(same) && matchColumns(vocabulary, same, headersOf(table)).isMeant) {
        problems.push({
          code: 'DOC021',
          id: 'titleIsNoSection',
          data: { heading: quote(heading.text) },
          span: heading.span,
          fixes: lowering ? [{ title: 'Make it a heading of level 2', edits: lowering }] : [],
        });
      }
      continue;
    }
    const near = nearMiss(foldHeading(heading.text), candidates.keys());
    const written = near === undefined ? undefined : candidates.get(near);
    if (written !== undefined) {
      problems.push({
        code: 'DOC021',
        id: 'nearHeading',
        data: { heading: quote(heading.text), near: written },
        span: heading.span,
        fixes: renamed({
          title: `Replace by "${written}"`,
          edits: [{ span: heading.span, text: written }],
        }),
      });
      continue;
    }
    const meant = sectionsByColumns(vocabulary, headersOf(table)).filter(isOpen);
    const [only] = meant;
    if (!only || meant.length > 1) continue;
    problems.push({
      code: 'DOC021',
      id: 'columnsOf',
      data: { heading: quote(heading.text), section: only.title },
      span: heading.span,
      fixes: renamed({
        title: inEachLanguage((language) => `Rename the heading to "${titleIn(language, only)}"`),
        edits: [{ span: heading.span, text: inEachLanguage((language) => titleIn(language, only)) }],
      }),
    });
  }
}

/** What makes a heading of level 1 one of level 2; undefined where it is underlined. */
function loweringEdit({ span }: Heading, text: string): ReadingFix['edits'] | undefined {
  const start = lineStartOf(text, span.start);
  return text.charAt(start) === '#' ? [{ span: { start, end: start }, text: '#' }] : undefined;
}

/** Links of everything but the rows of tables that were read. */
function linksOfProse({ text, body, markdown }: SectionContext, read: ReadonlySet<Block>): readonly Link[] {
  const links: Link[] = [];
  for (const block of body.blocks) {
    if (block.is === 'paragraph' || block.is === 'heading') {
      const whole = text.slice(block.lines[0], block.lines[block.lines.length - 1]);
      if (/[[<]/.test(whole)) links.push(...linksIn(markdown, contentOfBlock(text, block), body.references));
    } else if (block.is === 'table' && !read.has(block) && rowCount(block) <= rowsAtMost) {
      for (let i = 0; i + 1 < block.lines.length; i += 2) {
        const start = block.lines[i] ?? 0;
        const end = block.lines[i + 1] ?? start;
        if (!/[[<]/.test(text.slice(start, end))) continue;
        const cells = splitRow(text, start, end);
        for (let cell = 0; cell < cells.length; cell += 2) {
          const content = contentOfCell(text, cells[cell] ?? 0, cells[cell + 1] ?? 0);
          links.push(...linksIn(markdown, content, body.references));
        }
      }
    }
  }
  return links;
}
