import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import { lineOf, type Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { findClosing, openingProblem } from './front-matter-fences.ts';
import { matterProblem } from './front-matter-problem.ts';
import { breakOf, lineBreakOf, lineEnd } from './lines.ts';
import {
  firstSaid,
  isNearlyFence,
  looksLikeKey,
  looksLikeMatter,
  seen,
  type MatterLines,
} from './matter-lines.ts';

/**
 * Where front matter begins and ends. It begins with the first line that says something, which is three dashes; or
 * with what was meant for them; or, without any, with a key; or it stands in a block of code.
 */
export function findFrontMatter(text: string, starts: readonly number[]): MatterLines | undefined {
  const from = text.startsWith('---') ? 0 : firstSaid(text);
  const line = from === 0 ? 0 : lineOf(starts, from);
  const isPlain = from === 0 || (from === 1 && text.charCodeAt(0) === 0xfeff);
  if (text.startsWith('---', from)) return dashed(text, starts, { from, line, isPlain });
  const end = lineEnd(text, starts, line);
  if (from >= end) return undefined;
  // Most files that nobody governs begin with a heading: no more than the next line with something is looked at.
  if (text.startsWith('# ', from)) return belowHeading(text, starts, end);
  const written = text.slice(from, Math.min(end, from + 200));
  const block = /^(`{3,}|~{3,})[ \t]*(?:ya?ml|markdown|md|front-?matter)?$/i.exec(written);
  if (block) return inBlock(text, starts, { from, line, isPlain }, block[1]!);
  if (isNearlyFence(written) && looksLikeKey(lineAt(text, starts, line + 1)))
    return nearlyDashed(text, starts, { from, line, isPlain });
  if (looksLikeKey(written)) return undashed(text, starts, { from, line, isPlain });
  return undefined;
}

/** The first line that says something, and where in it that begins. */
interface Opening {
  readonly from: number;
  readonly line: number;
  readonly isPlain: boolean;
}

function dashed(text: string, starts: readonly number[], { from, line, isPlain }: Opening): MatterLines {
  const opening = openingProblem(text, starts, from, line);
  const fenceSpan = { start: from, end: from + 3 };
  const below: ReadingProblem[] = [];
  const closing = findClosing(text, starts, line + 1, fenceSpan, below);
  const problems = ofFences(opening, below);
  return {
    text,
    starts,
    fenceSpan,
    first: line + 1,
    last: closing.line,
    bodyLine: closing.isFence ? closing.line + 1 : closing.line,
    isClosed: closing.isFence,
    isPlain,
    isTagged: opening?.id === 'languageTag',
    problems,
  };
}

/** What is wrong with both lines; the same mistake twice is one. */
function ofFences(
  opening: ReadingProblem | undefined,
  below: readonly ReadingProblem[],
): readonly ReadingProblem[] {
  if (!opening) return below;
  const [closing] = below;
  const [first] = opening.fixes ?? [];
  const [second] = closing?.fixes ?? [];
  if (opening.id !== 'openingDashes' || closing?.id !== 'badClosing' || !first || !second)
    return [opening, ...below];
  const safe = first.safe === true && second.safe === true;
  return [{ ...opening, fixes: [{ ...first, safe, edits: [...first.edits, ...second.edits] }] }];
}

function nearlyDashed(text: string, starts: readonly number[], { from, line }: Opening): MatterLines {
  const end = lineEnd(text, starts, line);
  const fenceSpan = { start: from, end };
  const written = text.slice(from, end);
  const closing = findClosing(text, starts, line + 1, fenceSpan, []);
  const edits = [{ span: fenceSpan, text: '---' }, ...closingEdits(text, starts, closing)];
  const safe = /^[\p{Pd}\u2212]+$/u.test(written);
  const fixes = [{ title: say('Leave three dashes alone'), safe, edits }];
  return {
    ...closed(text, starts, line + 1, closing),
    fenceSpan,
    problems: [matterProblem('openingDashes', fenceSpan, { written: quote(written) }, { fixes })],
  };
}

/** Front matter below the title of its document, where nobody else looks for it. */
function belowHeading(text: string, starts: readonly number[], heading: number): MatterLines | undefined {
  const gap = /^\s{2,80}/.exec(text.slice(heading, heading + 100))?.[0] ?? '';
  const from = heading + gap.length;
  const line = lineOf(starts, from);
  const end = lineEnd(text, starts, line);
  if (text.slice(from, end) !== '---' || !looksLikeKey(lineAt(text, starts, line + 1))) return undefined;
  const found = dashed(text, starts, { from, line, isPlain: false });
  if (!found.isClosed) return undefined;
  const whole = { start: starts[line] ?? from, end: starts[found.bodyLine] ?? text.length };
  const edits = [
    { span: { start: 0, end: 0 }, text: text.slice(whole.start, whole.end) },
    { span: whole, text: '' },
  ];
  const fixes = [{ title: say('Move front matter to the top'), edits }];
  return {
    ...found,
    problems: [matterProblem('belowTitle', found.fenceSpan, {}, { fixes }), ...found.problems],
  };
}

/** Keys at the top with no line above them; a line that closes them may be there. */
function undashed(text: string, starts: readonly number[], { from, line }: Opening): MatterLines {
  let last = line;
  while (last < starts.length && looksLikeMatter(lineAt(text, starts, last))) last++;
  const isFence = last < starts.length && isFenceLike(lineAt(text, starts, last));
  const colon = text.indexOf(':', from);
  const span = { start: from, end: from + seen(text.slice(from, colon)).length };
  const newLine = lineBreakOf(text);
  const start = starts[line] ?? 0;
  const edits = [
    { span: { start, end: start }, text: `---${newLine}` },
    ...closingEdits(text, starts, { line: last, isFence }),
  ];
  const fixes = [{ title: say('Put three dashes above and below front matter'), edits }];
  return {
    ...closed(text, starts, line, { line: last, isFence }),
    fenceSpan: span,
    problems: [matterProblem('noFence', span, {}, { fixes })],
  };
}

/** A block of code that begins the document and holds its front matter, or all of it. */
function inBlock(
  text: string,
  starts: readonly number[],
  { from, line }: Opening,
  fence: string,
): MatterLines | undefined {
  const isInner = seen(lineAt(text, starts, line + 1)) === '---';
  const first = isInner ? line + 2 : line + 1;
  const isEnd = (at: number): boolean => {
    const written = seen(lineAt(text, starts, at));
    return written.startsWith(fence) && written === written.charAt(0).repeat(written.length);
  };
  let last = first;
  const isClosing = (at: number): boolean => isInner && seen(lineAt(text, starts, at)) === '---';
  while (last < starts.length && !isEnd(last) && !isClosing(last)) last++;
  if (last >= starts.length) return undefined;
  let end = last;
  // The dashes may be the last line of the block, or the body may stand in it too.
  if (isInner && !isEnd(end)) while (end < starts.length && !isEnd(end)) end++;
  const opening = { start: from, end: lineEnd(text, starts, line) };
  return {
    ...closed(text, starts, first, { line: last, isFence: true }),
    bodyLine: end === last + 1 ? end + 1 : last + 1,
    fenceSpan: opening,
    problems: [
      matterProblem(
        'codeBlock',
        opening,
        { written: quote(text.slice(opening.start, opening.end)) },
        { fixes: [withoutBlock(text, starts, isInner, line, end)] },
      ),
    ],
  };
}

function withoutBlock(
  text: string,
  starts: readonly number[],
  isInner: boolean,
  opening: number,
  end: number,
): ReadingFix {
  const whole = (line: number): Span => ({
    start: starts[line] ?? text.length,
    end: starts[line + 1] ?? text.length,
  });
  const own = (line: number): Span => ({
    start: starts[line] ?? text.length,
    end: breakOf(text, starts, line),
  });
  return {
    title: say('Put three dashes above and below front matter'),
    edits: isInner
      ? [opening, end].filter((line) => line < starts.length).map((line) => ({ span: whole(line), text: '' }))
      : [opening, end].map((line) => ({ span: own(line), text: '---' })),
  };
}

function closed(
  text: string,
  starts: readonly number[],
  first: number,
  { line, isFence }: { readonly line: number; readonly isFence: boolean },
): Omit<MatterLines, 'fenceSpan' | 'problems'> {
  return {
    text,
    starts,
    first,
    last: line,
    bodyLine: isFence ? line + 1 : line,
    isClosed: isFence,
    isPlain: false,
    isTagged: false,
  };
}

function closingEdits(
  text: string,
  starts: readonly number[],
  { line, isFence }: { readonly line: number; readonly isFence: boolean },
): readonly { readonly span: Span; readonly text: string }[] {
  const start = starts[line] ?? text.length;
  if (isFence) {
    const end = lineEnd(text, starts, line);
    return text.slice(start, end) === '---' ? [] : [{ span: { start, end }, text: '---' }];
  }
  const newLine = lineBreakOf(text);
  const before = start > 0 && !/[\r\n]/.test(text.charAt(start - 1)) ? newLine : '';
  return [{ span: { start, end: start }, text: `${before}---${newLine}` }];
}

function isFenceLike(line: string): boolean {
  const written = seen(line);
  return written === '---' || written === '...' || isNearlyFence(line);
}

function lineAt(text: string, starts: readonly number[], line: number): string {
  return line < starts.length ? text.slice(starts[line] ?? 0, breakOf(text, starts, line)) : '';
}
