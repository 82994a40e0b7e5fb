import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { lineStarts } from '../../../extension/engine/model/text.ts';
import { createMarkdown } from '../../../extension/engine/parse/markdown.ts';
import { scanBlocks } from '../../../extension/engine/parse/scan-blocks.ts';
import { splitRow } from '../../../extension/engine/parse/split-row.ts';
import { body } from './fragments.ts';

const markdown = createMarkdown();

describe('blocks', () => {
  it('stand where they stand, in lists and quotes and under CRLF too', () => {
    const text =
      '# A #\r\n\r\n> - x\r\n>   y\r\n>\r\n> | a | b |\r\n> |---|---|\r\n> | 1 | 2 |\r\n\r\n```js\r\ncode\r\n```\r\n';
    const { blocks } = markdown.blocks(text, lineStarts(text), 0);
    const seen = blocks.map(({ is, nest, lines }) => {
      const parts: string[] = [];
      for (let i = 0; i < lines.length; i += 2) parts.push(text.slice(lines[i], lines[i + 1]));
      return `${nest}${is} ${parts.join(' / ')}`.trim();
    });
    assert.deepEqual(seen, [
      'heading A',
      'q>u>item',
      'q>u>paragraph x / y',
      'q>table | a | b | / |---|---| / | 1 | 2 |',
      'code ```js\r\ncode\r\n```',
    ]);
  });

  it('are the same by the quick scan as by markdown-it', () => {
    let scanned = 0;
    fc.assert(
      fc.property(body, (text) => {
        const starts = lineStarts(text);
        const quick = scanBlocks(text, starts, 0);
        if (!quick) return;
        scanned++;
        assert.deepEqual(quick, markdown.blocks(text, starts, 0).blocks);
      }),
      { numRuns: 4000 },
    );
    assert.ok(scanned > 1000, `the scan took only ${scanned} of 4000`);
  });

  it('have no table below a heading or an item, as on GitHub', () => {
    for (const text of ['# a | b\n--|--\n', '- a | b\n--|--\n']) {
      const { blocks } = markdown.blocks(text, lineStarts(text), 0);
      assert.ok(!blocks.some(({ is }) => is === 'table'), text);
      assert.ok(!scanBlocks(text, lineStarts(text), 0)?.some(({ is }) => is === 'table'));
    }
  });

  it('end a table where markdown-it does, after 65,536 missing cells', () => {
    const text = `${'| h '.repeat(40)}|\n${'| - '.repeat(40)}|\n${'| a |\n'.repeat(1700)}`;
    const rowsRead = (blocks: readonly { is: string; lines: readonly number[] }[] | undefined): number[] =>
      (blocks ?? []).map(({ lines }) => lines.length / 2);
    const expected = new MarkdownIt({ html: true })
      .parse(text, {})
      .filter(({ type }) => type === 'tr_open').length;
    const starts = lineStarts(text);
    assert.deepEqual(rowsRead(scanBlocks(text, starts, 0)), [expected + 1, 1700 - expected + 1]);
    assert.deepEqual(rowsRead(markdown.blocks(text, starts, 0).blocks), [expected + 1, 1700 - expected + 1]);
  });

  it('leave to markdown-it what the scan does not know', () => {
    for (const text of [
      '> q\n',
      '    code\n',
      'a\n===\n',
      '- a\n  - b\n',
      '[a]: b\n',
      '<div>\n',
      '```\n',
      '* * *\n',
      '- a\nb\n',
    ]) {
      assert.equal(scanBlocks(text, lineStarts(text), 0), undefined, JSON.stringify(text));
    }
  });

  it('are those of markdown-it as it comes', () => {
    const plain = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(body, (text) => {
        // A heading or an item above a line of dashes is a table to markdown-it, not to GitHub.
        fc.pre(!/^ *(?:#|[-*+] |\d+[.)] |>|<|```|~~~).*\|.*\n *[|:-]/m.test(text.replace(/\r\n?/g, '\n')));
        const tokens = plain.parse(text, {});
        const expected = tokens.flatMap((token, i) => {
          if (token.type === 'heading_open' || token.type === 'paragraph_open')
            return [[token.tag, tokens[i + 1]?.content]];
          if (token.type === 'table_open') return [['table']];
          if (token.type === 'tr_open') return [['row', ...cellsAfter(tokens, i)]];
          return [];
        });
        const { blocks } = markdown.blocks(text, lineStarts(text), 0);
        const actual = blocks.flatMap(({ is, level, lines }): (string | undefined)[][] => {
          const all: string[] = [];
          for (let i = 0; i < lines.length; i += 2) all.push(text.slice(lines[i], lines[i + 1]));
          if (is === 'heading') return [[`h${level}`, all.join('\n')]];
          if (is === 'paragraph') return [['p', all.join('\n')]];
          if (is !== 'table') return [];
          const count = splitRow(text, lines[0] ?? 0, lines[1] ?? 0).length / 2;
          const tableRows = all.flatMap((_, i) =>
            i === 1 ? [] : [['row', ...cellsOf(text, lines[i * 2] ?? 0, lines[i * 2 + 1] ?? 0, count)]],
          );
          return [['table'], ...tableRows];
        });
        const spaced = (rows: readonly (readonly (string | undefined)[])[]): unknown =>
          rows.map((row) => row.map((part) => part?.replace(/[ \t]*\n[ \t]*/g, '\n')));
        assert.deepEqual(spaced(actual), spaced(expected));
      }),
      { numRuns: 4000 },
    );
  });
});

describe('quotes', () => {
  const mark = fc.constantFrom('> ', '>', '>\t', ' > ', '   >', '- ', '1. ', '  ', '    ', '\t', '');
  const rest = fc.constantFrom(
    'a',
    'b',
    '# h',
    '```',
    '---',
    '- ',
    '[c]: d',
    '<div>',
    '<!-- e',
    '===',
    '',
    '[f',
    '| g',
    '2. i',
  );
  const line = fc
    .tuple(fc.array(mark, { maxLength: 4 }), rest)
    .map(([marks, text]) => `${marks.join('')}${text}`);
  const long = fc.constantFrom('> j\n', '> > j\n', 'k\n', '> ```\n', '- l\n', '>\n');

  it('are those of markdown-it as it comes, whatever stands in them and however long', () => {
    const plain = new MarkdownIt({ html: true }).disable('table');
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        long,
        fc.constantFrom(0, 0, 0, 14, 15, 16, 17, 600),
        fc.array(line, { maxLength: 4 }),
        (before, middle, times, after) => {
          const text = `${before.join('\n')}\n${middle.repeat(times)}${after.join('\n')}`;
          // Within two quotes markdown-it lets a line begin a block that is indented too far; GitHub does not.
          fc.pre(!/(?:\t|  {3,})[ \t]*(?:[<#>`-]|\d)/.test(text));
          const env: { references?: Record<string, never> } = {};
          const expected = leavesOf(plain.parse(text, env));
          const { blocks, references, tooDeep } = markdown.blocks(text, lineStarts(text), 0);
          if (tooDeep.length > 0 || blocks.some(({ is }) => is === 'table')) return;
          const actual = blocks.map(({ is, nest, lines, content }) => {
            const parts: string[] = [];
            for (let i = 0; i < lines.length; i += 2) parts.push(text.slice(lines[i], lines[i + 1]));
            const written = content === '' && is !== 'code' && is !== 'rule' ? parts.join('\n') : content;
            return `${nest}${is} ${spaced(written)}`.trim();
          });
          assert.deepEqual(actual, expected);
          assert.deepEqual(Object.keys(references ?? {}), Object.keys(env.references ?? {}));
        },
      ),
      { numRuns: 1500 },
    );
  });
});

function leavesOf(tokens: readonly { type: string; content: string }[]): string[] {
  const nests = [''];
  return tokens.flatMap(({ type, content }, i) => {
    const nest = nests.at(-1) ?? '';
    const opened = { bullet_list_open: 'u>', ordered_list_open: 'o>', blockquote_open: 'q>' }[type];
    if (opened !== undefined) nests.push(`${nest}${opened}`);
    if (/^(?:bullet_list|ordered_list|blockquote)_close$/.test(type)) nests.pop();
    const leaf = {
      list_item_open: 'item',
      heading_open: 'heading',
      paragraph_open: 'paragraph',
      hr: 'rule',
      fence: 'code',
      code_block: 'code',
      html_block: 'html',
    }[type];
    if (leaf === undefined) return [];
    const text = /^(?:heading|paragraph)_open$/.test(type) ? (tokens[i + 1]?.content ?? '') : content;
    return [`${nest}${leaf} ${spaced(text)}`.trim()];
  });
}

function spaced(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, '\n');
}

describe('cells of a table', () => {
  it('are those of markdown-it', () => {
    const plain = new MarkdownIt({ html: true });
    const part = fc.constantFrom(
      'a',
      'b c',
      ' ',
      '|',
      '|',
      '\\',
      '`',
      '\\|',
      '**',
      '\t',
      '\u00a0',
      '<br>',
      'é',
      '😀',
      '\ufeff',
      '\\\\|',
    );
    const line = fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));
    let tables = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (lines, count) => {
          const text = [
            `|${' h |'.repeat(count)}`,
            `|${' - |'.repeat(count)}`,
            ...lines.map((one) => `x${one}`),
          ].join('\n');
          const tokens = plain.parse(text, {});
          if (tokens[0]?.type !== 'table_open') return;
          tables++;
          const expected = tokens.flatMap((token, i) =>
            token.type === 'tr_open' ? [cellsAfter(tokens, i)] : [],
          );
          const starts = lineStarts(text);
          const table = markdown.blocks(text, starts, 0).blocks[0]?.lines ?? [];
          const actual: string[][] = [];
          for (let i = 0; i < table.length; i += 2)
            if (i !== 2) actual.push(cellsOf(text, table[i] ?? 0, table[i + 1] ?? 0, count));
          assert.deepEqual(actual, expected);
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(tables > 1000);
  });

  it('of an empty cell are the gap between its pipes', () => {
    const text = '| a |  || b\\|c |';
    const cells = splitRow(text, 0, text.length);
    assert.deepEqual(cells, [2, 3, 5, 7, 8, 8, 10, 14]);
  });
});

function cellsAfter(tokens: readonly { type: string; content: string }[], from: number): string[] {
  const cells: string[] = [];
  for (let i = from + 1; tokens[i]?.type !== 'tr_close'; i++)
    if (tokens[i]?.type === 'inline') cells.push(tokens[i]?.content ?? '');
  return cells;
}

/** As many cells as the header has, with `\|` as a pipe. */
function cellsOf(text: string, start: number, end: number, count: number): string[] {
  const offsets = splitRow(text, start, end);
  return Array.from({ length: count }, (_, i) =>
    text
      .slice(offsets[i * 2] ?? 0, offsets[i * 2 + 1] ?? 0)
      .trim()
      .replace(/\\\|/g, '|'),
  );
}
