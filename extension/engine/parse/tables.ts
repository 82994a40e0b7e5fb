import type { ReadingProblem, Source } from '../model/document.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { nearestMeaning, nearMiss } from '../values/near-miss.ts';
import { fold } from '../values/fold.ts';
import { scaleColumnWords } from '../values/grammar-words.ts';
import { quote } from '../values/quote.ts';
import type { Block, References } from './blocks.ts';
import { formerColumnOf } from './former-column.ts';
import { idColumnOf } from './id-column.ts';
import { contentOfCell, readInline } from './inline.ts';
import type { Markdown } from './markdown.ts';
import { knownOf, type ColumnMatch, type Named } from './known-headers.ts';
import type { CellsBelow, Headers } from './table-headers.ts';
import { namedColumns } from './named-columns.ts';
import { isSignature } from './signatures.ts';
import { remembered } from './remembered.ts';
import { isStandIn } from './stand-ins.ts';
import { isNobody } from './remark-columns.ts';
import type { SectionContext } from './section-context.ts';
import { splitRow } from './split-row.ts';
import { foldHeading, type Vocabulary } from './vocabulary.ts';
import { say, sectionTitle, columnTitle } from '../values/say.ts';

export function readHeaders(
  markdown: Markdown,
  text: string,
  table: Block,
  references: References | undefined,
  below?: CellsBelow,
): Headers {
  const cells = splitRow(text, table.lines[0] ?? 0, table.lines[1] ?? 0);
  const headers: Source[] = [];
  for (let i = 0; i < cells.length; i += 2) {
    headers.push(readInline(markdown, contentOfCell(text, cells[i] ?? 0, cells[i + 1] ?? 0), references));
  }
  return below ? Object.assign(headers, { cells: below }) : headers;
}

/** Rows of a table that are read; of a longer one nothing is. */
export const rowsAtMost = 10_000;

/** How many rows stand below the line of dashes. */
export function rowCount(table: Block): number {
  return table.lines.length / 2 - 2;
}

/** How many columns of a section a table has, and whether that makes it a table of the section. */
export function matchColumns(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): ColumnMatch {
  const { matches } = knownOf(vocabulary, headers);
  let match = matches.get(spec);
  if (!match) matches.set(spec, (match = readMatch(vocabulary, spec, headers)));
  return match;
}

function readMatch(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): ColumnMatch {
  const found = new Set<string>();
  const named = namedColumns(vocabulary, spec, headers);
  if (isLegend(spec, headers, named)) return { count: 0, isMeant: false, hasRequired: false };
  for (const column of named) if (column) found.add(column.key);
  const count = found.size;
  const hasRequired =
    spec.columns.some(isAskedFor) &&
    spec.columns.every((column) => !isAskedFor(column) || found.has(column.key)) &&
    spec.identity.every(
      (key) => found.has(key) || !spec.columns.some((column) => column.key === key && isAskedFor(column)),
    );
  // Other tables under a heading are free: one shared word does not make a table of the section, but the very name of
  // the column that names its rows does.
  const isNamedSo = headers.some(
    ({ text }, i) =>
      named[i] !== undefined &&
      named[i].key === spec.identity[0] &&
      (spec.further !== undefined || vocabulary.nearnessOf(named[i], text) < 1),
  );
  // One that people sign is free text, unless all that the section needs stands there.
  const isSigned = !hasRequired && headers.some(({ text }, i) => !named[i] && isSignature(text));
  const isMeant =
    !isSigned && count > 0 && (hasRequired || count >= 2 || count * 2 > headers.length || isNamedSo);
  return { count, isMeant, hasRequired };
}

/**
 * Whether a table explains the words of a register: the steps by which risks are rated, one of its columns beside each
 * step, or the ways to answer a risk, each beside when it is chosen.
 */
function isLegend({ key }: SectionSpec, headers: Headers, named: Named): boolean {
  if (key !== 'risks') return false;
  const has = (...keys: readonly string[]): number =>
    named.filter((column) => column && keys.includes(column.key)).length;
  if (named[0]) return named[0].key === 'response' && has('likelihood', 'impact', 'owner') === 0;
  return scaleColumnWords.has(foldHeading(headers[0]?.text ?? '')) && has('likelihood', 'impact') < 2;
}

