import type { ReadingProblem } from '../model/document.ts';
import { quote } from '../values/quote.ts';
import { matterProblem } from './front-matter-problem.ts';
import { breakOf, lineBreakOf, lineEnd } from './lines.ts';
import { isNearlyFence, looksLikeMatter, seen } from './matter-lines.ts';
import type { Span } from '../model/text.ts';
import { say } from '../values/say.ts';

/** What is wrong with the opening line: gray-matter takes what follows the dashes for a language. */
export function openingProblem(
  text: string,
  starts: readonly number[],
  from: number,
  line: number,
): ReadingProblem | undefined {
  const end = lineEnd(text, starts, line);
  if (end === from + 3) return undefined;
  const rest = text.slice(from + 3, end);
  if (seen(rest) === '') return undefined;
  const trimmed = rest.trimStart();
  const span = { start: end - trimmed.length, end };
  // A comment, or words behind the dashes, are somebody's: those a person must give up.
  const safe = /^(?:-+|[ \t]*ya?ml)[ \t]*$/i.test(rest);
  const fixes = [
    { title: say('Leave three dashes alone'), safe, edits: [{ span: { start: from + 3, end }, text: '' }] },
  ];
  if (rest.startsWith('-'))
    return matterProblem(
      'openingDashes',
      { start: from, end },
      { written: quote(text.slice(from, end)) },
      { fixes },
    );
  if (trimmed.startsWith('#'))
    return matterProblem('openingComment', span, { written: quote(trimmed) }, { fixes });
  return matterProblem(
    'languageTag',
    span,
    { tag: quote(trimmed) },
    /^ya?ml$/i.test(trimmed) ? { fixes } : {},
  );
}

/** The first line after front matter, and whether that is a closing line. */
interface Closing {
  readonly line: number;
  readonly isFence: boolean;
}

/** Where front matter that begins at line `first` ends, and what is wrong with the line that closes it. */
export function findClosing(
  text: string,
  starts: readonly number[],
  first: number,
  fence: Span,
  problems: ReadingProblem[],
): Closing {
  const found = closingLine(text, starts, first);
  const body = found === undefined ? undefined : bodyAbove(text, starts, first, found);
  if (found !== undefined && body === undefined) {
    const start = starts[found] ?? 0;
    const end = lineEnd(text, starts, found);
    const written = text.slice(start, end);
    if (seen(written) !== '---') {
      const safe = /^(?:[\p{Pd}\u2212]+|\.+)[ \t]*$/u.test(written);
      const fixes = [
        { title: say('Close with three dashes'), safe, edits: [{ span: { start, end }, text: '---' }] },
      ];
      problems.push(matterProblem('badClosing', { start, end }, { written: quote(written) }, { fixes }));
    }
    return { line: found, isFence: true };
  }
  // Without a closing line front matter is taken to end where its lines no longer look like it.
  let line = first;
  while (line < (body ?? starts.length) && looksLikeMatter(lineOf(text, starts, line))) line++;
  const at = starts[line] ?? text.length;
  const before = at > 0 && !/[\r\n]/.test(text.charAt(at - 1)) ? lineBreakOf(text) : '';
  const fixes = [
    {
      title: say('Close front matter with three dashes'),
      edits: [{ span: { start: at, end: at }, text: `${before}---${lineBreakOf(text)}` }],
    },
  ];
  problems.push(matterProblem('unclosed', fence, {}, { fixes }));
  return { line, isFence: false };
}

/** The first line that closes front matter, or was meant to. */
function closingLine(text: string, starts: readonly number[], first: number): number | undefined {
  for (let line = first; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    // Nearly every line is that of a key.
    if (isLetter(text.charCodeAt(start)) && !text.startsWith('--', start + 1)) continue;
    if (text.startsWith('---', start)) {
      // Dashes with a pipe among them are the line below the header of a table.
      if (!lineOf(text, starts, line).includes('|')) return line;
      continue;
    }
    if (text.startsWith('...', start) && lineEnd(text, starts, line) === start + 3) return line;
    const end = breakOf(text, starts, line);
    if (end - start < 2 && !isDashOfWords(text.charCodeAt(start))) continue;
    if (end - start > 40) continue;
    const written = text.slice(start, end);
    if (seen(written) === '---') return line;
    if (!isNearlyFence(written)) continue;
    // Whatever else it may be, the body begins below it.
    const below = lineOf(text, starts, line + 1);
    if (below.trim() === '' || /^[#|]/.test(below)) return line;
  }
  return undefined;
}

/** With which keys begin, and dashes only where one of three was mistyped. */
function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDashOfWords(code: number): boolean {
  return code >= 0x2010 && code <= 0x2212;
}

/**
 * Where the body begins before a line that seems to close front matter: a line of dashes further down, behind an empty
 * line and what is certainly no front matter, belongs to the body, and the line that closed is gone.
 */
function bodyAbove(
  text: string,
  starts: readonly number[],
  first: number,
  closing: number,
): number | undefined {
  if (text.startsWith('{', starts[first])) return undefined;
  if (!hasEmptyLine(text, starts, first, closing)) return undefined;
  let gap: number | undefined;
  let isBroken = false;
  let isBody = false;
  for (let line = first; line < closing; line++) {
    const start = starts[line] ?? 0;
    if (lineEnd(text, starts, line) === start) {
      gap ??= line;
      continue;
    }
    if (text.startsWith('#', start)) {
      // To YAML a heading is a comment. One with an empty line below it, or below what is none of YAML, is none.
      const below = starts[line + 1] ?? 0;
      const isHeading = isBroken || lineEnd(text, starts, line + 1) === below;
      if (gap !== undefined && isHeading && /^#{1,6} /.test(text.slice(start, start + 8))) isBody = true;
    } else if (!looksLikeMatter(lineOf(text, starts, line))) {
      isBroken = true;
      if (text.startsWith('|', start)) isBody = gap !== undefined;
    } else if (!isBroken && !isBody) gap = undefined;
    if (isBroken && isBody) return gap;
  }
  return undefined;
}

/** Without an empty line among the keys there is nothing to find. */
function hasEmptyLine(text: string, starts: readonly number[], first: number, closing: number): boolean {
  for (let line = first; line < closing; line++)
    if (breakOf(text, starts, line) === starts[line]) return true;
  return false;
}

function lineOf(text: string, starts: readonly number[], line: number): string {
  return line < starts.length ? text.slice(starts[line] ?? 0, breakOf(text, starts, line)) : '';
}
