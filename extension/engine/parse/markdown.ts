import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Parser, StateBlock, StateInline, Token } from 'markdown-it';
import { blockOf, type Block, type Body, type References } from './blocks.ts';
import { contentEnd, contentStart } from './block-lines.ts';
import { isBlank } from './lines.ts';
import { readQuote } from './quote-rule.ts';
import { splitRow } from './split-row.ts';

/** Markdown as markdown-it reads it, with the places that it does not keep. */
export interface Markdown {
  /** Loads the parser now, where nobody has needed it yet. */
  prepare(): void;
  /**
   * The blocks of a text from line `firstLine` on. The text has no NUL characters; `starts` are the
   * offsets of its lines.
   */
  blocks(text: string, starts: readonly number[], firstLine: number): Body;
  /** Inline tokens; `map` of each holds its start and end in the text. */
  inline(text: string, references: References | undefined): readonly Token[];
  /** The destination of a link at an offset, or undefined. */
  destination(text: string, at: number): { readonly text: string; readonly end: number } | undefined;
}

/**
 * Markdown-it takes long to load its tables and is needed for few documents: it is made when first used,
 * and bundles evaluate it no earlier (scripts/build.ts).
 */
export function createMarkdown(): Markdown {
  let blockParser: Parser | undefined;
  let inlineParser: Parser | undefined;
  const forInline = (): Parser => (inlineParser ??= withInlinePlaces(new MarkdownIt({ html: true })));
  return {
    prepare() {
      forInline();
    },
    blocks(text, starts, firstLine) {
      blockParser ??= withPlaces(new MarkdownIt({ html: true }));
      return readBlocks(blockParser, text, starts, firstLine);
    },
    inline(text, references) {
      const parser = forInline();
      const tokens: Token[] = [];
      const env: InlineEnv = references ? { references, pendingFrom: 0 } : { pendingFrom: 0 };
      parser.inline.parse(text, parser, env as never, tokens);
      return tokens;
    },
    destination(text, at) {
      const { ok, pos, str } = forInline().helpers.parseLinkDestination(text, at, text.length);
      return ok ? { text: str, end: pos } : undefined;
    },
  };
}

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Which other blocks a block may interrupt; `at` forgets it unless it is said again. */
const interrupts: readonly (readonly [name: string, readonly string[]])[] = [
  ['table', ['paragraph', 'reference']],
  ['code', []],
  ['fence', ['paragraph', 'reference', 'blockquote', 'list']],
  ['blockquote', ['paragraph', 'reference', 'blockquote', 'list']],
  ['hr', ['paragraph', 'reference', 'blockquote', 'list']],
  ['list', ['paragraph', 'reference', 'blockquote']],
  ['reference', []],
  ['html_block', ['paragraph', 'reference', 'blockquote']],
  ['heading', ['paragraph', 'reference', 'blockquote']],
  ['lheading', []],
  ['paragraph', []],
];

/** Makes each block rule note on its first token where its lines stand, and tables one token each. */
function withPlaces(md: Parser): Parser {
  const { ruler } = md.block;
  const builtIn = new Map<string, BlockRule>();
  for (const [name] of interrupts) {
    ruler.enableOnly([name]);
    const [rule] = ruler.getRules('') as unknown as BlockRule[];
    if (rule) builtIn.set(name, rule);
  }
  ruler.enable(interrupts.map(([name]) => name));
  for (const [name, alt] of interrupts) {
    const rule = builtIn.get(name);
    if (!rule) continue;
    const terminators = (): BlockRule[] => ruler.getRules('blockquote');
    ruler.at(name, placing(name, rule, terminators), { alt: [...alt] });
  }
  return md;
}