/** What each column of a table of a section is: a known column, a further one, or free. */
export interface Columns {
  /** Where the numbers of rows stand. */
  readonly id: number | undefined;
  /** Where the names stand that rows had before. */
  readonly former: number | undefined;
  readonly specs: readonly (FieldSpec | undefined)[];
  /** What their headers say of bare numbers below them: "RTO (hours)". */
  readonly units: readonly (string | undefined)[];
  /** Header and spec of further columns, by position. */
  readonly further: ReadonlyMap<number, { readonly header: Source; readonly spec: FieldSpec }>;
}

export function readColumns(
  { vocabulary, problems, fields }: Pick<SectionContext, 'vocabulary' | 'problems' | 'fields'>,
  spec: SectionSpec,
  headers: Headers,
  known: Map<string, Source>,
  cellsOf: (column: number) => readonly string[] = () => [],
): Columns {
  const named = namedColumns(vocabulary, spec, headers);
  if (isEachOwn(named)) return ownColumns(fields, named, headers, known);
  const id = idColumnOf(vocabulary, spec, headers, named, cellsOf);
  const former = formerColumnOf(spec, headers, named);
  const here = new Map<string, Source>();
  const nearness = (column: FieldSpec, i: number): number => vocabulary.nearnessOf(column, headers[i]!.text);
  const winners = new Map<FieldSpec, number>();
  for (const [i, column] of named.entries()) {
    const other = column && winners.get(column);
    if (column && (other === undefined || nearness(column, i) < nearness(column, other)))
      winners.set(column, i);
  }
  const specs: (FieldSpec | undefined)[] = [];
  const units: (string | undefined)[] = [];
  const unknown: number[] = [];
  headers.forEach((header, i) => {
    const column = named[i];
    const winner = column && winners.get(column);
    specs.push(winner === i ? column : undefined);
    units.push(column && winner === i ? fields.unitIn(column, header.text) : undefined);
    if (column && winner === i) {
      here.set(column.key, header);
      if (!known.has(column.key)) known.set(column.key, header);
    } else if (column) {
      if (!isStandIn(header.text))
        problems.push(twoHeaders(vocabulary, column, spec, header, headers[winner!]!));
    }
    if (column || i === id || i === former) return;
    if (header.text !== '') unknown.push(i);
    else if (headers.cells?.isFilled(i)) problems.push(noHeader(spec, header));
  });
  const further = new Map<number, { header: Source; spec: FieldSpec }>();
  const nearOf = remembered((text) => nearColumn(vocabulary, spec, text, here));
  for (const i of unknown) {
    const header = headers[i];
    if (!header) continue;
    if (spec.further && isNobody(vocabulary, spec, headers, header.text)) continue;
    const near = nearOf(header.text);
    if (near !== undefined) problems.push(nearColumnProblem(spec, header, near));
    else if (spec.further) further.set(i, { header, spec: furtherSpec(header, spec.further.type) });
  }
  return { id, former, specs, units, further };
}

/** Whether each header means a column that no other one means, as nearly always. */
function isEachOwn(named: Named): named is readonly FieldSpec[] {
  for (let i = 0; i < named.length; i++) {
    const column = named[i];
    if (column === undefined || named.indexOf(column) !== i) return false;
  }
  return true;
}

function ownColumns(
  fields: SectionContext['fields'],
  named: readonly FieldSpec[],
  headers: Headers,
  known: Map<string, Source>,
): Columns {
  const units: (string | undefined)[] = [];
  for (let i = 0; i < named.length; i++) {
    const column = named[i]!;
    const header = headers[i]!;
    units.push(fields.unitIn(column, header.text));
    if (!known.has(column.key)) known.set(column.key, header);
  }
  return { id: undefined, former: undefined, specs: named, units, further: noFurther };
}

const noFurther: Columns['further'] = new Map();

