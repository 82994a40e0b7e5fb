import type { Entry } from './entry.ts';
import { isBlank, lineEnd } from './lines.ts';
import type { MatterLines } from './matter-lines.ts';

/**
 * Front matter of the common form: `key: value` on one line each, empty lines and comment lines. Undefined where it
 * meets anything else, which is for the YAML parser.
 */
export function scanFrontMatter({
  text,
  starts,
  first,
  last,
}: Pick<MatterLines, 'text' | 'starts' | 'first' | 'last'>): Entry[] | undefined {
  const entries: Entry[] = [];
  for (let line = first; line < last; line++) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    if (start === end) {
      // A tab on an empty line is for the parser to judge.
      const next = starts[line + 1] ?? text.length;
      for (let at = start; at < next; at++) if (text.charCodeAt(at) === 9) return undefined;
      continue;
    }
    if (text.charCodeAt(start) === 35) {
      if (!isPrintable(text, start, end)) return undefined;
      continue;
    }
    const entry = scanEntry(text, start, end);
    if (!entry || entries.some(({ key }) => key === entry.key)) return undefined;
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
  const [first, last] = value;
  const written = text.slice(first, last);
  const trimmed = written.trim();
  const gap = trimmed.length === written.length ? 0 : written.length - written.trimStart().length;
  const span = { start: first + gap, end: first + gap + trimmed.length };
  return {
    key: text.slice(start, colon),
    keySpan: { start, end: colon },
    text: written,
    source: { text: trimmed, span: trimmed === '' ? { start: first, end: last } : span },
  };
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
