import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import type { Entry } from './entry.ts';
import { isLowSurrogate, lineEnd, lineStartOf, nextLineOf } from './lines.ts';
import { takesKey } from './room-to-add.ts';
import { scanEntry, scanFrontMatter } from './scan-front-matter.ts';
import { aliasesAtMost, readYaml, YamlFailure } from './yaml.ts';

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
  const entries = readSlowly(text, starts, closing.line, problems, fenceSpan);
  return { entries, problems, ...read };
}

function problem(
  id: string,
  span: Span,
  data: Readonly<Record<string, string>> = {},
  extra: Partial<ReadingProblem> = {},
): ReadingProblem {
  return { code: 'DOC001', id, data, span, ...extra };
}

/** What is wrong with the opening line: gray-matter takes what follows the dashes for a language. */
function openingProblem(text: string, starts: readonly number[], from: number): ReadingProblem | undefined {
  const end = lineEnd(text, starts, 0);
  const rest = text.slice(from + 3, end);
  if (rest === '') return undefined;
  const trimmed = rest.trimStart();
  const span = { start: end - trimmed.length, end };
  // A comment, or words behind the dashes, are somebody's: those a person must give up.
  const safe = /^(?:-+|[ \t]*ya?ml)[ \t]*$/i.test(rest);
  const fixes = [
    { title: 'Leave three dashes alone', safe, edits: [{ span: { start: from + 3, end }, text: '' }] },
  ];
  if (rest.startsWith('-'))
    return problem(
      'openingDashes',
      { start: from, end },
      { written: quote(text.slice(from, end)) },
      { fixes },
    );
  if (trimmed.startsWith('#')) return problem('openingComment', span, { written: quote(trimmed) }, { fixes });
  return problem('languageTag', span, { tag: quote(trimmed) }, /^ya?ml$/i.test(trimmed) ? { fixes } : {});
}

/** The first line after front matter, and whether that is a closing line. */
interface Closing {
  readonly line: number;
  readonly isFence: boolean;
}

function findClosing(text: string, starts: readonly number[], problems: ReadingProblem[]): Closing {
  for (let line = 1; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    const code = text.charCodeAt(start);
    if (code !== 45 && code !== 46) continue;
    if (!text.startsWith('---', start) && !text.startsWith('...', start)) continue;
    const end = lineEnd(text, starts, line);
    const written = text.slice(start, end);
    if (written === '---') return { line, isFence: true };
    if (code === 46 && written !== '...') continue;
    const safe = /^(?:-+|\.+)[ \t]*$/.test(written);
    const fixes = [
      { title: 'Close with three dashes', safe, edits: [{ span: { start, end }, text: '---' }] },
    ];
    problems.push(problem('badClosing', { start, end }, { written: quote(written) }, { fixes }));
    return { line, isFence: true };
  }
  // Without a closing line front matter is taken to end where its lines no longer look like it.
  let line = 1;
  while (line < starts.length && looksLikeMatter(text, starts, line)) line++;
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const at = starts[line] ?? text.length;
  const before = at > 0 && !/[\r\n]/.test(text.charAt(at - 1)) ? '\n' : '';
  const fixes = [
    {
      title: 'Close front matter with three dashes',
      edits: [{ span: { start: at, end: at }, text: `${before}---\n` }],
    },
  ];
  problems.push(problem('unclosed', { start: first, end: first + 3 }, {}, { fixes }));
  return { line, isFence: false };
}

