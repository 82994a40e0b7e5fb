import type { Entry } from './entry.ts';
import type { Source } from '../model/document.ts';
import { isBlank, lineEnd } from './lines.ts';
import type { MatterLines } from './matter-lines.ts';
import { joinedSource } from './yaml-places.ts';

/**
 * Front matter of the common form: `key: value` on one line each, lists of such values, empty lines and comment lines.
 * Undefined where it meets anything else, which is for the YAML parser.
 */
export function scanFrontMatter({
  text,
  starts,
  first,
  last,
}: Pick<MatterLines, 'text' | 'starts' | 'first' | 'last'>): Entry[] | undefined {
  const entries: Entry[] = [];
  const known = new Set<string>();
  for (let line = first; line < last; line++) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    if (start === end) {
      // A tab on an empty line is for the parser to judge.
      const next = starts[line + 1] ?? text.length;
      for (let at = start; at < next; at++) if (text.charCodeAt(at) === 9) return undefined;
      continue;
    }
    const code = text.charCodeAt(start);
    if (code === 35) {
      if (!isPrintable(text, start, end)) return undefined;
      continue;
    }
    if (code === 32 || code === 45) {
      const list = scanList(text, starts, line, last, entries.at(-1));
      if (!list) return undefined;
      entries[entries.length - 1] = list.entry;
      line = list.last;
      continue;
    }
    const entry = scanEntry(text, start, end);
    if (!entry || known.has(entry.key)) return undefined;
    known.add(entry.key);
    entries.push(entry);
  }
  return entries;
}

/** One line `key: value`, from its start to its end without blanks; undefined if it is anything else. */
export function scanEntry(text: string, start: number, end: number): Entry | undefined {
  let colon = start;
  while (colon < end && isKeyCharacter(text.charCodeAt(colon))) colon++;
  if (colon === start || text.charCodeAt(colon) !== 58 || !isLetter(text.charCodeAt(start))) return undefined;
  let from = colon + 1;
  while (from < end && text.charCodeAt(from) === 32) from++;
  if (from === colon + 1 && from < end) return undefined;
  const value = valueSpan(text, from, end);
  if (!value) return undefined;
  const written = text.slice(value[0], value[1]);
  return {
    key: text.slice(start, colon),
    keySpan: { start, end: colon },
    text: written,
    source: scannedSource(written, value[0]),
  };
}

/** A value without the blanks at its ends that quotes may hold. */
function scannedSource(written: string, start: number): Source {
  const text = written.trim();
  const gap = text.length === written.length ? 0 : written.length - written.trimStart().length;
  const length = text === '' ? written.length : text.length;
  const from = text === '' ? start : start + gap;
  return { text, span: { start: from, end: from + length } };
}

/** The entry above with the list of which this is the first line: values behind a dash, one below the other. */
function scanList(
  text: string,
  starts: readonly number[],
  first: number,
  last: number,
  above: Entry | undefined,
): { readonly entry: Entry; readonly last: number } | undefined {
  const key = above?.keySpan.end;
  // Right below a key that has nothing behind it.
  if (above === undefined || lineEnd(text, starts, first - 1) !== key! + 1) return undefined;
  const start = starts[first] ?? 0;
  let dash = start;
  while (text.charCodeAt(dash) === 32) dash++;
  const texts: string[] = [];
  const items: Source[] = [];
  let line = first;
  for (; line < last; line++) {
    const at = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    const code = text.charCodeAt(at);
    if (end === at || (code !== 32 && code !== 45)) break;
    const value = scanItem(text, at, at + dash - start, end);
    if (!value) return undefined;
    const written = text.slice(value[0], value[1]);
    texts.push(written);
    items.push(scannedSource(written, value[0]));
  }
  // To the parser a comment or a gap below the last entry belongs to the list.
  const next = starts[line] ?? text.length;
  if (line < last && !isLetter(text.charCodeAt(next))) return undefined;
  const span = { start: dash, end: lineEnd(text, starts, line - 1) };
  const { key: name, keySpan } = above;
  return { entry: { key: name, keySpan, text: texts, source: joinedSource(items, span) }, last: line - 1 };
}

/** The value behind a dash that stands as far in as the first one. */
function scanItem(
  text: string,
  start: number,
  dash: number,
  end: number,
): readonly [number, number] | undefined {
  for (let at = start; at < dash; at++) if (text.charCodeAt(at) !== 32) return undefined;
  if (text.charCodeAt(dash) !== 45 || text.charCodeAt(dash + 1) !== 32) return undefined;
  let from = dash + 2;
  while (from < end && text.charCodeAt(from) === 32) from++;
  // A template in braces would be a map.
  return from >= end || text.charCodeAt(from) === 123 ? undefined : valueSpan(text, from, end);
}

/** What a template stands for, alone on its line: a text to us, though YAML takes the braces for a map. */
const template = /^(?:\{\{[^{}#]*\}\}|\{%[^{}#]*%\})$/;

/** The characters of a value: those inside of quotes, or all of a plain one that YAML reads as it stands. */
function valueSpan(text: string, from: number, end: number): readonly [number, number] | undefined {
  if (from === end) return [from, from];
  const first = text.charCodeAt(from);
  if (first === 34 || first === 39) {
    if (end - from < 2 || text.charCodeAt(end - 1) !== first) return undefined;
    for (let at = from + 1; at < end - 1; at++) {
      const code = text.charCodeAt(at);
      if (code === first || code === 92 || !isPrintableCode(code)) return undefined;
    }
    return [from + 1, end - 1];
  }
  if (first === 123 && template.test(text.slice(from, Math.min(end, from + 200)))) return [from, end];
  if (
    !isLetter(first) &&
    !(first >= 48 && first <= 57) &&
    first < 192 &&
    first !== 46 &&
    first !== 47 &&
    first !== 40 &&
    first !== 60
  )
    return undefined;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isPrintableCode(code)) return undefined;
    if (code === 58 && (at + 1 === end || isBlank(text.charCodeAt(at + 1)))) return undefined;
    if (code === 35 && isBlank(text.charCodeAt(at - 1))) return undefined;
  }
  return [from, end];
}

function isPrintable(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!isPrintableCode(text.charCodeAt(at)) && text.charCodeAt(at) !== 9) return false;
  return true;
}

/** Printable to YAML and to everybody: no control characters, no halves of pairs, no byte order mark. */
function isPrintableCode(code: number): boolean {
  return (code >= 32 && code < 127) || (code >= 160 && code < 0xd800) || (code >= 0xe000 && code < 0xfefe);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isKeyCharacter(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 95 || code === 45;
}
