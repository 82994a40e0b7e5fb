import type { StateBlock } from 'markdown-it';
import { contentStart } from './block-lines.ts';
import { isBlank } from './lines.ts';

/** What a rule has left behind that must go where its lines are read once more. */
export interface Attempts {
  /** Notes what there is, and gives what takes back all that has come since. */
  begin(): () => void;
  /** How many lines the quotes that begin at a line are known to need. */
  readonly needed: Map<number, number>;
}

/** Lines that a quote is first read with, and the factor of each further reading. */
const linesAtFirst = 16;
const growth = 32;

/**
 * A quote as markdown-it reads it, in time that grows with its lines. The built-in rule takes all lines
 * of the document along that a paragraph may continue on, and each quote in it does so again, however
 * short it turns out to be. Here a quote that ends among its first lines never sees the others.
 */
export function readQuote(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
  attempts: Attempts,
): boolean {
  if (indentOf(state, startLine) - state.blkIndent >= 4) return false;
  if (state.src.charCodeAt(contentStart(state, startLine)) !== 62) return false;
  if (silent) return true;
  const { lineMax } = state;
  for (let size = attempts.needed.get(startLine) ?? linesAtFirst; ; size *= growth) {
    const limit = Math.min(endLine, startLine + size);
    const takeBack = attempts.begin();
    // Paragraphs look as far as this, whatever their rule is given.
    state.lineMax = limit === endLine ? lineMax : limit;
    readWithin(state, startLine, limit);
    state.lineMax = lineMax;
    if (limit === endLine || state.line < limit) return true;
    takeBack();
    // Quotes within one another need not find it out one by one.
    attempts.needed.set(startLine, size * growth);
  }
}

function readWithin(state: StateBlock, startLine: number, endLine: number): void {
  const { blkIndent, lineMax, parentType } = state;
  const saved = marks.map((name) => state[name].slice(startLine, endLine));
  state.parentType = 'blockquote';
  const line = takeLines(state, startLine, endLine);
  state.blkIndent = 0;
  state.push('blockquote_open', 'blockquote', 1).markup = '>';
  state.md.block.tokenize(state, startLine, line);
  state.push('blockquote_close', 'blockquote', -1).markup = '>';
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.blkIndent = blkIndent;
  for (const [i, name] of marks.entries()) {
    const its = saved[i]!;
    const now = state[name];
    for (let at = 0; at < its.length; at++) now[startLine + at] = its[at]!;
  }
}

/** What a quote changes of its lines while it is read. */
const marks = ['bMarks', 'tShift', 'sCount', 'bsCount'] as const;

/** Makes the lines of a quote begin behind their mark, and gives the line where it ends. */
function takeLines(state: StateBlock, startLine: number, endLine: number): number {
  const rules = state.md.block.ruler.getRules('blockquote');
  let isEmpty = false;
  for (let line = startLine; line < endLine; line++) {
    const start = contentStart(state, line);
    if (start >= (state.eMarks[line] ?? 0)) return line;
    const indent = indentOf(state, line);
    if (state.src.charCodeAt(start) === 62 && indent >= state.blkIndent) {
      isEmpty = passMark(state, line, start + 1);
      continue;
    }
    if (isEmpty) return line;
    // A quote around this one has asked the rules already.
    if (indent < 0) continue;
    if (rules.some((rule) => rule(state, line, endLine, true))) {
      state.lineMax = line;
      if (state.blkIndent !== 0) state.sCount[line] = indent - state.blkIndent;
      return line;
    }
    // No line begins a block here: a paragraph may continue on it, and nothing else.
    state.sCount[line] = -1;
  }
  return endLine;
}

/** Moves the start of a line behind its mark and one blank, part of a tab too; whether nothing else stands there. */
function passMark(state: StateBlock, line: number, afterMark: number): boolean {
  const { src } = state;
  const end = state.eMarks[line] ?? 0;
  const column = state.bsCount[line] ?? 0;
  const indent = indentOf(state, line);
  let initial = indent + 1;
  let at = afterMark;
  let isTabShared = false;
  const next = src.charCodeAt(at);
  const hasBlank = isBlank(next);
  if (next === 9 && (column + initial) % 4 !== 3) isTabShared = true;
  else if (hasBlank) {
    at++;
    initial++;
  }
  state.bMarks[line] = at;
  let offset = initial;
  for (; at < end && isBlank(src.charCodeAt(at)); at++)
    offset += src.charCodeAt(at) === 9 ? 4 - ((offset + column + (isTabShared ? 1 : 0)) % 4) : 1;
  state.bsCount[line] = indent + 1 + (hasBlank ? 1 : 0);
  state.sCount[line] = offset - initial;
  state.tShift[line] = at - (state.bMarks[line] ?? 0);
  return at >= end;
}

function indentOf(state: StateBlock, line: number): number {
  return state.sCount[line] ?? 0;
}
