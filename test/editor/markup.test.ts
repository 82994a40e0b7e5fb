import assert from 'node:assert/strict';
import { commandLink, markup, prose, withWholeDates } from '../../extension/editor/commands/markup.ts';
import { pageShell } from '../../extension/editor/commands/page-shell.ts';

describe('the HTML of a page', () => {
  it('takes what is filled in for text, in elements and in attributes', () => {
    const hostile = '"><script>alert(1)</script>&amp;\u202E\u0000';
    assert.equal(
      markup`<p title="${hostile}">${hostile}</p>`.html,
      ['"', '"']
        .map(() => '&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp;\uFFFD\uFFFD')
        .join('|')
        .replace(/^(.*)\|(.*)$/, '<p title="$1">$2</p>'),
    );
    assert.equal(markup`${[markup`<b>${'<'}</b>`, markup`${1}`]}`.html, '<b>&#60;</b>1');
    assert.equal(
      prose('a `<b>` c\n\nd')
        .map((one) => one.html)
        .join(''),
      '<p>a <code>&#60;b&#62;</code> c</p>\n<p>d</p>\n',
    );
  });

  it('links to a command of ours with an argument that nothing can leave', () => {
    const argument = { target: { folderUri: 'file:///a b', path: `"'><x>](y)?&#.md` } };
    const link = commandLink('outrigger.tree.open', argument, 'here').html;
    const [, href = ''] = /^<a href="([^"<>']*)">here<\/a>$/.exec(link.replaceAll('&#39;', '%27')) ?? [];
    assert.match(href, /^command:outrigger\.tree\.open\?/);
    assert.deepEqual(JSON.parse(decodeURIComponent(href.replace(/^[^?]*\?/, ''))), [argument]);
  });

  it('has dates in one piece, and no other hyphen than they are written with', () => {
    const text = 'As of 2026-11-23: records/2026-11-23.md, 2026-11-23-x, <2026-12-01>';
    const shown = withWholeDates(text)
      .map((one) => one.html)
      .join('');
    assert.equal(
      shown,
      'As of <time>2026-11-23</time>: records/2026-11-23.md, 2026-11-23-x, &#60;<time>2026-12-01</time>&#62;',
    );
    assert.doesNotMatch(shown, /\u2011/);
  });

  it('loads and runs nothing', () => {
    const page = pageShell('<t>', 'sv', markup`<p>x</p>`, 'abc');
    assert.match(page, /<html lang="sv">/);
    assert.match(page, /content="default-src &#39;none&#39;; style-src &#39;nonce-abc&#39;"/);
    assert.match(page, /<title>&#60;t&#62;<\/title>/);
    assert.doesNotMatch(page, /<script|https?:/);
  });
});
