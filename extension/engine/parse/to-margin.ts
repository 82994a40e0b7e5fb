import { breakBefore, lineStartOf } from './lines.ts';

interface Edit {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** Lines of a paragraph that were meant as a table. */
export interface MeantLines {
  /** The first character of each that is no blank, in order; the first two are the header and its dashes. */
  readonly starts: readonly number[];
  /** Whether the paragraph stands in a list or a quote. */
  readonly isNested: boolean;
  /** Whether the header stands directly below a list or a quote, which would take it along. */
  readonly isBelowNest: boolean;
}

/** What makes such lines a table of its own at the margin; undefined where more stands in the way than blanks. */
export function toMargin(
  text: string,
  { starts, isNested, isBelowNest }: MeantLines,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [i, start] of starts.entries()) {
    const span = { start: lineStartOf(text, start), end: start };
    const indent = text.slice(span.start, span.end);
    if (/[^ \t]/.test(indent) || (i === 0 && widthOf(indent) >= codeWidth)) return undefined;
    const gap = i === 0 && (isNested || isBelowNest) ? breakBefore(text, span.start) : '';
    // What does not begin with a pipe may be a list at the margin.
    const isSure = i < 2 || text.charAt(start) === '|';
    const isMoved = indent !== '' && isSure && (isNested || widthOf(indent) >= codeWidth);
    // One edit: of two at one place it is open which comes first.
    if (gap !== '' || isMoved)
      edits.push({ span: { start: span.start, end: isMoved ? start : span.start }, text: gap });
  }
  return edits;
}

/** So many columns make code of a line, and end a table. */
const codeWidth = 4;

function widthOf(indent: string): number {
  let width = 0;
  for (const mark of indent) width += mark === '\t' ? codeWidth - (width % codeWidth) : 1;
  return width;
}
