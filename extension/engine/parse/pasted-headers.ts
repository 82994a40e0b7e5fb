import { blockOf, type Block, type Body } from './blocks.ts';
import { lineStartOf, nextLineOf } from './lines.ts';

/** A column of numbers, whose header Markdown takes for the mark of a heading. */
const numbered = /^#(?: ?\t| {0,8}\|)/;

/**
 * The blocks of a body in which the header of a table is no heading: one that begins with `#` and a tab or a pipe, over a
 * line with as many of these.
 */
export function withPastedHeaders(text: string, body: Body): Body {
  const { blocks } = body;
  const all: Block[] = [];
  let isChanged = false;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const below = blocks[i + 1];
    const merged = below && withRowsBelow(text, block, below);
    all.push(merged ?? block);
    if (!merged) continue;
    isChanged = true;
    i++;
  }
  return isChanged ? { ...body, blocks: all } : body;
}

function withRowsBelow(text: string, heading: Block, below: Block): Block | undefined {
  if (heading.is !== 'heading' || heading.level !== 1 || heading.nest !== '') return undefined;
  if (below.is !== 'paragraph' || below.nest !== '') return undefined;
  const start = lineStartOf(text, heading.lines[0] ?? 0);
  if (!numbered.test(text.slice(start, start + 10))) return undefined;
  const next = nextLineOf(text, start);
  if (lineStartOf(text, below.lines[0] ?? 0) !== next) return undefined;
  const line = text.slice(start, next).trimEnd();
  const row = text.slice(next, below.lines[1]);
  const mark = line.includes('\t') ? '\t' : '|';
  const count = marksIn(line, mark);
  if (count < 2 || marksIn(row, mark) !== count) return undefined;
  return blockOf('paragraph', '', [start, start + line.length, ...below.lines]);
}

function marksIn(line: string, mark: string): number {
  return line.split(mark).length - 1;
}
