import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import type { Entry } from './entry.ts';
import { matterProblem } from './front-matter-problem.ts';
import { isLowSurrogate, lineEnd } from './lines.ts';
import type { MatterLines } from './matter-lines.ts';
import { aliasesAtMost, YamlFailure } from './yaml-nodes.ts';
import { readYaml } from './yaml.ts';
import { say } from '../values/say.ts';
import { yamlReason } from './yaml-reasons.ts';

/**
 * The entries of front matter as the parser reads it, where the quick scan does not. Where the whole cannot be read,
 * what is wrong is a problem and each key is read on its own.
 */
export function parseFrontMatter(written: MatterLines, problems: ReadingProblem[]): readonly Entry[] {
  const { starts, first, last, fenceSpan } = written;
  const from = starts[first] ?? written.text.length;
  const to = starts[last] ?? written.text.length;
  const text = withBlanks(written.text, from, to);
  const lines = { ...written, text };
  const matter = text.slice(from, to);
  const nul = matter.indexOf('\0');
  let failure: YamlFailure;
  try {
    return readYaml(matter, from, problems);
  } catch (thrown) {
    if (!(thrown instanceof YamlFailure)) throw thrown;
    failure = thrown;
  }
  const { entries, openQuote } = readPieces(lines);
  if (nul >= 0) {
    const span = { start: from + nul, end: from + nul + 1 };
    problems.push(matterProblem('nulByte', span, {}, { fixes: withoutNuls(matter, from) }));
  } else {
    // A quote that nothing closes swallows the keys below it, and what fails there is not what is wrong.
    const isCause = failure.at !== undefined && openQuote !== undefined && openQuote <= from + failure.at;
    const cause = isCause ? new YamlFailure('openQuote', '', openQuote - from) : failure;
    problems.push(failureProblem(cause, text, starts, from, to, fenceSpan));
  }
  return entries;
}

/** The same with a blank for what looks like one, or like nothing, behind the colon of a key. YAML asks for a blank there. */
function withBlanks(text: string, from: number, to: number): string {
  const matter = text.slice(from, to);
  const mended = matter.replace(
    /^([^\s:#]{1,80}:)([\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]{1,8})/gm,
    (_, key: string, gap: string) => key + ' '.repeat(gap.length),
  );
  return mended === matter ? text : text.slice(0, from) + mended + text.slice(to);
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
    return matterProblem(
      id,
      fenceSpan,
      id === 'tooManyAliases' ? { count: String(aliasesAtMost) } : { reason: yamlReason(reason) },
    );
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
  if (id === 'openQuote')
    return matterProblem(id, span, { value: quote(text.slice(span.start + 1, span.end)) });
  return matterProblem(
    id,
    span,
    id === 'tooManyAliases' ? { count: String(aliasesAtMost) } : { reason: yamlReason(reason) },
  );
}

/**
 * Reads each top-level key on its own, so that one that cannot be read leaves the others; and where the
 * first quote opens that its own key does not close.
 */
function readPieces({ text, starts, first, last }: MatterLines): {
  readonly entries: readonly Entry[];
  readonly openQuote: number | undefined;
} {
  const entries: Entry[] = [];
  let openQuote: number | undefined;
  for (let line = first; line < last;) {
    let next = line + 1;
    while (next < last && /^[ \t\r\n#-]?$/.test(text.charAt(starts[next] ?? 0))) next++;
    const start = starts[line] ?? 0;
    const piece = readPiece(text, starts, line, start, starts[next] ?? text.length);
    entries.push(...piece.entries);
    openQuote ??= piece.openQuote;
    line = next;
  }
  return { entries, openQuote };
}

/** The word of a line with kind or status, without quotes and brackets that nothing closes. */
function wordOf(text: string, start: number, end: number): Entry | undefined {
  if (end - start > 400) return undefined;
  const found =
    /^(\{?[ \t]*)(kind|status)([ \t]*[:;=]?[\s"'\u2018-\u201f\u00ab\u00bb[{]*)([\p{L}][\p{L} -]*)/iu.exec(
      text.slice(start, end),
    );
  if (!found) return undefined;
  const [, indent = '', key = '', gap = '', value = ''] = found;
  if (gap === '') return undefined;
  const at = start + indent.length;
  const from = at + key.length + gap.length;
  const word = value.trimEnd();
  return {
    key,
    keySpan: { start: at, end: at + key.length },
    text: word,
    source: { text: word, span: { start: from, end: from + word.length } },
  };
}

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
    const lineStop = lineEnd(text, starts, line);
    // A document without kind or status would be another document: they hold as far as their line goes.
    const plain = wordOf(text, start, lineStop);
    if (plain) return { entries: [plain], openQuote };
    if (key === undefined) return { entries: [], openQuote };
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

function withoutNuls(matter: string, from: number): readonly ReadingFix[] {
  const edits = [...matter.matchAll(/\0+/g)].map(({ index, 0: nuls }) => ({
    span: { start: from + index, end: from + index + nuls.length },
    text: '',
  }));
  return [{ title: say('Remove the NUL characters'), edits }];
}
