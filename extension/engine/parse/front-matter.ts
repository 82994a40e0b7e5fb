import type { ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import type { Entry } from './entry.ts';
import { findFrontMatter } from './find-front-matter.ts';
import { matterProblem } from './front-matter-problem.ts';
import { lineEnd } from './lines.ts';
import type { MatterLines } from './matter-lines.ts';
import { meantEntries } from './meant-entries.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { takesKey } from './room-to-add.ts';
import { scanEntry, scanFrontMatter } from './scan-front-matter.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface FrontMatter {
  readonly entries: readonly Entry[];
  readonly problems: readonly ReadingProblem[];
  /** The dashes of the opening line; where there is none, the first key. */
  readonly fenceSpan: Span;
  /** The line on which the body begins. */
  readonly bodyLine: number;
  /** The first line of the keys. */
  readonly firstLine: number;
  /** Whether a line of it is for a generator that fills it in. */
  readonly isTemplate: boolean;
  /** Opened as every program opens it; else it is front matter only of a document with a kind of ours. */
  readonly isPlain: boolean;
  /** The start of the closing line, where another key can stand; undefined where it would not be read there. */
  readonly keysEnd: number | undefined;
}

/**
 * The front matter of a document, or undefined where nothing at its top is front matter. Whatever cannot be read is a
 * problem of DOC001, and the rest is read: a half-typed line takes its own key away and no other. `starts` are the
 * offsets of the lines, `known` the keys that another spelling may stand for.
 */
export function readFrontMatter(
  text: string,
  starts: readonly number[],
  known: ReadonlySet<string> = new Set(),
): FrontMatter | undefined {
  const lines = findFrontMatter(text, starts);
  if (!lines) return undefined;
  const { fenceSpan, bodyLine, isPlain, first, last } = lines;
  const problems = [...lines.problems];
  const unread = {
    fenceSpan,
    bodyLine,
    isPlain,
    isTemplate: false,
    firstLine: first,
    keysEnd: undefined,
    problems,
  };
  if (lines.isTagged) return { entries: meantEntries(salvage(lines), known, text, []), ...unread };
  const bound = boundProblem(lines);
  if (bound) {
    problems.push(bound);
    return { entries: meantEntries(salvage(lines), known, text, []), ...unread };
  }
  const scanned = scanFrontMatter(lines);
  const entries = scanned ?? parseFrontMatter(lines, problems);
  const to = starts[last] ?? text.length;
  const isOpenToKeys =
    lines.isClosed && (scanned !== undefined || takesKey(text.slice(starts[first] ?? to, to)));
  return {
    fenceSpan,
    bodyLine,
    isPlain,
    firstLine: first,
    problems,
    isTemplate: scanned === undefined && /^[ \t]*(?:\{[{%]|<%)/m.test(text.slice(starts[first] ?? to, to)),
    entries: meantEntries(entries, known, text, problems),
    keysEnd: isOpenToKeys ? to : undefined,
  };
}

const matterBytesAtMost = 64 * 1024;
/** Gray-matter takes quadratic time over a run of empty lines. */
const emptyLinesAtMost = 1000;

function boundProblem({ text, starts, first, last, fenceSpan }: MatterLines): ReadingProblem | undefined {
  const from = starts[first] ?? text.length;
  const to = starts[last] ?? text.length;
  if (utf8Length(text, from, to, matterBytesAtMost) > matterBytesAtMost)
    return matterProblem('matterTooLong', fenceSpan);
  if (last - first <= emptyLinesAtMost) return undefined;
  let run = 0;
  for (let line = first; line < last; line++) {
    run = (starts[line] ?? 0) === lineEnd(text, starts, line) ? run + 1 : 0;
    if (run > emptyLinesAtMost)
      return matterProblem('emptyLines', fenceSpan, { count: String(emptyLinesAtMost) });
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
function salvage({ text, starts, first, last }: MatterLines): readonly Entry[] {
  const entries: Entry[] = [];
  const known = new Set<string>();
  for (let line = first; line < Math.min(last, first + linesSalvaged); line++) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    const entry = end - start > unitsSalvaged ? undefined : scanEntry(text, start, end);
    if (!entry || known.has(entry.key)) continue;
    known.add(entry.key);
    entries.push(entry);
  }
  return entries;
}

/**
 * Whether a line of the text, up to its first 64 KiB, begins with `kind:` and names a kind of ours; only then
 * unreadable front matter is reported.
 */
export function hasKindLine(
  text: string,
  starts: readonly number[],
  lastLine: number,
  { kindNamed }: Vocabulary,
): boolean {
  for (let line = 0; line < lastLine; line++) {
    const start = starts[line] ?? 0;
    if (start > matterBytesAtMost) return false;
    const written = text.slice(start, Math.min(lineEnd(text, starts, line), start + unitsSalvaged));
    if (!/^[{\s]{0,20}["']?kind["']?\s{0,20}:/i.test(written)) continue;
    if (written.split(/[^\p{L}-]+/u).some((word) => kindNamed(word) !== undefined)) return true;
  }
  return false;
}
