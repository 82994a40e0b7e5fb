import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { SectionSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { blockOf, type Block, type Body } from './blocks.ts';
import { isDashGroups, readGridTable, readSimpleTable, type ForeignTable } from './foreign-tables.ts';
import { breakBefore, lineStartOf, nextLineOf } from './lines.ts';
import type { LastTable, LostTableContext } from './lost-table-context.ts';
import { isNearDashes } from './marked-cells.ts';
import { noteMarkedRows } from './marked-rows.ts';
import { dashCells } from './dash-cells.ts';
import { isSignatureLine } from './signatures.ts';
import { countCells } from './split-row.ts';
import { matchColumns, readHeaders } from './tables.ts';
import { toMargin } from './to-margin.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';

/**
 * Lines under a known heading that were meant as a table and are none (format-details.md item 3), in
 * the block at `index`; `last` is the table above it. Whether the block holds nothing else.
 */
export function noteLostTable(
  context: LostTableContext,
  spec: SectionSpec,
  index: number,
  last: LastTable | undefined,
): boolean {
  const { text, body, problems } = context;
  const block = body.blocks[index];
  if (!block) return false;
  if (block.is === 'rule') {
    if (block.nest === '' && isDashGroups(text.slice(...lineAt(block, 0)))) noteSimpleTable(context, index);
    return false;
  }
  const isMarked = noteMarkedRows(context, spec, index, last);
  if (isMarked !== undefined) return isMarked;
  if (block.is !== 'paragraph') return false;
  const grid = block.nest === '' ? readGridTable(linesOf(text, block)) : undefined;
  if (grid) {
    problems.push(foreignProblem(grid, wholeOf(block)));
    return true;
  }
  const first = firstPipeLine(context, spec, block, last);
  if (first < 0 || isSignatureLine(text.slice(...lineAt(block, first)))) return false;
  problems.push(pipeProblem(context, spec, index, first, last));
  return first === 0;
}

export function noteHtmlTable({ problems }: LostTableContext, block: Block): void {
  if (/<table[\s>]/i.test(block.content))
    problems.push({ code: 'DOC020', id: 'htmlTable', data: {}, span: wholeOf(block) });
}

/** The first line of a paragraph that was meant as a header or a row, or -1. */
function firstPipeLine(
  context: LostTableContext,
  spec: SectionSpec,
  block: Block,
  last: LastTable | undefined,
): number {
  const { text } = context;
  let bareFrom: number | undefined;
  for (let i = 0; i < countLines(block); i++) {
    const [start, end] = lineAt(block, i);
    const line = text.slice(start, end);
    if (!line.includes('|') || (block.nest !== '' && !isAtMargin(text, block, i))) continue;
    if (line.startsWith('|')) {
      const isFirst = i === 0 && block.nest === '';
      if (line.slice(1).includes('|') && (isFirst || isSurelyRow(context, spec, start, end, last))) return i;
    } else if (isBareHeader(context, spec, block, i)) return i;
    else if (i >= (bareFrom ??= bareRowsFrom(text, block, last))) return i;
  }
  return -1;
}

/**
 * Whether a line of a list or a quote stands at the margin: it has neither the mark nor the
 * indentation, and is only taken along by the paragraph above it. What is indented is an example.
 */
function isAtMargin(text: string, block: Block, index: number): boolean {
  const [start] = lineAt(block, index);
  const indent = text.slice(lineStartOf(text, start), start);
  if (index === 0 || /[^ \t]/.test(indent)) return false;
  const [first] = lineAt(block, 0);
  return block.nest.endsWith('q>') || indent.length < first - lineStartOf(text, first);
}

/** Whether a line that begins with a pipe within a text is a row: prose may hold such a line too. */
function isSurelyRow(
  context: LostTableContext,
  spec: SectionSpec,
  start: number,
  end: number,
  last: LastTable | undefined,
): boolean {
  const { text } = context;
  if (text.charAt(end - 1) === '|') return true;
  const count = countCells(text, start, end);
  return (count > 2 && count === last?.count) || knownColumns(context, spec, start, end) > 0;
}

/** A header without outer pipes: two columns of the section, and a line with pipes below. */
function isBareHeader(context: LostTableContext, spec: SectionSpec, block: Block, index: number): boolean {
  const { text } = context;
  if (index + 1 >= countLines(block)) return false;
  const [start, end] = lineAt(block, index);
  return (
    countCells(text, ...lineAt(block, index + 1)) > 1 &&
    countCells(text, start, end) > 1 &&
    knownColumns(context, spec, start, end) > 1
  );
}

/**
 * From which line on a block is nothing but rows without outer pipes, below a table without them; below
 * another one such lines are rather prose.
 */
function bareRowsFrom(text: string, block: Block, last: LastTable | undefined): number {
  let from = countLines(block);
  if (!last?.isBare || last.count < 2) return from;
  const { count } = last;
  while (from > 0 && countCells(text, ...lineAt(block, from - 1)) === count) from--;
  return from;
}

/** How many columns of a section a line names. */
function knownColumns(context: LostTableContext, spec: SectionSpec, start: number, end: number): number {
  const { markdown, text, body, vocabulary } = context;
  const headers = readHeaders(markdown, text, blockOf('table', '', [start, end]), body.references);
  return matchColumns(vocabulary, spec, headers).count;
}

/** A header that begins with the mark of headings: with a pipe before it it is one, and so each line below. */
function hashProblem(span: Span, starts: readonly number[]): ReadingProblem {
  const edits = starts.map((at) => ({ span: { start: at, end: at }, text: '| ' }));
  return {
    code: 'DOC020',
    id: 'hashHeader',
    data: {},
    span,
    fixes: [{ title: say('Begin each line with a pipe'), edits }],
  };
}

function pipeProblem(
  context: LostTableContext,
  spec: SectionSpec,
  index: number,
  first: number,
  last: LastTable | undefined,
): ReadingProblem {
  const { text, body } = context;
  const block = body.blocks[index]!;
  const [start, end] = lineAt(block, first);
  let to = countLines(block) - 1;
  while (to > first && !text.slice(...lineAt(block, to)).includes('|')) to--;
  const span = { start, end: lineAt(block, to)[1] };
  const count = countCells(text, start, end);
  const below = to > first ? lineAt(block, first + 1) : undefined;
  const dashes = below ? dashCells(text, ...below) : 0;
  const written = `|${' --- |'.repeat(Math.min(count, 50))}`;
  const lines = {
    starts: Array.from({ length: to - first + 1 }, (_, i) => lineAt(block, first + i)[0]),
    isNested: block.nest !== '',
    isBelowNest: first === 0 && isBelowNest(text, body, index),
  };
  if (text.charAt(start) === '#') return hashProblem(span, lines.starts);
  if (below && dashes > 0 && dashes !== count) {
    const place = { start: below[0], end: below[1] };
    const edits = toMargin(text, lines);
    const title = say('Write {{n}} {{n|cell|cells}} of dashes', { n: String(count) });
    return {
      code: 'DOC020',
      id: 'dashesDiffer',
      data: { dashes: String(dashes), count: String(count) },
      span: place,
      fixes: edits ? [{ title, edits: [...edits, { span: place, text: written }] }] : [],
    };
  }
  const line = below ? text.slice(...below) : '';
  if (below && dashes === 0 && isNearDashes(line)) {
    const place = { start: below[0], end: below[1] };
    const edits = toMargin(text, lines);
    const title = say('Write {{n}} {{n|cell|cells}} of dashes', { n: String(count) });
    const fixes = edits ? [{ title, edits: [...edits, { span: place, text: written }] }] : [];
    return {
      code: 'DOC020',
      id: 'brokenDashes',
      data: { line: quote(line), dashes: written },
      span: place,
      fixes,
    };
  }
  if (dashes === 0 && count === last?.count)
    return { code: 'DOC020', id: 'cutTable', data: {}, span, fixes: withoutGap(text, start, last) };
  if (dashes > 0 || block.nest !== '') {
    const edits = (dashes > 0 && toMargin(text, lines)) || [];
    const title = lines.isNested ? say('Put an empty line before them') : say('Begin them at the margin');
    const fixes = edits.length > 0 ? [{ title, edits }] : [];
    return { code: 'DOC020', id: 'swallowedTable', data: {}, span, fixes };
  }
  const edits = knownColumns(context, spec, start, end) > 0 ? toMargin(text, lines) : undefined;
  const dashesBelow = {
    span: { start: end, end },
    text: `${breakBefore(text, lineStartOf(text, start))}${written}`,
  };
  return {
    code: 'DOC020',
    id: 'noDashes',
    data: { dashes: written },
    span,
    fixes: edits ? [{ title: say('Add the line of dashes'), edits: [...edits, dashesBelow] }] : [],
  };
}

/** Whether a block stands directly below a list or a quote. */
function isBelowNest(text: string, { blocks }: Body, index: number): boolean {
  const [above, block] = [blocks[index - 1], blocks[index]];
  if (!above || !block || above.nest === '') return false;
  return nextLineOf(text, wholeOf(above).end) === lineStartOf(text, wholeOf(block).start);
}

/** Takes out the empty lines between a table and rows that are cut off from it, where nothing else stands there. */
function withoutGap(text: string, start: number, { end }: LastTable): readonly ReadingFix[] {
  const from = nextLineOf(text, end);
  const to = lineStartOf(text, start);
  if (from >= to || /\S/.test(text.slice(from, to)) || text.slice(to, start) !== '') return [];
  return [{ title: say('Remove the empty lines'), edits: [{ span: { start: from, end: to }, text: '' }] }];
}

function countLines({ lines }: Block): number {
  return lines.length >> 1;
}

function lineAt({ lines }: Block, index: number): [start: number, end: number] {
  return [lines[index * 2] ?? 0, lines[index * 2 + 1] ?? 0];
}

function linesOf(text: string, block: Block): string[] {
  return Array.from({ length: countLines(block) }, (_, i) => text.slice(...lineAt(block, i)));
}

/** From the first character of a block to its last. */
function wholeOf({ lines }: Block): Span {
  return { start: lines[0] ?? 0, end: lines[lines.length - 1] ?? 0 };
}

function foreignProblem(table: ForeignTable, span: Span): ReadingProblem {
  const fixes =
    table.pipes === undefined
      ? []
      : [{ title: say('Convert to a pipe table'), edits: [{ span, text: table.pipes }] }];
  return { code: 'DOC020', id: table.is, data: {}, span, fixes };
}

/** A Pandoc table drawn with groups of dashes: the header above them in the same stretch of lines, the rows below. */
function noteSimpleTable({ text, body, problems }: LostTableContext, index: number): void {
  const { blocks } = body;
  const rule = blocks[index];
  const above = blocks[index - 1];
  const below = blocks[index + 1];
  if (!rule) return;
  const ruleStart = lineStartOf(text, rule.lines[0] ?? 0);
  // The closing line of a table without headers, or of one over several lines, is not a second table.
  if (
    blocks
      .slice(Math.max(0, index - 12), index)
      .some((block) => block.is === 'rule' && isDashGroups(text.slice(...lineAt(block, 0))))
  )
    return;
  const isHeader =
    above?.is === 'paragraph' &&
    above.nest === '' &&
    above.lines.length === 2 &&
    nextLineOf(text, above.lines[1] ?? 0) === ruleStart;
  const isBelow =
    below?.is === 'paragraph' &&
    below.nest === '' &&
    nextLineOf(text, rule.lines[1] ?? 0) === lineStartOf(text, below.lines[0] ?? 0);
  const wholeLine = (at: number): string => text.slice(lineStartOf(text, at)).split(/\r\n?|\n/, 1)[0] ?? '';
  const rows = isBelow ? below.lines.filter((_, i) => i % 2 === 0).map(wholeLine) : [];
  const header = isHeader ? wholeLine(above.lines[0] ?? 0) : undefined;
  // A full line of dashes above the header makes it a table over several lines.
  const isMultiline = blocks[index - 2]?.is === 'rule';
  const table = readSimpleTable(isMultiline ? undefined : header, wholeLine(rule.lines[0] ?? 0), rows);
  const start = isHeader ? (above.lines[0] ?? 0) : (rule.lines[0] ?? 0);
  const end = isBelow ? (below.lines[below.lines.length - 1] ?? 0) : (rule.lines[1] ?? 0);
  problems.push(foreignProblem(table, { start, end }));
}
