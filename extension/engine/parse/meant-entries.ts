import type { ReadingProblem, Source } from '../model/document.ts';
import { fold } from '../values/fold.ts';
import type { Entry } from './entry.ts';
import { withoutRepeats } from './repeated-keys.ts';

/**
 * Entries as they are meant: a key in other letters is the known key, curly quotes around a value are quotes, and of
 * several entries of one key the first holds, the one that is written exactly before all others.
 */
export function meantEntries(
  entries: readonly Entry[],
  known: ReadonlySet<string>,
  text: string,
  problems: ReadingProblem[],
): readonly Entry[] {
  const meant: Entry[] = [];
  const others: Entry[] = [];
  for (const entry of entries) {
    const one = unquoted(named(entry, known), text);
    (one.keyWritten === undefined ? meant : others).push(one);
  }
  return withoutRepeats(others.length === 0 ? meant : [...meant, ...others], problems, text);
}

function named(entry: Entry, known: ReadonlySet<string>): Entry {
  if (known.has(entry.key)) return entry;
  const key = fold(entry.key).replace(/[ -]/g, '_');
  return known.has(key) ? { ...entry, key, keyWritten: entry.key } : entry;
}

/** A text in the quotes of a word processor, of one language or another. */
const quoted = /^[\u2018\u201a\u201c-\u201f\u00ab\u00bb].*["\u2018\u2019\u201b-\u201f\u00ab\u00bb]$/s;
const marks = /["\u2018-\u201f\u00ab\u00bb]/;

function unquoted(entry: Entry, document: string): Entry {
  const { text, source } = entry;
  // Nearly every value begins with a plain letter or digit.
  if (!(source.text.charCodeAt(0) >= 0xab)) return entry;
  if (typeof text !== 'string' || entry.broken || !quoted.test(source.text) || source.items) return entry;
  // Within quotes of YAML they were meant.
  if (/["']/.test(document.charAt(source.span.start - 1))) return entry;
  const from = 1;
  const to = source.text.length - 1;
  const inner = source.text.slice(from, to);
  // Quotes inside say that those at the ends belong to two words.
  if (marks.test(inner.replace(/(?<=\p{L})[\u2019'](?=\p{L})/gu, ''))) return entry;
  const trimmed = inner.trim();
  const first = from + inner.length - inner.trimStart().length;
  return { ...entry, text: trimmed, source: partOf(source, first, first + trimmed.length) };
}

function partOf(source: Source, from: number, to: number): Source {
  const { span, map } = source;
  if (!map)
    return { text: source.text.slice(from, to), span: { start: span.start + from, end: span.start + to } };
  const start = map[from] ?? span.start;
  return {
    text: source.text.slice(from, to),
    span: { start, end: map[to] ?? span.end },
    map: map.slice(from, to + 1),
  };
}
