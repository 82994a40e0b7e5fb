import type { Heading, ReadingFix, ReadingProblem } from '../model/document.ts';
import type { KindKey, SectionKey, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { quote } from '../values/quote.ts';
import { tablesBetween, type Block } from './blocks.ts';
import { adopted, adoptions, namedByHeadings } from './adopted-tables.ts';
import { headingWords } from './heading-words.ts';
import { lineBreakOf, lineStartOf, nextLineOf } from './lines.ts';
import type { Occurrence, SectionContext, UnknownHeading } from './section-context.ts';
import type { ColumnMatch } from './known-headers.ts';
import { isObjectiveHeading } from './lent-values.ts';
import { areStrange } from './strange-tables.ts';
import { matchColumns } from './tables.ts';
import type { Headers } from './table-headers.ts';
import { foldHeading } from './vocabulary.ts';
import { addTo } from '../values/add-to.ts';
import { say } from '../values/say.ts';

/**
 * The places of a document where a section begins and ends. Headings that are no section, with a table below,
 * are added to `unknown`.
 */
export function findOccurrences(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  unknown: UnknownHeading[],
  lead: readonly SectionKey[],
): Occurrence[] {
  const { vocabulary, document, problems } = context;
  const { blocks } = context.body;
  const { margin, isTitle } = headingsAtMargin(blocks);
  const adopt = adoptions(context, headersOf, lead, namedByHeadings(context, margin, isTitle, headersOf));
  const occurrences: Occurrence[] = [];
  let current: Occurrence | undefined;
  margin.forEach((i, n) => {
    const block = blocks[i];
    const heading = block && context.headings.get(block);
    if (!block || !heading) return;
    const next = margin[n + 1] ?? blocks.length;
    const below = tablesBetween(blocks, i + 1, next);
    if (isTitle(n)) {
      const meant = adopt(heading, below);
      if (meant) occurrences.push(adopted(meant, heading, block, i + 1, next));
      else noteTable(heading, below, true);
      return;
    }
    const named = vocabulary.sectionsNamed(heading.text);
    const spec =
      named.length > 1 ? bySubject(context, named, below, headersOf, blocks.slice(i + 1, next)) : named[0];
    if (!spec && isObjectiveHeading(context, heading, below, headersOf)) {
      const kpis = kpisOfObjective(context, current, heading, block, i);
      if (kpis) occurrences.push((current = kpis));
      return;
    }
    const isForeign = spec?.ownKindOnly === true && spec.kind !== document.kind;
    if (isForeign && below.some((table) => isOf(spec, table))) problems.push(ofOtherKind(heading, spec));
    const isDeeper = current !== undefined && block.level > current.headingBlock.level;
    const isOwn = spec !== undefined && (isUsual(spec) || below.some((table) => isOf(spec, table)));
    const isReadThere = isDeeper && below.some((table) => isOf(current!.spec, table));
    const meant = isOwn || isReadThere ? undefined : adopt(heading, below);
    if (meant) {
      if (current) current.to = i;
      current = undefined;
      occurrences.push(adopted(meant, heading, block, i + 1, next));
      return;
    }
    const isKnown =
      spec !== undefined && !isForeign && !areStrange(vocabulary, document.kind, spec, below.map(headersOf));
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
    if (!spec) noteTable(heading, below, false);
  });
  return occurrences;

  /** Whether a heading of the document means that section whatever stands below: "Recovery" may be a phase elsewhere. */
  function isUsual({ key, columns }: SectionSpec): boolean {
    return columns.length === 0 || vocabulary.kindsHolding(key).includes(document.kind);
  }

  function isOf(one: SectionSpec, table: Block): boolean {
    return matchColumns(vocabulary, one, headersOf(table)).isMeant;
  }

  function noteTable(heading: Heading, below: readonly Block[], isTitle: boolean): void {
    const around = current;
    const table = below.find(
      (one) => !around || !matchColumns(vocabulary, around.spec, headersOf(one)).isMeant,
    );
    if (table) unknown.push({ heading, table, isTitle });
  }
}

/** The headings at the margin. The first, when it is the only one of level 1, is the title. */
function headingsAtMargin(blocks: readonly Block[]): {
  readonly margin: readonly number[];
  readonly isTitle: (n: number) => boolean;
} {
  const margin: number[] = [];
  let firstLevels = 0;
  blocks.forEach(({ is, nest, level }, i) => {
    if (is !== 'heading' || nest !== '') return;
    margin.push(i);
    if (level === 1) firstLevels++;
  });
  const isFirst = firstLevels === 1 && blocks[margin[0]!]?.level === 1;
  return { margin, isTitle: (n) => n === 0 && isFirst };
}

function ofOtherKind({ text, span }: Heading, { kind }: SectionSpec): ReadingProblem {
  return { code: 'DOC020', id: 'otherKind', data: { section: quote(text), kind }, span };
}

/** The section that begins with the heading of an objective: one, of as many headings as there are objectives. */
function kpisOfObjective(
  { vocabulary, body: { blocks } }: SectionContext,
  current: Occurrence | undefined,
  heading: Heading,
  block: Block,
  i: number,
): Occurrence | undefined {
  if (current?.gathers === true) return undefined;
  if (current?.spec.key === 'kpis' && block.level > current.headingBlock.level) return undefined;
  if (current) current.to = i;
  const { kpis } = vocabulary.catalogue.sections;
  return { spec: kpis, heading, headingBlock: block, from: i + 1, to: blocks.length, gathers: true };
}

/**
 * Decision or Decisions: the table below, its absence, or a list in a document of the kind says which (format-details.md
 * item 24); so do lines that were meant as a table. Of two with tables, such as the tests of an exit plan and those
 * before something goes live, that of the kind is meant, else the one that has more of the columns.
 */
function bySubject(
  { vocabulary, document, text }: SectionContext,
  named: readonly SectionSpec[],
  below: readonly Block[],
  headersOf: (table: Block) => Headers,
  inside: readonly Block[],
): SectionSpec | undefined {
  const tabular = named.filter(({ columns }) => columns.length > 0);
  const fitting = bestFitting(
    tabular,
    (spec) =>
      below.map((table) => matchColumns(vocabulary, spec, headersOf(table))).find(({ isMeant }) => isMeant),
    document.kind,
  );
  const isNear = (table: Block): boolean =>
    tabular.some((spec) => matchColumns(vocabulary, spec, headersOf(table)).count > 0);
  const isListed = below.some(isNear) || inside.some((block) => block.is === 'item' || isRow(text, block));
  // A heading with nothing but headings below it gathers cards.
  const own =
    isListed || inside.length === 0 ? tabular.find(({ kind }) => kind === document.kind) : undefined;
  const textual = named.find(({ columns }) => columns.length === 0);
  return fitting ?? own ?? textual ?? named.find(({ kind }) => kind === document.kind) ?? named[0];
}

/** Of sections that have a table below, that of the kind, else the one with more of its columns, else all it needs. */
function bestFitting(
  specs: readonly SectionSpec[],
  matchOf: (spec: SectionSpec) => ColumnMatch | undefined,
  kind: KindKey,
): SectionSpec | undefined {
  const fitting = specs.flatMap((spec) => {
    const match = matchOf(spec);
    return match
      ? [{ spec, rank: spec.kind === kind ? Infinity : match.count + (match.hasRequired ? 0.5 : 0) }]
      : [];
  });
  return fitting.sort((a, b) => b.rank - a.rank)[0]?.spec;
}

/** Whether a text begins as the row of a table does. */
function isRow(text: string, { is, nest, lines }: Block): boolean {
  return is === 'paragraph' && nest === '' && /^\|[^|\n]*\|/.test(text.slice(lines[0], lines[1]));
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

/** The places of each section, in the order of the first. */
export function occurrencesByKey(
  occurrences: readonly Occurrence[],
): ReadonlyMap<SectionKey, readonly Occurrence[]> {
  const places = new Map<SectionKey, Occurrence[]>();
  for (const occurrence of occurrences) addTo(places, occurrence.spec.key, occurrence);
  return places;
}

/**
 * Of several places with a table of the section the one with its own name is read, else the first; a further one with a
 * table is a problem.
 */
export function chooseOccurrence(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  places: readonly Occurrence[],
): Occurrence | undefined {
  if (places.length < 2) return places[0];
  const withTable = places.filter((place) => tableOf(context, headersOf, place) !== undefined);
  const own = withTable.find(isCalledSo);
  const first = own ?? withTable[0];
  for (const place of withTable) {
    if (place === first || !first) continue;
    const isOther = own !== undefined && !isCalledSo(place);
    context.problems.push({
      ...(isOther ? { code: 'DOC021', id: 'otherHeading' } : { code: 'DOC020', id: 'secondHeading' }),
      data: { section: quote(place.heading.text), ...(isOther && { own: quote(own.heading.text) }) },
      span: place.heading.span,
      related: [
        { span: first.heading.span, message: isOther ? say('the one that is read') : say('the first one') },
      ],
      fixes: mergeFix(context, headersOf, first, place),
    });
  }
  return first ?? places[0];
}

function isCalledSo({ spec, heading }: Occurrence): boolean {
  const words = headingWords(heading.text);
  return words === fold(spec.title) || words === fold(spec.titleSv);
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
      title: say('Move these rows to the first table'),
      edits: [
        { span: { start: at, end: at }, text: rows.map((row) => lineBreakOf(text) + row).join('') },
        { span: { start, end: stop }, text: '' },
      ],
    },
  ];
}
