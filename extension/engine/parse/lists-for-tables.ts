import type { ReadingFix } from '../model/document.ts';
import type { FieldSpec, SectionKey, SectionSpec } from '../model/schema.ts';
import type { Language, Wording } from '../model/language.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { inEachLanguage } from '../values/wording.ts';
import { titleIn, wordIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { lineBreakOf, lineStartOf } from './lines.ts';
import type { Occurrence, SectionContext } from './section-context.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sections of which people make lists in minutes, where somebody has to do something by a day. */
const listed: ReadonlySet<SectionKey> = new Set<SectionKey>(['actions', 'waiting_for']);

/** A list where a table is needed is one problem, whose fix writes the table (settled 31). */
export function noteListForTable(context: SectionContext, { spec, heading, from, to }: Occurrence): void {
  if (!listed.has(spec.key)) return;
  const blocks = context.body.blocks.slice(from, to);
  const first = blocks.findIndex(({ is, nest }) => is === 'item' && nest.length === 2);
  if (first < 0) return;
  const lines = blocks[first + 1]?.lines ?? [];
  const span = { start: lines[0] ?? 0, end: lines[1] ?? 0 };
  context.problems.push({
    code: 'DOC020',
    id: 'listForTable',
    data: { section: quote(heading.text) },
    span: span.end > span.start ? span : heading.span,
    fixes: tableFix(context, spec, blocks.slice(first)),
  });
}

/** Nothing where the list holds more than one line of text an item, or something stands between its items. */
function tableFix(
  { text, vocabulary }: SectionContext,
  spec: SectionSpec,
  blocks: readonly Block[],
): readonly ReadingFix[] {
  const texts: string[] = [];
  let end = 0;
  let start: number | undefined;
  let count = 0;
  for (; count + 1 < blocks.length; count += 2) {
    const [item, paragraph] = [blocks[count]!, blocks[count + 1]!];
    if (item.is !== 'item') break;
    const isPlain = paragraph.is === 'paragraph' && paragraph.nest === item.nest && item.nest.length === 2;
    if (!isPlain || paragraph.lines.length !== 2) return [];
    const [from = 0, to = 0] = paragraph.lines;
    start ??= lineStartOf(text, from);
    texts.push(text.slice(from, to).trim());
    end = to;
  }
  if (start === undefined || blocks.slice(count).some(({ is }) => is === 'item')) return [];
  const rows = texts.map((one) => rowOf(vocabulary, spec, one));
  const table = inEachLanguage((language) => tableOf(spec, rows, language, lineBreakOf(text)));
  return [{ title: say('Write these items as a table'), edits: [{ span: { start, end }, text: table }] }];
}

/** What an item says, by column. */
type ItemRow = ReadonlyMap<FieldSpec, Wording>;

/** "[ ] **Renew** — Owner: anna — Due: 2026-11-20": the first piece is the name, what has a label its column. */
function rowOf(vocabulary: Vocabulary, spec: SectionSpec, item: string): ItemRow {
  const row = new Map<FieldSpec, Wording>();
  const box = /^\[([ xX])\][ \t]+/.exec(item);
  let name = '';
  for (const { text, before } of piecesOf(item.slice(box?.[0].length ?? 0))) {
    const labelled = /^[*_]{0,2}([^:*_]{1,30})(?::[*_]{0,2}|[*_]{0,2}:) *(.*)$/.exec(text);
    const column = labelled && vocabulary.columnNamed(spec.key, labelled[1]!.trim());
    if (column && name !== '' && !row.has(column)) row.set(column, labelled[2]!.trim());
    // What has no label goes on as it was written.
    else name += name === '' ? text : before + text;
  }
  const first = spec.columns.find(({ key }) => key === spec.identity[0]);
  if (first) row.set(first, name.replace(/^(\*\*|__)([^*_]+)\1$/, '$2'));
  const status = spec.columns.find(({ key }) => key === 'status');
  if (box && status && !row.has(status)) {
    const word = box[1] === ' ' ? 'open' : 'done';
    row.set(
      status,
      inEachLanguage((language) => wordIn(language, 'action_status', word)),
    );
  }
  return row;
}

interface Piece {
  readonly text: string;
  /** What divides it from the piece before. */
  readonly before: string;
}

/** An item between the dashes, strokes and semicolons that divide it, and in brackets at its end. */
function piecesOf(item: string): readonly Piece[] {
  const open = item.endsWith(')') ? item.lastIndexOf(' (') : -1;
  const inner = open < 0 ? '' : item.slice(open + 2, -1);
  // Brackets divide where what stands in them has a label.
  const isLabelled = /^[\p{L} ]{1,30}:/u.test(inner);
  return [
    ...divided(isLabelled ? item.slice(0, open) : item, /( (?:—|–|-|\\?\||·) |; ?)/),
    ...(isLabelled ? divided(inner, /([,;] ?)/) : []),
  ];
}

function divided(text: string, separator: RegExp): readonly Piece[] {
  const parts = text.split(separator);
  return parts.flatMap((part, i) =>
    i % 2 === 1 || part.trim() === '' ? [] : [{ text: part.trim(), before: parts[i - 1] ?? ', ' }],
  );
}

function tableOf(spec: SectionSpec, rows: readonly ItemRow[], language: Language, lineBreak: string): string {
  const columns = spec.columns.filter((column) => isAskedFor(column) || rows.some((row) => row.has(column)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cellOf = (row: ItemRow, column: FieldSpec): string => {
    const its = row.get(column) ?? '';
    return (typeof its === 'string' ? its : its[language]).replace(/(?<!\\)\|/g, '\\|');
  };
  return [
    line(columns.map((column) => titleIn(language, column))),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => cellOf(row, column)))),
  ].join(lineBreak);
}
