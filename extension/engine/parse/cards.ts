import type { Heading, ReadingFix, Section } from '../model/document.ts';
import type { FieldSpec, SectionKey, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { columnTitle, listSaid, say, sectionTitle } from '../values/say.ts';
import { inEachLanguage } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { contentOfCell, readInline } from './inline.ts';
import { isFilled, type TablesFound } from './lead-tables.ts';
import { lineBreakOf, lineStartOf, nextLineOf } from './lines.ts';
import type { SectionContext } from './section-context.ts';
import { splitRow } from './split-row.ts';

/** A heading over a table of two columns that holds one row: names of columns at the left, its cells at the right. */
interface Card {
  readonly heading: Heading;
  readonly table: Block;
  readonly fields: readonly CardField[];
}

interface CardField {
  readonly name: string;
  readonly column: FieldSpec | undefined;
  /** As it stands in the text. */
  readonly written: string;
}

/** So many columns are named. */
const namesAtMost = 12;
/** A table of more cards, or with more columns, is nobody's. */
const cardsAtMost = 500;
const columnsAtMost = 40;

/**
 * Cards under the heading of a section that is read from rows, or where a document has no such heading: each tells
 * of one row, and nothing of it is read. They are one finding, with a fix that makes a table of them.
 */
export function noteCards(context: SectionContext, lead: readonly SectionKey[], found: TablesFound): void {
  const { vocabulary, problems, body } = context;
  if (!body.blocks.some((block) => block.is === 'table' && !found.read.has(block))) return;
  const specs = new Set([...found.sections.values()].map(({ spec }) => spec));
  for (const key of lead) specs.add(vocabulary.catalogue.sections[key]);
  for (const spec of specs) {
    if (spec.columns.length === 0) continue;
    const section = found.sections.get(spec.key);
    if (isFilled(section)) continue;
    const from = section
      ? body.blocks.findIndex((block) => context.headings.get(block) === section.heading)
      : -1;
    const level = section?.heading.level ?? 1;
    // Below the heading of the section the name of each stands in its heading, and one column more tells enough.
    const cards = cardsBelow(context, spec, found, from + 1, level, section ? 1 : 2);
    const [first] = cards;
    if (!first) continue;
    const columns = new Set(cards.flatMap(({ fields }) => fields.flatMap(({ column }) => column ?? [])));
    const names = [...columns].slice(0, namesAtMost).map((column) => columnTitle(column, spec));
    problems.push({
      code: 'DOC020',
      id: 'cards',
      data: { section: sectionTitle(spec), columns: listSaid(names) },
      span: first.heading.span,
      unread: spec.key,
      fixes: asTable(context, spec, section, cards),
    });
    return;
  }
}

/** The cards that stand one below the other, up to a heading that ends the section. */
function cardsBelow(
  context: SectionContext,
  spec: SectionSpec,
  { read, headersOf }: TablesFound,
  from: number,
  level: number,
  enough: number,
): readonly Card[] {
  const { blocks } = context.body;
  const cards: Card[] = [];
  let heading: Heading | undefined;
  for (const block of blocks.slice(from)) {
    if (block.nest !== '') continue;
    if (block.is === 'heading') {
      if (block.level <= level && from > 0) break;
      // A card under the title tells of the whole document.
      heading = block.level > 1 ? context.headings.get(block) : undefined;
      if (heading && context.vocabulary.sectionsNamed(heading.text).length > 0) heading = undefined;
    } else if (block.is === 'table' && heading && !read.has(block) && headersOf(block).length === 2) {
      const fields = fieldsOf(context, spec, block);
      const known = new Set(fields.flatMap(({ column }) => column ?? []));
      if (known.size >= enough) cards.push({ heading, table: block, fields });
      heading = undefined;
    }
  }
  return cards;
}

/** The lines of a card, its header too where that names a column; the line of dashes is none. */
function fieldsOf(
  { vocabulary, text, markdown, body }: SectionContext,
  spec: SectionSpec,
  { lines }: Block,
): readonly CardField[] {
  const fields: CardField[] = [];
  for (let i = 0; i + 1 < lines.length; i += i === 0 ? 4 : 2) {
    const [start = 0, end = 0, from = 0, to = 0] = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    const name = readInline(markdown, contentOfCell(text, start, end), body.references).text;
    const column = name === '' ? undefined : vocabulary.columnNamed(spec.key, name);
    const written = text.slice(from, to).trim();
    if (name !== '' && (i > 0 || column)) fields.push({ name, column, written });
  }
  return fields;
}

/** One table in place of the cards; none where more than cards stands among them, since that would be lost. */
function asTable(
  { text, body, headings }: SectionContext,
  spec: SectionSpec,
  section: Section | undefined,
  cards: readonly Card[],
): readonly ReadingFix[] {
  const [identity] = spec.columns.filter(({ key }) => key === spec.identity[0]);
  const first = body.blocks.findIndex((block) => headings.get(block) === cards[0]?.heading);
  const last = body.blocks.indexOf(cards.at(-1)!.table);
  if (!identity || last - first + 1 !== cards.length * 2) return [];
  if (cards.some(({ fields }) => hasTwice(fields))) return [];
  const names = new Map<string, string>();
  for (const { fields } of cards)
    for (const { name } of fields) if (!names.has(fold(name))) names.set(fold(name), name);
  if (cards.length > cardsAtMost || names.size > columnsAtMost) return [];
  const isNamed = cards.some(({ fields }) => fields.some(({ column }) => column === identity));
  const rows = cards.map(({ heading, fields }) => [
    text.slice(heading.span.start, heading.span.end).replaceAll(/(?<!\\)\|/g, '\\|'),
    ...[...names.keys()].map((name) => fields.find((field) => fold(field.name) === name)?.written ?? ''),
  ]);
  const lineBreak = lineBreakOf(text);
  const start = lineStartOf(text, body.blocks[first]!.lines[0] ?? 0);
  const end = nextLineOf(text, cards.at(-1)!.table.lines.at(-1) ?? 0);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |${lineBreak}`;
  const under = (title: string): string => (section ? '' : `## ${title}${lineBreak.repeat(2)}`);
  return [
    {
      title: say('Make a table of these cards'),
      edits: [
        {
          span: { start, end },
          text: inEachLanguage((language) =>
            [
              under(titleIn(language, spec)),
              line([isNamed ? 'Id' : titleIn(language, identity), ...names.values()]),
              line(['---', ...[...names.values()].map(() => '---')]),
              ...rows.map(line),
            ].join(''),
          ),
        },
      ],
    },
  ];
}

function hasTwice(fields: readonly CardField[]): boolean {
  return new Set(fields.map(({ name }) => fold(name))).size < fields.length;
}
