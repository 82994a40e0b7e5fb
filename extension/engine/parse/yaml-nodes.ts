import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

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

/** A key, a value or an entry of a list, and where it stands. */
export interface YamlNode {
  readonly from: number;
  readonly to: number;
  readonly result: unknown;
  /** The nodes within a list, where they are known. */
  readonly inner: readonly YamlNode[];
}

/** Key, value, key, value ... of the map at the top. */
export function nodesOf(source: string): readonly YamlNode[] {
  let nodes: YamlNode[] = [];
  let isMap = true;
  const parse = (text: string): object => {
    // Gray-matter hands over the line break of the opening line too.
    const collected = collect(text, 1, source.length);
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

/** The library ends each text with a line break of its own, so that a place may lie behind `end`. */
function collect(
  text: string,
  shift: number,
  end: number,
): { readonly nodes: YamlNode[]; readonly isMap: boolean } {
  const nodes: YamlNode[] = [];
  let inner: YamlNode[] = [];
  const opened: number[] = [];
  let rootKind: string | null = null;
  let aliases = 0;
  // A map in braces is a node within the text, one in lines is the text.
  const outer = text.charCodeAt(tokenStart(text, 0, text.length)) === 123 ? 1 : 0;
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
    const depth = state.depth - outer;
    if (depth > 3 || depth < 2) return;
    const node = {
      from: Math.min(start - shift, end),
      to: Math.min(state.position - shift, end),
      result: state.result,
      inner: [] as readonly YamlNode[],
    };
    if (depth === 3) inner.push(node);
    else {
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
function inPairs(nodes: readonly YamlNode[], data: Record<string, unknown>): boolean {
  if (nodes.length % 2 !== 0) return false;
  const keys = new Set<string>();
  for (let i = 0; i < nodes.length; i += 2) {
    const key = nodes[i]?.result ?? 'null';
    if (typeof key !== 'string' || !Object.hasOwn(data, key)) return false;
    keys.add(key);
  }
  return keys.size === Object.keys(data).length;
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