function placing(name: string, rule: BlockRule, terminators: () => readonly BlockRule[]): BlockRule {
  switch (name) {
    case 'table':
      return (state, startLine, endLine, silent) =>
        oneTokenTable(rule, terminators, state, startLine, endLine, silent);
    case 'list':
      return (...lines) => nested(rule, ...lines);
    case 'blockquote':
      return (...lines) => nested(quote, ...lines);
    case 'reference':
      return (...lines) => define(rule, ...lines);
  }
  const places = placesOf[name];
  return (state, startLine, endLine, silent) => {
    const before = state.tokens.length;
    if (!rule(state, startLine, endLine, silent)) return false;
    const token = silent ? undefined : state.tokens[before];
    if (token && places) token.meta = { lines: places(state, startLine) };
    return true;
  };
}

function quote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const env = envOf(state);
  return readQuote(state, startLine, endLine, silent, {
    needed: env.quoteLines,
    begin() {
      const { level } = state;
      const { isNoted } = env;
      const tokens = state.tokens.length;
      const tooDeep = env.tooDeep.length;
      const defined = env.defined.length;
      return () => {
        state.level = level;
        state.tokens.length = tokens;
        env.isNoted = isNoted;
        env.tooDeep.length = tooDeep;
        for (const label of env.defined.splice(defined)) env.targets.delete(label);
      };
    },
  });
}

/** The definition of a link's target; the first of a label holds. */
function define(
  rule: BlockRule,
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const env = envOf(state);
  env.references = undefined;
  if (!rule(state, startLine, endLine, silent)) return false;
  for (const [label, target] of Object.entries<References[string]>(env.references ?? {})) {
    if (env.targets.has(label)) continue;
    env.targets.set(label, target);
    env.defined.push(label);
  }
  return true;
}

/**
 * Lists and quotes that open within one another. Each costs frames of the stack and a pass over its
 * lines; at its own bound the parser leaves out all that follows in the document.
 */
export const nestAtMost = 20;

/** A list or a quote; its mark is text where it would be nested too deep, which is noted once for each stretch at the margin. */
function nested(
  rule: BlockRule,
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (silent) return rule(state, startLine, endLine, true);
  const env = envOf(state);
  if (env.depth === nestAtMost) {
    if (!env.isNoted && rule(state, startLine, endLine, true)) {
      env.isNoted = true;
      const line = [contentStart(state, startLine), contentEnd(state, startLine)];
      env.tooDeep.push(...original(state, startLine, line));
    }
    return false;
  }
  if (env.depth === 0) env.isNoted = false;
  env.depth++;
  const isRead = rule(state, startLine, endLine, false);
  env.depth--;
  return isRead;
}

const placesOf: Readonly<Record<string, ((state: StateBlock, startLine: number) => number[]) | undefined>> = {
  heading(state, line) {
    let start = contentStart(state, line);
    let end = contentEnd(state, line);
    const { src } = state;
    while (start < end && src.charCodeAt(start) === 35) start++;
    const hashes = start;
    while (start < end && isBlank(src.charCodeAt(start))) start++;
    let closing = end;
    while (closing > hashes && src.charCodeAt(closing - 1) === 35) closing--;
    if (closing > hashes && isBlank(src.charCodeAt(closing - 1))) end = closing;
    while (end > start && isBlank(src.charCodeAt(end - 1))) end--;
    return original(state, line, [start, Math.max(start, end)]);
  },
  lheading: (state, line) => linesBetween(state, line, state.line - 1),
  paragraph: (state, line) => linesBetween(state, line, state.line),
  hr: (state, line) => linesBetween(state, line, line + 1),
  code: region,
  fence: region,
  html_block: region,
};

function region(state: StateBlock, line: number): number[] {
  let last = state.line;
  while (last - 1 > line && state.isEmpty(last - 1)) last--;
  const lines = linesBetween(state, line, last);
  return [lines[0] ?? 0, lines[lines.length - 1] ?? 0];
}

function linesBetween(state: StateBlock, from: number, to: number): number[] {
  const lines: number[] = [];
  for (let line = from; line < to; line++) {
    const [start = 0, end = 0] = original(state, line, [contentStart(state, line), contentEnd(state, line)]);
    lines.push(start, end);
  }
  return lines;
}

