import type { Source } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import type { YamlNode } from './yaml-nodes.ts';

/**
 * The text of a scalar with its places: of a quoted one the characters inside the quotes, of an alias
 * the alias, of a text over several lines from its first character to its last.
 */
export function sourceOf(source: string, base: number, node: YamlNode, text: string): Source {
  const { from } = node;
  const first = source.charAt(from);
  let start = from;
  let end = node.to;
  if (first === '"' || first === "'") {
    start = from + 1;
    end = closingQuote(source, start, first);
  } else if (first === '*') {
    end = from + 1;
    while (end < source.length && !/[ \t\r\n,[\]{}]/.test(source.charAt(end))) end++;
    return allAt(text, base + from, base + end);
  } else if (first === '|' || first === '>') {
    start = from;
    while (start < end && !/[\r\n]/.test(source.charAt(start))) start++;
    while (start < end && /[ \t\r\n]/.test(source.charAt(start))) start++;
    while (end > start && /[ \t\r\n]/.test(source.charAt(end - 1))) end--;
  } else while (end > start && /[ \t\r\n]/.test(source.charAt(end - 1))) end--;
  const span = { start: base + start, end: base + end };
  if (source.slice(start, end) === text) return { text, span };
  return { text, span, map: align(source, start, end, text, first).map((at) => base + at) };
}

function closingQuote(source: string, from: number, mark: string): number {
  let at = from;
  while (at < source.length) {
    const code = source.charAt(at);
    if (code === '\\' && mark === '"') at += 2;
    else if (code !== mark) at++;
    else if (mark === "'" && source.charAt(at + 1) === mark) at += 2;
    else break;
  }
  return Math.min(at, source.length);
}

function allAt(text: string, start: number, end: number): Source {
  const map: number[] = Array.from({ length: text.length }, () => start);
  map.push(end);
  return { text, span: { start, end }, map };
}

/** Where in the source each unit of a text stands that YAML unescaped or folded, and its end. */
function align(source: string, start: number, end: number, text: string, style: string): number[] {
  const map: number[] = [];
  let at = start;
  const skipSpace = (): void => {
    while (at < end && /[ \t\r\n]/.test(source.charAt(at))) at++;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const here = source.charAt(at);
    if (unit === here && !(style === '"' && here === '\\') && !(unit === '\n' && style !== '|')) {
      map.push(at);
      at += style === "'" && unit === "'" ? 2 : 1;
    } else if ((unit === ' ' || unit === '\n') && (at >= end || /[ \t\r\n]/.test(here))) {
      map.push(Math.min(at, end));
      // A fold takes a line break with the blanks around it; further line ends of the text follow without one.
      if (unit === '\n' && style === '|')
        at += here === '\r' && source.charAt(at + 1) === '\n' ? 2 : at < end ? 1 : 0;
      else skipSpace();
    } else if (style === '"' && here === '\\') {
      const escape = source.charAt(at + 1);
      if (/[ \t\r\n]/.test(escape)) {
        at++;
        skipSpace();
        i--;
        continue;
      }
      map.push(at);
      const width = escape === 'x' ? 4 : escape === 'u' ? 6 : escape === 'U' ? 10 : 2;
      // A character beyond the first 65,536 is two units of the text and one escape.
      if (escape === 'U' && /[\ud800-\udbff]/.test(unit)) {
        map.push(at);
        i++;
      }
      at += width;
    } else if (/[ \t\r\n]/.test(here) && at < end) {
      skipSpace();
      i--;
    } else map.push(Math.min(at, end));
  }
  map.push(end);
  return map;
}

/** The value without blanks at its ends, which a quoted or a block text may have. */
export function trimmed(source: Source): Source {
  const text = source.text.trim();
  if (text.length === source.text.length) return source;
  const from = source.text.length - source.text.trimStart().length;
  const map = source.map?.slice(from, from + text.length + 1);
  const start = map ? (map[0] ?? source.span.start) : source.span.start + from;
  const end = map ? source.span.end : start + text.length;
  if (text === '') return { text, span: source.span };
  return map ? { text, span: { start, end: Math.max(start, end) }, map } : { text, span: { start, end } };
}

/** The texts of a list joined by commas, with the places of each. */
export function listSource(source: string, base: number, value: YamlNode, texts: readonly string[]): Source {
  const span = regionOf(source, base, value);
  const inner = innerOf(value, texts);
  const isAlias = source.charAt(value.from) === '*';
  let cursor = value.from;
  const items = texts.map((text, i) => {
    const node = inner?.[i];
    if (isAlias) return allAt(text, span.start, span.end);
    if (node) return trimmed(sourceOf(source, base, node, text));
    const at = source.indexOf(text, cursor);
    if (at < 0 || base + at + text.length > span.end) return allAt(text, span.start, span.end);
    cursor = at + text.length;
    return { text, span: { start: base + at, end: base + cursor } };
  });
  return joinedSource(items, span);
}

/** The texts of the entries of a list joined by commas. */
export function joinedSource(items: readonly Source[], span: Span): Source {
  let text = '';
  const map: number[] = [];
  items.forEach((item, i) => {
    if (i > 0) {
      text += ', ';
      map.push(map.at(-1) ?? span.start, item.span.start);
    }
    for (let unit = 0; unit < item.text.length; unit++) map.push(item.map?.[unit] ?? item.span.start + unit);
    text += item.text;
  });
  map.push(span.end);
  return { text, span, map, items };
}

/** The nodes of the entries of a list; undefined where the parser looked at more than it kept. */
function innerOf(value: YamlNode, texts: readonly string[]): readonly YamlNode[] | undefined {
  if (value.inner.length !== texts.length) return undefined;
  return value.inner.every((node, i) => (node.result ?? '') === texts[i]) ? value.inner : undefined;
}

/** Where a node stands, without the blanks behind it. */
export function regionOf(source: string, base: number, node: YamlNode): Span {
  let end = node.to;
  while (end > node.from && /[ \t\r\n]/.test(source.charAt(end - 1))) end--;
  return { start: base + node.from, end: base + Math.max(end, node.from) };
}
