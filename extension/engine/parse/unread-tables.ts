import type { ReadingFix, Section, Source } from '../model/document.ts';
import type { Catalogue, FieldSpec } from '../model/schema.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { fold } from '../values/fold.ts';
import { deniers } from '../values/grammar-words.ts';
import { quote } from '../values/quote.ts';
import { columnTitle, listSaid, quoted, say, sectionTitle } from '../values/say.ts';
import { inEachLanguage, titleInEach } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { contentOfCell, readInline } from './inline.ts';
import type { SectionContext } from './section-context.ts';
import { namedColumns } from './named-columns.ts';
import { isRemark } from './remark-columns.ts';
import { splitRow } from './split-row.ts';
import { remembered } from './remembered.ts';
import { nearColumn, nearColumnProblem, type Columns } from './tables.ts';
import type { Headers } from './table-headers.ts';
import { turnedTable } from './turned-table.ts';

/** So many rows say what a column holds. */
const rowsLookedAt = 20;
/** So many names are listed. */
const namesAtMost = 12;

/**
 * The first table under the heading of a section none of whose tables is read: a slip in one of its headers, or
 * columns of which the section knows too few.
 */
export function noteUnreadTable(
  { vocabulary, problems, document, text }: SectionContext,
  { spec }: Section,
  table: Block,
  headers: Headers,
): void {
  const named = namedColumns(vocabulary, spec, headers);
  const here = new Map(named.filter((column) => column !== undefined).map((column) => [column.key, column]));
  const nearOf = remembered((header) => nearColumn(vocabulary, spec, header, here));
  const near = headers.flatMap((header, i) => {
    const word = named[i] || header.text === '' ? undefined : nearOf(header.text);
    return word === undefined ? [] : [nearColumnProblem(spec, header, word)];
  });
  problems.push(...near);
  if (near.length > 0) return;
  const found = headers.filter((_, i) => named[i]);
  const turned = found.length === 0 ? turnedTable(text, spec, table, headers) : undefined;
  if (turned) {
    problems.push(turned);
    return;
  }
  // In a document that does not hold the section by its kind one shared word says nothing.
  if (found.length === 1 && !vocabulary.kindsHolding(spec.key).includes(document.kind)) return;
  const section = sectionTitle(spec);
  const columns = listSaid(spec.columns.slice(0, namesAtMost).map((column) => columnTitle(column, spec)));
  const others = headers.filter(({ text }, i) => text !== '' && !named[i]);
  const span = { start: table.lines[0] ?? 0, end: table.lines[1] ?? 0 };
  problems.push(
    found.length === 0
      ? { code: 'DOC020', id: 'noColumn', data: { section, columns }, span, unread: spec.key }
      : {
          code: 'DOC020',
          unread: spec.key,
          id: 'fewColumns',
          data: { section, columns, known: namesOf(found), others: namesOf(others) },
          span,
        },
  );
}

/** A table that is read and lacks several columns that its section needs, while others of it are not known. */
export function noteColumnsLeft(
  context: SectionContext,
  section: Section,
  table: Block,
  headers: Headers,
  columns: Columns,
): void {
  const { problems } = context;
  const { spec } = section;
  if (!columns.specs.includes(undefined)) return;
  const lacking = spec.columns.filter(
    (column) => isAskedFor(column) && !section.columns.has(column.key) && !columns.specs.includes(column),
  );
  // What is only wanted many do without, and whoever sums up a row has no other word for a column of ours.
  if (lacking.length < 2 || !lacking.some(({ required }) => required)) return;
  const left = headers.flatMap((header, i) =>
    header.text === '' ||
    i === columns.id ||
    i === columns.former ||
    columns.specs[i] ||
    columns.further.has(i) ||
    isRemark(header.text)
      ? []
      : [i],
  );
  const isNear = left.some((i) => problems.some(({ span }) => span === headers[i]!.span));
  if (left.length === 0 || isNear) return;
  // Words that may be what names the rows are not somebody because they could be that too.
  const isNameless = lacking.some(({ key }) => key === spec.identity[0]);
  const meant = isNameless ? lacking.filter(({ type }) => type.is !== 'who') : lacking;
  problems.push({
    code: 'DOC020',
    id: 'columnsLeft',
    data: {
      section: sectionTitle(spec),
      others: namesOf(left.map((i) => headers[i]!)),
      columns: listSaid(lacking.slice(0, namesAtMost).map((column) => columnTitle(column, spec))),
    },
    span: { start: table.lines[0] ?? 0, end: table.lines[1] ?? 0 },
    fixes: left.flatMap((i) =>
      meant
        .filter((column) => fits(context, table, i, column))
        .map((column) => renaming(headers[i]!, column)),
    ),
  });
}

/** A text under a heading whose section is read from a table: nothing of it is checked. */
export function noteTextOnly({ problems }: SectionContext, { spec, heading, prose }: Section): void {
  // "None so far." is an answer.
  const [first = ''] = fold(prose.slice(0, 200)).split(/[ .,:;]/, 1);
  if (deniers.has(first)) return;
  problems.push({
    code: 'DOC021',
    id: 'textOnly',
    data: { section: quote(heading.text), columns: columnsOf(spec) },
    span: heading.span,
  });
}

function columnsOf(spec: Section['spec']): ReturnType<typeof listSaid> {
  const needed = spec.columns.filter(({ required }) => required);
  const named = needed.length > 0 ? needed : spec.columns.slice(0, 3);
  return listSaid(named.slice(0, namesAtMost).map((column) => columnTitle(column, spec)));
}

function namesOf(headers: readonly Source[]): ReturnType<typeof listSaid> {
  return listSaid(headers.slice(0, namesAtMost).map(({ text }) => quoted(quote(text))));
}

/** Whether the cells of a column read as what another column of the section holds; texts fit everywhere. */
function fits(
  { document, text, markdown, body, fields, problems, vocabulary }: SectionContext,
  { lines }: Block,
  index: number,
  column: FieldSpec,
): boolean {
  const isAnything = fitsAnything(vocabulary.catalogue, column);
  if (isAnything && column.type.is !== 'who') return false;
  const before = problems.length;
  let count = 0;
  let isAll = true;
  for (let i = 4; isAll && i + 1 < lines.length && i < 4 + rowsLookedAt * 2; i += 2) {
    const cells = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    const content = contentOfCell(text, cells[index * 2] ?? 0, cells[index * 2 + 1] ?? 0);
    const source = readInline(markdown, content, body.references);
    const { state } = fields.read(document, column, source);
    // Who it is shows later; dates, numbers and paths are nobody.
    if (isAnything && /\d|\S\/\S|`/.test(text.slice(content.start, content.end))) isAll = false;
    if (state === 'read') count++;
    else if (state === 'unread') isAll = false;
  }
  // What a reading says of words is said where the column is read.
  problems.length = before;
  return isAll && count > 0;
}

/** Whether any text reads as what a column holds, so that what stands in one tells nothing. */
function fitsAnything({ words }: Catalogue, { type }: FieldSpec): boolean {
  if (type.is === 'word' || type.is === 'wordDetail' || type.is === 'words') return words[type.list].open;
  return anything.has(type.is);
}

const anything: ReadonlySet<string> = new Set(['text', 'identity', 'name', 'names', 'who', 'link', 'change']);

function renaming(header: Source, column: FieldSpec): ReadingFix {
  return {
    title: titleInEach((language) =>
      say('Rename "{{header}}" to "{{column}}"', {
        header: quote(header.text),
        column: titleIn(language, column),
      }),
    ),
    edits: [{ span: header.span, text: inEachLanguage((language) => titleIn(language, column)) }],
  };
}
