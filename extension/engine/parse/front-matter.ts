import type { ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import type { Entry } from './entry.ts';
import { findClosing, openingProblem } from './front-matter-fences.ts';
import { matterProblem } from './front-matter-problem.ts';
import { lineEnd } from './lines.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { takesKey } from './room-to-add.ts';
import { scanEntry, scanFrontMatter } from './scan-front-matter.ts';

export interface FrontMatter {
  readonly entries: readonly Entry[];
  readonly problems: readonly ReadingProblem[];
  /** The three dashes of the opening line. */
  readonly fenceSpan: Span;
  /** The line on which the body begins. */
  readonly bodyLine: number;
  /** The start of the closing line, where another key can stand; undefined where it would not be read there. */
  readonly keysEnd: number | undefined;
}

/**
 * The front matter of a document, or undefined where its first line does not begin with three dashes.
 * Whatever cannot be read is a problem of DOC001, and the rest is read: a half-typed line takes its
 * own key away and no other. `starts` are the offsets of the lines.
 */
export function readFrontMatter(text: string, starts: readonly number[]): FrontMatter | undefined {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', from)) return undefined;
  const fenceSpan = { start: from, end: from + 3 };
  const problems: ReadingProblem[] = [];
  const opening = openingProblem(text, starts, from);
  if (opening) problems.push(opening);
  const closing = findClosing(text, starts, problems);
  const matterStart = starts[1] ?? text.length;
  const matterEnd = starts[closing.line] ?? text.length;
  const bodyLine = closing.isFence ? closing.line + 1 : closing.line;
  const unread = { fenceSpan, bodyLine, keysEnd: undefined };
  if (opening?.id === 'languageTag')
    return { entries: salvage(text, starts, closing.line), problems, ...unread };
  const bound = boundProblem(text, starts, closing.line, matterStart, matterEnd);
  if (bound) {
    problems.push(bound);
    return { entries: salvage(text, starts, closing.line), problems, ...unread };
  }
  const scanned = scanFrontMatter(text, starts, closing.line);
  const isOpenToKeys =
    closing.isFence && (scanned !== undefined || takesKey(text.slice(matterStart, matterEnd)));
  const read = { fenceSpan, bodyLine, keysEnd: isOpenToKeys ? matterEnd : undefined };
  if (scanned) return { entries: scanned, problems, ...read };
  const entries = parseFrontMatter(text, starts, closing.line, problems, fenceSpan);
  return { entries, problems, ...read };
}

const matterBytesAtMost = 64 * 1024;
/** Gray-matter takes quadratic time over a run of empty lines. */
const emptyLinesAtMost = 1000;

function boundProblem(
  text: string,
  starts: readonly number[],
  lastLine: number,
  from: number,
  to: number,
): ReadingProblem | undefined {
  const fence = { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.charCodeAt(0) === 0xfeff ? 4 : 3 };
  if (utf8Length(text, from, to, matterBytesAtMost) > matterBytesAtMost)
    return matterProblem('matterTooLong', fence);
  let run = 0;
  for (let line = 1; line < lastLine; line++) {
    run = (starts[line] ?? 0) === lineEnd(text, starts, line) ? run + 1 : 0;
    if (run > emptyLinesAtMost)
      return matterProblem('emptyLines', fence, { count: String(emptyLinesAtMost) });
  }
  return undefined;
}

/** Bytes of a text in UTF-8; counting ends beyond `enough`. */
export function utf8Length(text: string, from: number, to: number, enough: number): number {
  if ((to - from) * 3 <= enough) return to - from;
  let bytes = 0;
  for (let at = from; at < to && bytes <= enough; at++) {
    const code = text.charCodeAt(at);
    // Each half of a pair counts two: four together.
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
}

/** Lines and their length that are looked at in front matter which is not read. */
const linesSalvaged = 200;
const unitsSalvaged = 400;

/** Keys that stand plainly on lines of their own, where nothing better can be had. */
function salvage(text: string, starts: readonly number[], lastLine: number): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (let line = 1; line < Math.min(lastLine, linesSalvaged); line++) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    const entry = end - start > unitsSalvaged ? undefined : scanEntry(text, start, end);
    if (!entry || seen.has(entry.key)) continue;
    seen.add(entry.key);
    entries.push(entry);
  }
  return entries;
}

/** Whether a line of the text, up to its first 64 KiB, begins with `kind:`; only then unreadable front matter is reported. */
export function hasKindLine(text: string, starts: readonly number[], lastLine: number): boolean {
  for (let line = 1; line < lastLine; line++) {
    const start = starts[line] ?? 0;
    if (start > matterBytesAtMost) return false;
    if (text.startsWith('kind:', start)) return true;
  }
  return false;
}
