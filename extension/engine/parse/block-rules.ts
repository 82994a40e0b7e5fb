import type { MarkdownIt as Parser, StateBlock } from 'markdown-it';
import { envOf, type BlockRule } from './block-env.ts';
import { contentEnd, contentStart, linesBetween, originalOffsets } from './block-lines.ts';
import type { Defined, References } from './blocks.ts';
import { isBlank } from './lines.ts';
import { readQuote } from './quote-rule.ts';
import { oneTokenTable } from './table-rule.ts';

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
export function withBlockPlaces(md: Parser): Parser {
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
    env.targets.set(label, { ...target, defined: definedIn(state, startLine) });
    env.defined.push(label);
  }
  return true;
}

/** The target of a definition, which stands on the line on which its label ends or on the one below. */
function definedIn(state: StateBlock, startLine: number): Defined {
  const { src, md } = state;
  let line = startLine;
  let at = contentStart(state, line) + 1;
  while (at < contentEnd(state, state.line - 1) && src.charCodeAt(at) !== 93)
    at += src.charCodeAt(at) === 92 ? 2 : 1;
  while (line < state.line - 1 && contentEnd(state, line) < at) line++;
  at += 2;
  while (at < contentEnd(state, line) && isBlank(src.charCodeAt(at))) at++;
  if (at >= contentEnd(state, line) && line < state.line - 1) at = contentStart(state, ++line);
  const { pos, str } = md.helpers.parseLinkDestination(src, at, contentEnd(state, line));
  const angled = src.charCodeAt(at) === 60 ? 1 : 0;
  const [start = 0, end = 0] = originalOffsets(state, line, [at + angled, Math.max(at, pos - angled)]);
  return { target: str, at: { start, end } };
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
      env.tooDeep.push(...originalOffsets(state, startLine, line));
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
    return originalOffsets(state, line, [start, Math.max(start, end)]);
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
