import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { canonicalContent, digestOf } from '../../../extension/engine/parse/canonical.ts';

const text = [
  '---',
  'kind: sla',
  'title: Å "b"',
  'status: active',
  'attended: [anna, erik]',
  'owner:',
  '---',
  '# Title',
  '',
  'A *b* **c** ~~d~~ `e` [f](g.md)',
  'wrapped<br>x ![i](j.png)',
  '',
  '- one',
  '- two',
  '  > quote',
  '',
  '1. first',
  '',
  '| h | i |',
  '| --- | --- |',
  '| a \\| b | |',
  '| c | d | e |',
  '',
  '```js title',
  'code  ',
  '```',
  '',
  '<div>  ',
  '</div>',
  '',
  '---',
].join('\n');

describe('canonical content', () => {
  it('is front matter by key and one line for each block', () => {
    assert.deepEqual(canonicalContent(text).split('\n'), [
      '"outrigger 1"',
      '["attended",["anna","erik"]]',
      '["kind","sla"]',
      '["owner",""]',
      '["title","Å \\"b\\""]',
      '["h1",["Title"]]',
      '["p",["A ",["em"],"b",["/em"]," ",["strong"],"c",["/strong"]," ",["s"],"d",["/s"]," ",["code","e"]," ",["a","g.md"],"f",["/a"]," wrapped",["html","<br>"],"x ",["img","j.png","i"]]]',
      '["u>li"]',
      '["u>p",["one"]]',
      '["u>li"]',
      '["u>p",["two"]]',
      '["u>q>p",["quote"]]',
      '["o>li"]',
      '["o>p",["first"]]',
      '["row",[["h"],["i"]]]',
      '["row",[["a | b"]]]',
      '["row",[["c"],["d"],["e"]]]',
      '["code","js title","code\\n"]',
      '["html","<div>\\n</div>\\n"]',
      '["hr"]',
      '',
    ]);
  });

  it('does not depend on the form', () => {
    const digest = digestOf({ text });
    assert.match(digest, /^sha256-[0-9a-f]{64}$/);
    for (const other of [
      text.replace(/\n/g, '\r\n'),
      `\ufeff${text}`,
      `${text}\n\n`,
      text.replace('status: active', 'status: draft'),
      text.replace('status: active\n', ''),
      text.replace('title: Å "b"', 'title: \'Å "b"\''),
      text.replace('title: Å', 'title: A\u030a'),
      text.replace('[anna, erik]', '\n  - anna\n  - erik'),
      text.replace('kind: sla\n', '').replace('owner:\n', 'owner:\nkind: sla\n'),
      text.replace('# Title', 'Title\n====='),
      text.replace('*b* **c**', '_b_ __c__'),
      text.replace('\nwrapped', ' wrapped'),
      text.replace('- one\n- two', '* one\n\n* two'),
      text.replace('| --- | --- |', '|:-:|---|'),
      text.replace('| a \\| b | |', '|a \\| b|'),
      text.replace('code  \n', 'code\n'),
      text.replace('\n---\n# Title', '\n# note\n---  \n\n\n# Title'),
    ]) {
      assert.equal(digestOf({ text: other }), digest, other);
    }
  });

  it('depends on every word, cell and target', () => {
    const digest = digestOf({ text });
    for (const [from, to] of [
      ['Å', 'Ä'],
      ['anna', 'eva'],
      ['# Title', '## Title'],
      ['*b*', 'b'],
      ['g.md', 'h.md'],
      ['j.png', 'k.png'],
      ['- two', '1. two'],
      ['> quote', 'quote'],
      ['| c | d | e |', '| c | d |'],
      ['| c | d | e |', '| d | c | e |'],
      ['js title', 'js'],
      ['code  ', 'cod'],
      ['<div>', '<p>'],
    ] as const) {
      assert.notEqual(digestOf({ text: text.replace(from, to) }), digest, `${from} to ${to}`);
    }
  });

  it('holds nothing of what rows were called before, wherever that stands and whatever it is headed', () => {
    const table = (...lines: readonly string[]): string =>
      canonicalContent(lines.map((line) => `| ${line} |`).join('\n'));
    const plain = table('Service | Hours', '--- | ---', 'API | 24x7', 'Vault |');
    for (const header of ['Formerly', 'formerly:', 'Tidigare', 'Previous names', '**Formerly**'])
      assert.equal(
        table(`Service | Hours | ${header}`, '--- | --- | ---', 'API | 24x7 | Shop, Store', 'Vault | |'),
        plain,
        header,
      );
    assert.equal(
      table('Service | Formerly | Hours', '--- | --- | ---', 'API | Shop | 24x7', 'Vault | | '),
      plain,
    );
    for (const header of ['Former owner', 'Before', 'Formerly so'])
      assert.notEqual(
        table(`Service | Hours | ${header}`, '--- | --- | ---', 'API | 24x7 | Shop', 'Vault | |'),
        plain,
        header,
      );
  });

  it('is what the sign-offs of the examples of the format signed', function () {
    const folder = '../shared/format-examples/payments';
    if (!existsSync(`${folder}/signoffs`)) return this.skip();
    for (const name of readdirSync(`${folder}/signoffs`)) {
      const signoff = readFileSync(`${folder}/signoffs/${name}`, 'utf8');
      const of = /^document: (.*)$/m.exec(signoff)?.[1] ?? '';
      const digest = /^digest: (.*)$/m.exec(signoff)?.[1];
      assert.equal(digestOf({ text: readFileSync(`${folder}/${of}`, 'utf8') }), digest, name);
    }
  });
});