function looksLikeMatter(text: string, starts: readonly number[], line: number): boolean {
  const start = starts[line] ?? 0;
  const end = lineEnd(text, starts, line);
  if (start === end) return false;
  return /^(?:[\w-]+[ \t]*:(?:[ \t]|$)|[ \t]+\S|- )/.test(text.slice(start, Math.min(end, start + 80)));
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
    return problem('matterTooLong', fence);
  let run = 0;
  for (let line = 1; line < lastLine; line++) {
    run = (starts[line] ?? 0) === lineEnd(text, starts, line) ? run + 1 : 0;
    if (run > emptyLinesAtMost) return problem('emptyLines', fence, { count: String(emptyLinesAtMost) });
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

function readSlowly(
  text: string,
  starts: readonly number[],
  lastLine: number,
  problems: ReadingProblem[],
  fenceSpan: Span,
): Entry[] {
  const from = starts[1] ?? text.length;
  const to = starts[lastLine] ?? text.length;
  const matter = text.slice(from, to);
  const nul = matter.indexOf('\0');
  let failure: YamlFailure;
  try {
    return withoutRepeats(readYaml(matter, from, problems), problems, text);
  } catch (thrown) {
    if (!(thrown instanceof YamlFailure)) throw thrown;
    failure = thrown;
  }
  const { entries, openQuote } = readPieces(text, starts, lastLine);
  if (nul >= 0) {
    const span = { start: from + nul, end: from + nul + 1 };
    problems.push(problem('nulByte', span, {}, { fixes: withoutNuls(matter, from) }));
  } else {
    // A quote that nothing closes swallows the keys below it, and what fails there is not what is wrong.
    const isCause = failure.at !== undefined && openQuote !== undefined && openQuote <= from + failure.at;
    const cause = isCause ? new YamlFailure('openQuote', '', openQuote - from) : failure;
    problems.push(failureProblem(cause, text, starts, from, to, fenceSpan));
  }
  return withoutRepeats(entries, problems, text);
}

function failureProblem(
  { id, reason, at }: YamlFailure,
  text: string,
  starts: readonly number[],
  from: number,
  to: number,
  fenceSpan: Span,
): ReadingProblem {
  if (at === undefined)
    return problem(id, fenceSpan, id === 'tooManyAliases' ? { count: String(aliasesAtMost) } : { reason });
  const place = Math.min(Math.max(from + at, from), to);
  let line = 0;
  while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= place) line++;
  // At the end of the text nothing is left to mark: the last line that has something is.
  while (line > 1 && lineEnd(text, starts, line) <= (starts[line] ?? 0)) line--;
  const start = starts[line] ?? 0;
  const end = Math.min(lineEnd(text, starts, line), Math.max(to, start));
  let first = place >= start && place < end ? place : start;
  if (isLowSurrogate(text, first)) first--;
  while (first < end && /[ \t]/.test(text.charAt(first))) first++;
  const span = { start: first, end: Math.max(first, end) };
  if (id === 'openQuote') return problem(id, span, { value: quote(text.slice(span.start + 1, span.end)) });
  return problem(id, span, id === 'tooManyAliases' ? { count: String(aliasesAtMost) } : { reason });
}

/**
 * Reads each top-level key on its own, so that one that cannot be read leaves the others; and where the
 * first quote opens that its own key does not close.
 */
function readPieces(
  text: string,
  starts: readonly number[],
  lastLine: number,
): { readonly entries: readonly Entry[]; readonly openQuote: number | undefined } {
  const entries: Entry[] = [];
  let openQuote: number | undefined;
  for (let line = 1; line < lastLine;) {
    let next = line + 1;
    while (next < lastLine && !/^[^\s#-]/.test(text.charAt(starts[next] ?? 0))) next++;
    const start = starts[line] ?? 0;
    const piece = readPiece(text, starts, line, start, starts[next] ?? text.length);
    entries.push(...piece.entries);
    openQuote ??= piece.openQuote;
    line = next;
  }
  return { entries, openQuote };
}

const keysRead = new Set(['kind', 'status']);

function readPiece(
  text: string,
  starts: readonly number[],
  line: number,
  start: number,
  end: number,
): { readonly entries: readonly Entry[]; readonly openQuote?: number | undefined } {
  const piece = text.slice(start, end);
  const key = /^([\w-]+)[ \t]*:(?=[ \t\r\n]|$)/.exec(piece)?.[1];
  try {
    return { entries: readYaml(piece, start, []) };
  } catch (thrown) {
    if (!(thrown instanceof YamlFailure)) throw thrown;
    const { id, at = 0 } = thrown;
    const openQuote = id === 'openQuote' ? start + at : undefined;
    if (key === undefined) return { entries: [], openQuote };
    const lineStop = lineEnd(text, starts, line);
    // A document without kind or status would be another document: they hold as far as their line goes.
    const plain = keysRead.has(key) ? scanEntry(text, start, lineStop) : undefined;
    if (plain) return { entries: [plain], openQuote };
    let from = text.indexOf(':', start) + 1;
    while (from < lineStop && /[ \t]/.test(text.charAt(from))) from++;
    const span = { start: from, end: Math.max(from, lineStop) };
    const entry: Entry = {
      key,
      keySpan: { start, end: start + key.length },
      text: '',
      source: { text: text.slice(span.start, span.end), span },
      broken: true,
    };
    return { entries: [entry], openQuote };
  }
}

/** The first of several entries of one key holds. */
function withoutRepeats(entries: readonly Entry[], problems: ReadingProblem[], text: string): Entry[] {
  const firsts = new Map<string, { readonly first: Entry; readonly repeats: Entry[] }>();
  for (const entry of entries) {
    const its = firsts.get(entry.key);
    if (its) its.repeats.push(entry);
    else firsts.set(entry.key, { first: entry, repeats: [] });
  }
  for (const { first, repeats } of firsts.values())
    for (const entry of repeats)
      problems.push(
        problem(
          'duplicateKey',
          entry.keySpan,
          { key: quote(entry.key) },
          {
            related: [{ span: first.keySpan, message: 'the first one' }],
            // Of more than two the others would still be too many.
            fixes: repeats.length === 1 ? fixesOfRepeat(first, entry, text) : [],
          },
        ),
      );
  return [...firsts.values()].map(({ first }) => first);
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

/** Either of two lines can go; where they say the same it does not matter which. */
function fixesOfRepeat(first: Entry, second: Entry, text: string): readonly ReadingFix[] {
  const [a, b] = [lineOf(first, text), lineOf(second, text)];
  if (!a || !b || a.start === b.start) return [];
  const isSame = first.text !== '' && JSON.stringify(first.text) === JSON.stringify(second.text);
  const removal = (title: string, span: Span): ReadingFix => ({
    title,
    edits: [{ span, text: '' }],
  });
  return [removal('Remove this line', b), ...(isSame ? [] : [removal('Remove the first one', a)])];
}

/** The line of a key that begins it and whose value ends on it. */
function lineOf({ keySpan, source }: Entry, text: string): Span | undefined {
  const end = nextLineOf(text, keySpan.start);
  // What is indented, or a list at the margin, belongs to the key above.
  const goesOn = /^(?:[ \t]|-[ \t])/.test(text.slice(end, end + 2));
  const isWhole = source.span.end <= end && !goesOn;
  return lineStartOf(text, keySpan.start) === keySpan.start && isWhole
    ? { start: keySpan.start, end }
    : undefined;
}

function withoutNuls(matter: string, from: number): readonly ReadingFix[] {
  const edits = [...matter.matchAll(/\0+/g)].map(({ index, 0: nuls }) => ({
    span: { start: from + index, end: from + index + nuls.length },
    text: '',
  }));
  return [{ title: 'Remove the NUL characters', edits }];
}