interface BlockEnv {
  /** From an offset in a line of the normalised text to the offset in the document. */
  readonly shift: (line: number) => number;
  /** How many lists and quotes are open. */
  depth: number;
  /** Start and end of the lines where the bound on them was met, in pairs. */
  readonly tooDeep: number[];
  isNoted: boolean;
  /** Where the parser leaves what one definition defines. */
  references: References | undefined;
  /** Targets by their label, and the labels in the order in which they came. */
  readonly targets: Map<string, References[string]>;
  readonly defined: string[];
  readonly quoteLines: Map<number, number>;
}

function envOf(state: StateBlock): BlockEnv {
  return state.env as unknown as BlockEnv;
}

function original(state: StateBlock, line: number, offsets: readonly number[]): number[] {
  const shift = envOf(state).shift(line);
  return offsets.map((offset) => offset + shift);
}

/**
 * Tables as the built-in rule finds them, as one token that has the lines: five tokens a cell are
 * three quarters of the time of a block pass (format-details.md section 3).
 */
function oneTokenTable(
  builtIn: BlockRule,
  terminators: () => readonly BlockRule[],
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (!builtIn(state, startLine, endLine, true)) return false;
  // GitHub makes a header only of a paragraph; markdown-it also of a heading or an item.
  if (terminators().some((rule) => rule(state, startLine, endLine, true))) return false;
  if (silent) return true;
  const count = cellsIn(state, startLine);
  const parentType = state.parentType;
  state.parentType = 'table';
  let missing = 0;
  let line = startLine + 2;
  for (; line < endLine; line++) {
    const indent = state.sCount[line] ?? 0;
    if (indent < state.blkIndent) break;
    if (terminators().some((rule) => rule(state, line, endLine, true))) break;
    if (state.src.slice(contentStart(state, line), state.eMarks[line]).trim() === '') break;
    if (indent - state.blkIndent >= 4) break;
    missing += count - cellsIn(state, line);
    if (missing > missingCellsAtMost) break;
  }
  state.parentType = parentType;
  const token = state.push('table', 'table', 0);
  token.meta = { lines: linesBetween(state, startLine, line) };
  state.line = line;
  return true;
}

/** Where markdown-it ends a table: so many cells may be missing. */
export const missingCellsAtMost = 65_536;

function cellsIn(state: StateBlock, line: number): number {
  return splitRow(state.src, contentStart(state, line), state.eMarks[line] ?? 0).length / 2;
}

function readBlocks(md: Parser, text: string, starts: readonly number[], firstLine: number): Body {
  const from = starts[firstLine] ?? text.length;
  const raw = text.slice(from);
  const source = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  const env: BlockEnv = {
    shift: shiftOf(raw, source, starts, firstLine, from),
    depth: 0,
    tooDeep: [],
    isNoted: false,
    references: undefined,
    targets: new Map(),
    defined: [],
    quoteLines: new Map(),
  };
  const tokens: Token[] = [];
  md.block.parse(source, md, env as never, tokens);
  return { blocks: blocksOf(tokens), references: referencesOf(env), tooDeep: env.tooDeep };
}

function referencesOf({ targets }: BlockEnv): References | undefined {
  if (targets.size === 0) return undefined;
  return Object.assign(Object.create(null) as References, Object.fromEntries(targets));
}

function shiftOf(
  raw: string,
  source: string,
  starts: readonly number[],
  firstLine: number,
  from: number,
): (line: number) => number {
  if (raw === source) return () => from;
  const normal = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) normal.push(at + 1);
  return (line) => (starts[firstLine + line] ?? 0) - (normal[line] ?? 0);
}

const containers: Readonly<Record<string, string | undefined>> = {
  bullet_list_open: 'u>',
  ordered_list_open: 'o>',
  blockquote_open: 'q>',
};

