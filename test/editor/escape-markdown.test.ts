import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '../../extension/editor/escape-markdown.ts';

describe('escapeMarkdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });

  /** What a reader sees, where it is one paragraph without any mark. */
  function seen(text: string): string {
    const html = markdown.render(escapeMarkdown(text));
    const [, inner = ''] = /^<p>([^<]*)<\/p>\n$/.exec(html) ?? [];
    return inner
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  }

  it('lets nothing of a text become a mark, a link or a command', () => {
    for (const text of [
      '[run](command:workbench.action.quit)',
      '<a href="command:x">x</a>',
      'https://example.org and anna@example.org',
      '![x](https://example.org/x.png)',
      '# no heading',
      '1. no list',
      '- no list',
      '> no quote',
      '| a | b |',
      '`code` **bold** ~~gone~~ &lt; \\ $(zap)',
      '---',
    ])
      assert.equal(seen(text), text);
  });

  it('shows any line as it is', () => {
    const line = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(fc.property(line, (text) => assert.equal(seen(text), text)));
  });

  it('keeps a text on one line', () => {
    assert.equal(escapeMarkdown(' one\n\n  two '), 'one two');
  });
});
