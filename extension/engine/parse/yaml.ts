import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { ReadingProblem, Source } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import type { Entry } from './entry.ts';

/** Front matter does not read; `at` counts in the text that was given. */
export class YamlFailure extends Error {
  readonly id: 'syntax' | 'openQuote' | 'notMap' | 'tooDeep' | 'tooManyAliases';
  readonly reason: string;
  readonly at: number | undefined;
  constructor(id: YamlFailure['id'], reason: string, at: number | undefined) {
    super(reason);
    this.id = id;
    this.reason = reason;
    this.at = at;
  }
}

export const aliasesAtMost = 64;

/**
 * The keys of flat YAML with their places. Values that are no text and no list of texts are problems
 * and come back broken; repeated keys come back repeated. `base` is the offset of `source` in the document.
 * Throws YamlFailure where the text does not parse.
 */
export function readYaml(source: string, base: number, problems: ReadingProblem[]): Entry[] {
  const nodes = nodesOf(source);
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < nodes.length; i += 2) {
    const key = nodes[i];
    const value = nodes[i + 1];
    if (key && value) entries.push(entryOf(source, base, key, value, problems));
  }
  return entries;
}

interface Node {
  readonly from: number;
  readonly to: number;
  readonly result: unknown;
  /** The nodes within a list, where they are known. */
  readonly inner: readonly Node[];
}

/** Key, value, key, value ... of the map at the top. */
function nodesOf(source: string): readonly Node[] {
  let nodes: Node[] = [];
  let isMap = true;
  const parse = (text: string): object => {
    // Gray-matter hands over the line break of the opening line too.
    const collected = collect(text, 1);
    nodes = collected.nodes;
    isMap = collected.isMap;
    return {};
  };
  const refuse = (): object => {
    throw new YamlFailure('syntax', 'only YAML is read', undefined);
  };
  // A carriage return alone ends a line too, but gray-matter would take all that follows a "#" for a comment.
  const text = source.replace(/\r(?!\n)/g, '\n');
  matter(`---\n${text.endsWith('\n') ? text.slice(0, -1) : text}\n---\n`, {
    language: 'yaml',
    engines: {
      yaml: { parse },
      yml: { parse: refuse },
      javascript: { parse: refuse },
      json: { parse: refuse },
      coffee: { parse: refuse },
    },
  });
  if (!isMap) throw new YamlFailure('notMap', 'it holds no keys', undefined);
  return nodes;
}

/** What js-yaml tells its listener: not documented, so only what is used of it. */
interface ListenedState {
  readonly position: number;
  readonly depth: number;
  readonly kind: string | null;
  readonly result: unknown;
}