/** Cells below a header without words, of which nobody knows what they are. */
function noHeader(spec: SectionSpec, { span }: Source): ReadingProblem {
  return { code: 'DOC021', id: 'noHeader', data: { section: sectionTitle(spec) }, span };
}

/** Of two headers that mean one column its own name wins, then the alias that is listed earlier; the other is free. */
function twoHeaders(
  vocabulary: Vocabulary,
  column: FieldSpec,
  spec: SectionSpec,
  header: Source,
  read: Source,
): ReadingProblem {
  // The name of the column twice is an error; another word for it may be a column of one's own.
  const isSame = vocabulary.nearnessOf(column, header.text) === vocabulary.nearnessOf(column, read.text);
  return {
    code: isSame ? 'DOC020' : 'DOC021',
    id: isSame ? 'twoHeaders' : 'otherHeader',
    data: { header: quote(header.text), first: quote(read.text), column: columnTitle(column, spec) },
    span: header.span,
    related: [{ span: read.span, message: isSame ? say('the first one') : say('the one that is read') }],
  };
}

/** A header that nearly is one of a section, with the word that it nearly is. */
export function nearColumnProblem(spec: SectionSpec, header: Source, near: string): ReadingProblem {
  return {
    code: 'DOC021',
    id: 'nearColumn',
    data: { header: quote(header.text), section: sectionTitle(spec), near },
    span: header.span,
    fixes: [
      { title: say('Replace by "{{text}}"', { text: near }), edits: [{ span: header.span, text: near }] },
    ],
  };
}

/** Headers that number or point at something; they are one letter from many words. */
const neverNear: ReadonlySet<string> = new Set(['no', 'nr', 'ref', 'id', '#']);

/** The word for a column that a table lacks and a header nearly is. */
export function nearColumn(
  vocabulary: Vocabulary,
  spec: SectionSpec,
  header: string,
  here: ReadonlyMap<string, unknown>,
): string | undefined {
  const folded = foldHeading(header);
  // A word that is known and means another thing here is no slip.
  const isKnown = vocabulary.columnNamed(spec.key, header) !== undefined;
  // How much of a thing is done is not when it is done.
  const isShare = /^%|%$/.test(folded);
  if (isKnown || isShare || neverNear.has(folded.replace(/\.$/, ''))) return undefined;
  const columns: [string, string][] = [];
  const written = new Map<string, string>();
  for (const [word, column] of vocabulary.columnWords(spec.key)) {
    if (here.has(column.spec.key)) continue;
    columns.push([word, column.spec.key]);
    written.set(word, column.written);
  }
  // A letter before or behind it may have been typed over a pipe.
  const bare = folded.replace(/^\S |(?<=\S{2}) \S$/, '');
  const key =
    columns.find(([word]) => bare !== folded && word === bare)?.[1] ??
    nearestMeaning(folded, columns) ??
    nearestMeaning(
      squeezed(folded),
      columns.map(([word, one]) => [squeezed(word), one] as const),
    ) ??
    (spec.further ? undefined : ofTwoLetters(folded, columns));
  if (key === undefined) return undefined;
  // Of several words for that column the nearest, else its name.
  const near = nearMiss(
    folded,
    columns.filter(([, one]) => one === key).map(([word]) => word),
  );
  const column = spec.columns.find((one) => one.key === key);
  return (near === undefined ? undefined : written.get(near)) ?? column?.title;
}

function squeezed(text: string): string {
  return text.replaceAll(' ', '');
}

/** The column called by two letters of which a header has one: "B" for "By". */
function ofTwoLetters(letter: string, columns: readonly [word: string, key: string][]): string | undefined {
  if (letter.length !== 1) return undefined;
  const keys = new Set(
    columns.filter(([word]) => word.length === 2 && word.includes(letter)).map(([, key]) => key),
  );
  return keys.size === 1 ? [...keys][0] : undefined;
}

function furtherSpec(header: Source, type: FieldSpec['type']): FieldSpec {
  return {
    key: header.text,
    title: header.text,
    titleSv: header.text,
    type,
    required: false,
    aliases: [fold(header.text)],
    description: '',
    ask: '',
    example: '',
  };
}
