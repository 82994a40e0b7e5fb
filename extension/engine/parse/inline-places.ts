import type { MarkdownIt as Parser, StateInline } from 'markdown-it';
import type { References } from './blocks.ts';

/** What the inline rules share while they read one text. */
export interface InlineEnv {
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
export function withInlinePlaces(md: Parser): Parser {
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