function collect(text: string, shift: number): { readonly nodes: Node[]; readonly isMap: boolean } {
  const nodes: Node[] = [];
  let inner: Node[] = [];
  const opened: number[] = [];
  let rootKind: string | null = null;
  let aliases = 0;
  const listener = (event: string, state: ListenedState): void => {
    if (event === 'open') {
      opened.push(state.position);
      return;
    }
    const from = opened.pop() ?? 0;
    if (state.depth === 1) rootKind = state.kind;
    const start = tokenStart(text, from, state.position);
    if (
      text.charCodeAt(start) === 42 &&
      state.kind === null &&
      state.result !== null &&
      start < state.position
    ) {
      if (++aliases > aliasesAtMost) throw new YamlFailure('tooManyAliases', '', start - shift);
    }
    if (state.depth > 3) return;
    const node = {
      from: start - shift,
      to: state.position - shift,
      result: state.result,
      inner: [] as readonly Node[],
    };
    if (state.depth === 3) inner.push(node);
    else if (state.depth === 2) {
      nodes.push({ ...node, inner });
      inner = [];
    }
  };
  let data: unknown;
  try {
    data = load(text, { schema: FAILSAFE_SCHEMA, json: true, listener: listener as never });
  } catch (thrown) {
    if (thrown instanceof YamlFailure) throw thrown;
    if (!(thrown instanceof YAMLException)) throw thrown;
    if (/within a (?:double|single) quoted scalar/.test(thrown.reason)) {
      // The parser names the place where the text runs out; the node it was in is where the quote opens.
      const opening = tokenStart(text, opened.at(-1) ?? text.length, text.length);
      if (/["']/.test(text.charAt(opening)))
        throw new YamlFailure('openQuote', thrown.reason, opening - shift);
    }
    const tooDeep = thrown.reason.startsWith('nesting exceeded');
    throw new YamlFailure(
      tooDeep ? 'tooDeep' : 'syntax',
      thrown.reason,
      (thrown.mark?.position ?? shift) - shift,
    );
  }
  if (data === undefined || data === null) return { nodes: [], isMap: true };
  const isMap = rootKind === 'mapping' && typeof data === 'object' && !Array.isArray(data);
  if (isMap && !inPairs(nodes, data as Record<string, unknown>)) {
    throw new YamlFailure('syntax', 'write one key, a colon and its value on each line', 0);
  }
  return { nodes, isMap };
}

/** Whether the nodes are the keys and values of the map: a key without a colon has no value of its own. */
function inPairs(nodes: readonly Node[], data: Record<string, unknown>): boolean {
  if (nodes.length % 2 !== 0) return false;
  const keys = new Set<string>();
  for (let i = 0; i < nodes.length; i += 2) {
    const key = nodes[i]?.result ?? 'null';
    if (typeof key !== 'string' || !Object.hasOwn(data, key)) return false;
    keys.add(key);
  }
  return keys.size === Object.keys(data).length;
}

function entryOf(source: string, base: number, key: Node, value: Node, problems: ReadingProblem[]): Entry {
  const name = typeof key.result === 'string' ? key.result : '';
  const keySource = sourceOf(source, base, key, name);
  const { result } = value;
  const entry = { key: name, keySpan: keySource.span };
  if (result === null || result === undefined) {
    const at = base + emptyPlace(source, key.to);
    return { ...entry, text: '', source: { text: '', span: { start: at, end: at } } };
  }
  if (typeof result === 'string')
    return { ...entry, text: result, source: trimmed(sourceOf(source, base, value, result)) };
  if (Array.isArray(result) && result.every((item) => typeof item === 'string' || item === null)) {
    const texts = result.map((item: string | null) => item ?? '');
    return { ...entry, text: texts, source: listSource(source, base, value, texts) };
  }
  const span = regionOf(source, base, value);
  const id = Array.isArray(result) ? 'listOfLists' : 'nestedMap';
  problems.push({ code: 'DOC001', id, data: { key: quote(name) }, span });
  return {
    ...entry,
    text: '',
    source: { text: source.slice(span.start - base, span.end - base), span },
    broken: true,
  };
}

/** After the colon and the blanks behind it. */
function emptyPlace(source: string, from: number): number {
  let at = from;
  while (at < source.length && /[ \t]/.test(source.charAt(at))) at++;
  if (source.charAt(at) === ':') at++;
  while (at < source.length && source.charAt(at) === ' ' && !/[#\r\n]/.test(source.charAt(at + 1))) at++;
  return at;
}

function regionOf(source: string, base: number, node: Node): Span {
  let end = node.to;
  while (end > node.from && /[ \t\r\n]/.test(source.charAt(end - 1))) end--;
  return { start: base + node.from, end: base + Math.max(end, node.from) };
}

/** Past white space, comments, anchors and tags, which stand before a node's own characters. */
function tokenStart(source: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = source.charCodeAt(at);
    if (code === 32 || code === 9 || code === 10 || code === 13) at++;
    else if (code === 35 && (at === 0 || /[ \t\r\n]/.test(source.charAt(at - 1)))) {
      while (at < to && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
    } else if (code === 38 || code === 33) {
      while (at < to && !/[ \t\r\n]/.test(source.charAt(at))) at++;
    } else break;
  }
  return at;
}

/**
 * The text of a scalar with its places: of a quoted one the characters inside the quotes, of an alias
 * the alias, of a text over several lines from its first character to its last.
 */
function sourceOf(source: string, base: number, node: Node, text: string): Source {
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
function trimmed(source: Source): Source {
  const text = source.text.trim();
  if (text.length === source.text.length) return source;
  const from = source.text.length - source.text.trimStart().length;
  const map = source.map?.slice(from, from + text.length + 1);
  const start = map ? (map[0] ?? source.span.start) : source.span.start + from;
  const end = map ? source.span.end : start + text.length;
  if (text === '') return { text, span: source.span };
  return map ? { text, span: { start, end: Math.max(start, end) }, map } : { text, span: { start, end } };
}

function listSource(source: string, base: number, value: Node, texts: readonly string[]): Source {
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
function innerOf(value: Node, texts: readonly string[]): readonly Node[] | undefined {
  if (value.inner.length !== texts.length) return undefined;
  return value.inner.every((node, i) => (node.result ?? '') === texts[i]) ? value.inner : undefined;
}
