import type { MarkdownIt as Parser, Token } from 'markdown-it';
import type { BlockEnv } from './block-env.ts';
import { blockOf, type Block, type Body, type References } from './blocks.ts';

/** The blocks of a text from line `firstLine` on, by a parser whose rules note their places. */
export function readBlocks(md: Parser, text: string, starts: readonly number[], firstLine: number): Body {
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