function blocksOf(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  const nests = [''];
  for (const token of tokens) {
    const nest = nests[nests.length - 1] ?? '';
    const lines = (token.meta?.lines ?? []) as readonly number[];
    const container = containers[token.type];
    if (container !== undefined) nests.push(nest + container);
    else
      switch (token.type) {
        case 'bullet_list_close':
        case 'ordered_list_close':
        case 'blockquote_close':
          nests.pop();
          break;
        case 'list_item_open':
          blocks.push(blockOf('item', nest, []));
          break;
        case 'heading_open':
          blocks.push(blockOf('heading', nest, lines, Number(token.tag.slice(1))));
          break;
        case 'paragraph_open':
          blocks.push(blockOf('paragraph', nest, lines));
          break;
        case 'table':
          blocks.push(blockOf('table', nest, lines));
          break;
        case 'hr':
          blocks.push(blockOf('rule', nest, lines));
          break;
        case 'fence':
        case 'code_block':
          blocks.push({ ...blockOf('code', nest, lines), info: token.info, content: token.content });
          break;
        case 'html_block':
          blocks.push({ ...blockOf('html', nest, lines), content: token.content });
          break;
      }
  }
  return blocks;
}

interface InlineEnv {
  /** Where the text began that no token holds yet. */
  pendingFrom: number;
  references?: References;
  [key: string]: unknown;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

const inlineRules = [
  'text',
  'newline',
  'escape',
  'backticks',
  'strikethrough',
  'emphasis',
  'link',
  'image',
  'autolink',
  'html_inline',
  'entity',
];

/** Makes each inline rule note on its tokens, in `map`, where they stand. Texts stay apart: joined they would lose it. */
function withInlinePlaces(md: Parser): Parser {
  const { ruler, ruler2 } = md.inline;
  const builtIn = new Map<string, InlineRule>();
  for (const name of inlineRules) {
    ruler.enableOnly([name]);
    const [rule] = ruler.getRules('') as unknown as InlineRule[];
    if (rule) builtIn.set(name, rule);
  }
  ruler.enable(inlineRules);
  for (const [name, rule] of builtIn) {
    ruler.at(name, (state: StateInline, silent: boolean) => noting(rule, state, silent));
  }
  // What no rule takes is text; as a rule of its own it notes where it began.
  ruler.push('other', (state: StateInline, silent: boolean) => noting(takeOne, state, silent));
  ruler2.disable('fragments_join');
  const parse = md.inline.tokenize.bind(md.inline);
  md.inline.tokenize = (state: StateInline) => {
    const env = state.env as unknown as InlineEnv;
    const before = state.tokens.length;
    parse(state);
    const last = state.tokens[state.tokens.length - 1];
    if (state.tokens.length > before && last && !last.map)
      last.map = [env.pendingFrom, env.pendingFrom + last.content.length];
  };
  return md;
}

function takeOne(state: StateInline, silent: boolean): boolean {
  if (!silent) state.pending += state.src[state.pos] ?? '';
  state.pos++;
  return true;
}

function noting(rule: InlineRule, state: StateInline, silent: boolean): boolean {
  if (silent) return rule(state, true);
  const env = state.env as unknown as InlineEnv;
  const at = state.pos;
  const { pendingFrom } = env;
  const pending = state.pending.length;
  const before = state.tokens.length;
  if (!rule(state, false)) return false;
  let next = before;
  if (state.tokens.length > before && pending > 0) {
    const flushed = state.tokens[before];
    if (flushed?.type === 'text' && !flushed.map) {
      flushed.map = [pendingFrom, pendingFrom + flushed.content.length];
      next++;
    }
  }
  let from = at;
  for (let i = next; i < state.tokens.length; i++) {
    const token = state.tokens[i];
    if (!token || token.map) continue;
    const end = token.type === 'text' ? Math.min(from + token.content.length, state.pos) : state.pos;
    token.map = [from, end];
    if (token.type === 'text') from = end;
  }
  if (state.pending.length > 0 && (pending === 0 || state.tokens.length > before)) env.pendingFrom = at;
  return true;
}
