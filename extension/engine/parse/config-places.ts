import type { Span } from '../model/text.ts';

/** Where a key of the config stands. */
export interface KeyPlace {
  /** The characters of the key. */
  readonly span: Span;
  /** Those of its value where it stands on the same line; else those of the key. */
  readonly value: { readonly span: Span; readonly text: string };
  /** Places of the keys one level below. The empty key is this place. */
  readonly below: ReadonlyMap<string, KeyPlace>;
  /** The place of an entry of its list. */
  entry(text: string): KeyPlace;
  /** False of the place that stands for keys that were not found. */
  readonly isFound: boolean;
}

/**
 * Places of the keys of a YAML map as people write it: keys at the margin, each with a value, a list or
 * another map behind or below it. The library that reads the YAML gives no places. The empty key is the
 * first line, for keys that are written in another way.
 */
export function locateKeys(text: string): ReadonlyMap<string, KeyPlace> {
  const first = { start: 0, end: text.search(/[\r\n]|$/) };
  return located(text, 0, text.length, atMargin, placeAt(text, first, first.end, first.end));
}

const key = String.raw`(?!-\s)(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'|([^\s:#,{}[\]"'&*!|>%@\x60-](?:[^:#,{}[\]\r\n"']*[^\s:#,{}[\]"'])?))[ \t]*:(?=\s|$)`;
const atMargin = new RegExp(`^${key}`, 'gm');
const indented = new RegExp(`(?:^[ \\t]+|[{,][ \\t]*)${key}`, 'gm');

function located(
  text: string,
  from: number,
  to: number,
  pattern: RegExp,
  missing: KeyPlace,
): ReadonlyMap<string, KeyPlace> {
  const places = new Map([['', missing]]);
  const found = [...text.slice(from, to).matchAll(pattern)];
  found.forEach((match, i) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    if (places.has(name)) return;
    const start = from + match.index + match[0].indexOf(name);
    const end = found[i + 1] ? from + found[i + 1]!.index : to;
    places.set(
      name,
      placeAt(text, { start, end: start + name.length }, from + match.index + match[0].length, end, true),
    );
  });
  return places;
}

function placeAt(text: string, span: Span, from: number, to: number, isFound = false): KeyPlace {
  const value = valueSpan(text, from, to) ?? span;
  const place: KeyPlace = {
    span,
    value: { span: value, text: text.slice(value.start, value.end) },
    get below() {
      return located(text, from, to, indented, isFound ? placeAt(text, span, from, to, false) : place);
    },
    entry(entry) {
      const at = entryAt(text.slice(from, to), entry);
      if (at < 0) return place;
      const start = from + at;
      return placeAt(text, { start, end: start + entry.length }, start, start + entry.length, true);
    },
    isFound,
  };
  return place;
}

/** The value on the line of a key, without a comment behind it. */
function valueSpan(text: string, from: number, to: number): Span | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(from, to))![0].replace(/\s#.*$/, '');
  // In a map between braces the next key, or the end, stands on the same line.
  let last = line.length;
  if (!/[[{"']/.test(line)) while (last > 0 && /[\s,}\]]/.test(line.charAt(last - 1))) last--;
  const value = line.slice(0, last).trim();
  if (value === '') return undefined;
  const start = from + line.indexOf(value);
  return { start, end: start + value.length };
}

function entryAt(region: string, entry: string): number {
  if (entry === '') return -1;
  for (let at = region.indexOf(entry); at >= 0; at = region.indexOf(entry, at + 1)) {
    const around = `${region.charAt(at - 1)}${region.charAt(at + entry.length)}`;
    if (!/[\w/*.-]/.test(around)) return at;
  }
  return -1;
}
