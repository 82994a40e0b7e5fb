import type { ReadingProblem, Section } from '../model/document.ts';
import type { SectionKey, SectionSpec } from '../model/schema.ts';
import { say, sectionTitle } from '../values/say.ts';
import { inEachLanguage, titleInEach } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { lineBreakOf, lineStartOf } from './lines.ts';
import type { SectionContext, UnknownHeading } from './section-context.ts';
import { hasNames, isNamedSo, namedColumns } from './named-columns.ts';
import { sectionsByColumns } from './sections-by-columns.ts';
import { isSignatureTable } from './signatures.ts';
import { matchColumns } from './tables.ts';
import type { Headers } from './table-headers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So many tables of a document are looked at. */
const tablesAtMost = 1000;

/** Where the tables of a document stand, and which of them are read. */
export interface TablesFound {
  readonly headersOf: (table: Block) => Headers;
  readonly unknown: readonly UnknownHeading[];
  readonly sections: ReadonlyMap<SectionKey, Section>;
  readonly read: ReadonlySet<Block>;
}

/**
 * Tables under no heading for them that have columns of a section that the document does not have: two or more of one
 * that it needs, which is named in place of that section, or most of one that its kind normally holds.
 */
export function noteTablesMeant(
  context: SectionContext,
  lead: readonly SectionKey[],
  found: TablesFound,
): void {
  const { vocabulary, problems, body, document } = context;
  const { catalogue } = vocabulary;
  const tables: Block[] = [];
  for (const block of body.blocks) {
    if (block.is !== 'table' || block.nest !== '' || found.read.has(block)) continue;
    if (!isSignatureTable(found.headersOf(block))) tables.push(block);
    if (tables.length === tablesAtMost) break;
  }
  if (tables.length === 0) return;
  const isOpen = (key: SectionKey): boolean => !isFilled(found.sections.get(key));
  const needed = lackingOf(lead, found.sections).map((key) => catalogue.sections[key]);
  const usual = catalogue.kinds[document.kind].sections
    .filter(isOpen)
    .map((key) => catalogue.sections[key])
    .filter(({ columns }) => columns.length > 0);
  const countOf = (spec: SectionSpec, table: Block): number =>
    matchColumns(vocabulary, spec, found.headersOf(table)).count;
  const most = new Map(needed.map((spec) => [spec, Math.max(...tables.map((one) => countOf(spec, one)))]));
  for (const table of tables) {
    const headers = found.headersOf(table);
    const isNaming = (spec: SectionSpec): boolean => hasNames(vocabulary, spec, headers);
    const leading = best(
      needed,
      (spec) => countOf(spec, table),
      (count, spec) =>
        count >= 2 &&
        // Where its own table waits for rows, one of fewer columns is about the same and is not that table.
        count >= (found.sections.get(spec.key)?.columns.size ?? 0) &&
        (count === most.get(spec) || isNaming(spec)) &&
        isEvident(vocabulary, spec, headers),
    );
    // Where a table has all that two sections ask for, nobody knows which is meant.
    const isOpenToTwo = sectionsByColumns(vocabulary, headers).length > 1;
    const spec =
      leading ??
      best(
        usual,
        (one) => countOf(one, table),
        (count, one) => !isOpenToTwo && count >= 3 && count * 2 > headers.length && isNaming(one),
      );
    if (spec && !isNamed(context, found, table)) problems.push(problemOf(context, table, spec, !leading));
  }
}

/**
 * Whether a table is more than a list of words that the section has too: two columns stand there that it requires, most
 * of several are known, or its rows are named by their very name.
 */
function isEvident(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): boolean {
  const named = namedColumns(vocabulary, spec, headers);
  const required = named.filter((column) => column?.required);
  const isMost = headers.length > 2 && named.filter(Boolean).length * 2 > headers.length;
  return (
    isNamedSo(vocabulary, spec, headers) ||
    isMost ||
    required.length >= Math.min(2, spec.columns.filter((column) => column.required).length)
  );
}

/** The section with the most columns, if only one has so many. */
function best(
  specs: readonly SectionSpec[],
  countOf: (spec: SectionSpec) => number,
  isEnough: (count: number, spec: SectionSpec) => boolean,
): SectionSpec | undefined {
  const counted = specs.map((spec) => ({ spec, count: countOf(spec) })).sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  return first && first.count > (second?.count ?? 0) && isEnough(first.count, first.spec)
    ? first.spec
    : undefined;
}

function problemOf(
  { text }: SectionContext,
  { lines: [start = 0, end = 0] }: Block,
  spec: SectionSpec,
  isHint: boolean,
): ReadingProblem {
  const lineStart = lineStartOf(text, start);
  const gap = lineBreakOf(text).repeat(2);
  return {
    ...(isHint ? { code: 'DOC021', id: 'usualTable' } : { code: 'DOC020', id: 'leadTable' }),
    data: { section: sectionTitle(spec) },
    span: { start, end },
    unread: spec.key,
    fixes: [
      {
        title: titleInEach((language) =>
          say('Write the heading "{{heading}}" above it', { heading: titleIn(language, spec) }),
        ),
        edits: [
          {
            span: { start: lineStart, end: lineStart },
            text: inEachLanguage((language) => `## ${titleIn(language, spec)}${gap}`),
          },
        ],
      },
    ],
  };
}

/** Those of which a document needs one, where it has none of them. */
export function lackingOf(
  lead: readonly SectionKey[],
  sections: ReadonlyMap<SectionKey, Section>,
): readonly SectionKey[] {
  return lead.every((key) => !isFilled(sections.get(key))) ? lead : [];
}

/** Whether anything of a section is read. */
export function isFilled(section: Section | undefined): boolean {
  return section !== undefined && (section.rows.length > 0 || section.items.length > 0);
}

/** Whether something is said already of a table, of the heading above it, or of the line above it. */
function isNamed(
  { problems, body: { blocks } }: SectionContext,
  { unknown }: TablesFound,
  table: Block,
): boolean {
  const heading = unknown.find((one) => one.table === table)?.heading.span;
  const above = blocks[blocks.indexOf(table) - 1] ?? table;
  const start = above.lines[0] ?? 0;
  const end = table.lines[1] ?? 0;
  return problems.some(({ span }) => span === heading || (span.start < end && span.end > start));
}
