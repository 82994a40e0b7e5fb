import type { Heading, ReadingProblem } from '../model/document.ts';
import type { KindKey, SectionSpec } from '../model/schema.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { titleIn } from '../values/words-in.ts';
import { plainAnchor } from '../values/plain-anchor.ts';
import { anchorsOfBlock } from './anchors.ts';
import { blockOf, type Block, type Body } from './blocks.ts';
import { slugOf } from './headings.ts';
import { headingWords } from './heading-words.ts';
import { headingLine, type HeadingLine } from './heading-line.ts';
import { readInline } from './inline.ts';
import { lineStartOf } from './lines.ts';
import type { Markdown } from './markdown.ts';
import { isStrange } from './strange-tables.ts';
import { matchColumns, readHeaders } from './tables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is needed of a document to see headings that were meant. */
export interface MeantHeadingsContext {
  readonly kind: KindKey;
  readonly text: string;
  readonly body: Body;
  readonly headings: ReadonlyMap<Block, Heading>;
  readonly markdown: Markdown;
  readonly vocabulary: Vocabulary;
  readonly problems: ReadingProblem[];
}

/** The blocks of a body with headings where they were meant, and the heading of each. */
export interface MeantHeadings {
  readonly body: Body;
  readonly headings: ReadonlyMap<Block, Heading>;
}

/** What stands around a line: the section, if any, and the level of the heading above it. */
interface Around {
  spec: SectionSpec | undefined;
  level: number;
}

/**
 * Lines that name a section and are no headings for GitHub: marks without a blank behind them, bold type or a name
 * alone over a table that fits. They are read as headings, so that what stands below them is checked, and said.
 */
export function readMeantHeadings(context: MeantHeadingsContext): MeantHeadings {
  const { body, text } = context;
  const { blocks } = body;
  if (!blocks.some((_, i) => mayHoldHeading(text, blocks, i))) return { body, headings: context.headings };
  const found = new Map<Block, Heading>();
  const all: Block[] = [];
  const around: Around = { spec: undefined, level: 1 };
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.is === 'heading' && block.nest === '') {
      const spec = context.vocabulary.sectionsNamed(context.headings.get(block)?.text ?? '')[0];
      around.spec = spec ?? (block.level > around.level ? around.spec : undefined);
      around.level = block.level;
    }
    const tag = block.is === 'html' && block.nest === '' ? headingOfHtml(context, block) : undefined;
    if (tag) {
      const { start, end } = tag.span;
      const made = blockOf('heading', '', [start, end], tag.level);
      found.set(made, tag);
      all.push(made);
      continue;
    }
    const isItem = block.is === 'item' && block.nest === 'o>' && blocks[i + 1]?.is === 'paragraph';
    const lines = isItem ? blocks[i + 1]!.lines : block.lines;
    const isLine = (block.is === 'paragraph' && block.nest === '') || (isItem && lines.length === 2);
    const below = blocks[i + (isItem ? 2 : 1)];
    if (!isLine || !mayBeMeant(text, lines, below)) {
      all.push(block);
      continue;
    }
    // The number of an item is part of the heading.
    const own = isItem ? [lineStartOf(text, lines[0]!), lines[1]!] : lines;
    const at = meantLine(context, around, own, i + (isItem ? 2 : 1));
    if (!at) {
      all.push(block);
      continue;
    }
    const { index, heading, spec } = at;
    const made = blockOf('heading', '', [heading.span.start, heading.span.end], heading.level);
    found.set(made, heading);
    if (index > 0) all.push(blockOf('paragraph', '', lines.slice(0, index * 2)));
    all.push(made);
    if (index * 2 + 2 < lines.length) all.push(blockOf('paragraph', '', lines.slice(index * 2 + 2)));
    around.spec = spec;
    around.level = heading.level;
    if (isItem) i++;
  }
  if (found.size === 0) return { body, headings: context.headings };
  return { body: { ...body, blocks: all }, headings: new Map([...context.headings, ...found]) };
}

/** A heading of HTML, which GitHub shows as one, where it names a section. */
function headingOfHtml(
  { text, vocabulary, markdown }: MeantHeadingsContext,
  block: Block,
): Heading | undefined {
  const start = block.lines[0] ?? 0;
  const [, open = '', level = '', words = ''] = tagOfHeading.exec(text.slice(start, block.lines[1])) ?? [];
  if (words === '' || vocabulary.sectionsNamed(words).length === 0) return undefined;
  const from = start + open.length;
  const ids = anchorsOfBlock(markdown, text, block, undefined).map(plainAnchor);
  const span = { start: from, end: from + words.length };
  return { text: words, level: Number(level), span, slug: slugOf(words), ids };
}

const tagOfHeading = /^(<h([1-6])(?:\s[^<>]{0,200})?>)([^<>]{1,160})<\/h[1-6]>\s*$/i;

/** A quick look at what a heading may stand in, so that nearly every document is left as it is. */
function mayHoldHeading(text: string, blocks: readonly Block[], i: number): boolean {
  const { is, nest, lines } = blocks[i]!;
  if (is === 'item') return nest === 'o>';
  if (nest !== '') return false;
  return is === 'html' || (is === 'paragraph' && mayBeMeant(text, lines, blocks[i + 1]));
}

/** A quick look: nearly every paragraph has no line with hashes and no table or list below it. */
function mayBeMeant(text: string, lines: readonly number[], below: Block | undefined): boolean {
  if (below && (below.is === 'table' || below.is === 'item')) return true;
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const start = text.slice(lines[i], Math.min((lines[i] ?? 0) + 3, lines[i + 1] ?? 0));
    if (/[#＃]/.test(start)) return true;
  }
  return false;
}

function meantLine(
  context: MeantHeadingsContext,
  around: Around,
  lines: readonly number[],
  next: number,
): { readonly index: number; readonly heading: Heading; readonly spec: SectionSpec } | undefined {
  const { text } = context;
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const isLast = i + 2 === lines.length;
    const line = headingLine(text, lines[i]!, lines[i + 1]!);
    if (!line || (line.hashes === 0 && (!isLast || (line.isBare && i > 0)))) continue;
    const inner = text.slice(line.words.start, line.words.end);
    const words = readInline(context.markdown, {
      text: inner,
      ...line.words,
      places: undefined,
    }).text;
    const spec = sectionOf(context, around, line, words, isLast ? next : undefined);
    const isRead = spec !== undefined && !line.isSpoilt;
    const meant = isRead ? spec : nearSection(context, line, words, isLast ? next : undefined);
    if (!meant) continue;
    note(context, around, line, isRead ? words : undefined, meant);
    if (!isRead) continue;
    const level = levelOf(around, line);
    return { index: i / 2, spec, heading: { text: words, level, span: line.words, slug: '', ids: [] } };
  }
  return undefined;
}

/** The section that a line names, if what follows says that it is its heading. */
function sectionOf(
  context: MeantHeadingsContext,
  around: Around,
  line: HeadingLine,
  words: string,
  next: number | undefined,
): SectionSpec | undefined {
  const named = context.vocabulary
    .sectionsNamed(words)
    .filter((spec) => !spec.ownKindOnly || spec.kind === context.kind);
  const fitting = named.find((spec) => next !== undefined && isTableOf(context, spec, around.spec, next));
  if (fitting || named.length === 0) return fitting;
  const own = named.find(({ columns }) => columns.length === 0) ?? named[0];
  if (line.hashes > 1) return own;
  // Minutes have their parts in bold type over lists.
  const isList = line.isStrong && next !== undefined && context.body.blocks[next]?.is === 'item';
  if (!isList || !own || own === around.spec || !own.shape.includes('list')) return undefined;
  return context.vocabulary.kindsHolding(own.key).includes(context.kind) ? own : undefined;
}

/** A line with hashes that nearly names a section, over a table that fits it. */
function nearSection(
  context: MeantHeadingsContext,
  line: HeadingLine,
  words: string,
  next: number | undefined,
): SectionSpec | undefined {
  if (line.hashes === 0 || next === undefined) return undefined;
  const { headings, sectionsNamed } = context.vocabulary;
  const near = nearMiss(headingWords(words), headings.keys());
  return [sectionsNamed(words), near === undefined ? [] : sectionsNamed(near), sectionsNamed(words.slice(1))]
    .flat()
    .find((spec) => isTableOf(context, spec, undefined, next));
}

/** Whether a table of a section stands there, or a deeper text and then one, that is not rather one of another. */
function isTableOf(
  { kind, text, body, markdown, vocabulary }: MeantHeadingsContext,
  spec: SectionSpec,
  around: SectionSpec | undefined,
  next: number,
): boolean {
  const block = body.blocks[next];
  if (block?.is !== 'table' || block.nest !== '' || spec === around) return false;
  const headers = readHeaders(markdown, text, block, body.references);
  const mine = matchColumns(vocabulary, spec, headers);
  if (!mine.isMeant || isStrange(vocabulary, kind, spec, headers)) return false;
  const other = around && matchColumns(vocabulary, around, headers);
  return !other?.isMeant || mine.count >= other.count;
}

function levelOf({ spec, level }: Around, { hashes }: HeadingLine): number {
  if (hashes > 0) return Math.min(6, Math.max(2, hashes));
  return Math.min(6, Math.max(2, spec ? level : level + 1));
}

/** Says what is to be written, so that GitHub shows a heading too. */
function note(
  { text, problems }: MeantHeadingsContext,
  around: Around,
  line: HeadingLine,
  words: string | undefined,
  spec: SectionSpec,
): void {
  const isSwedish = /[åäö]/i.test(text.slice(line.words.start, line.words.end));
  const name = words ?? titleIn(isSwedish ? 'sv' : 'en', spec);
  const heading = `${'#'.repeat(levelOf(around, line))} ${name}`;
  const { span } = line;
  // A runbook has its steps in bold type many times over; once is enough to know it.
  const isAgain = problems.some(({ id, data }) => id === 'meantHeading' && data['heading'] === heading);
  if (words !== undefined && isAgain) return;
  problems.push({
    code: 'DOC021',
    id: words === undefined ? 'nearMeantHeading' : 'meantHeading',
    data: { line: quote(text.slice(span.start, span.end)), heading },
    span,
    fixes: [{ title: say('Replace by "{{text}}"', { text: heading }), edits: [{ span, text: heading }] }],
  });
}
