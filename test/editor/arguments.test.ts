import assert from 'node:assert/strict';
import { aboutOf, queryOf } from '../../extension/editor/commands/page-address.ts';
import { rowArgument } from '../../extension/editor/tree/row-argument.ts';

describe('the address of a page', () => {
  it('says what the page is about, or that it is about everything', () => {
    const about = { folder: 'file:///work', engagement: 'a/b?c#d' };
    assert.deepEqual(aboutOf(queryOf(about)), about);
    assert.deepEqual(aboutOf(queryOf({ ...about, document: 'a/x.md' })), { ...about, document: 'a/x.md' });
    assert.equal(queryOf({ folder: 'file:///work', document: 'a/x.md' }), '');
    assert.equal(aboutOf(queryOf({})), 'everything');
    assert.equal(queryOf({ folder: 'file:///work' }), '');
  });

  it('of a stranger says nothing, and breaks nothing', () => {
    for (const query of [
      '{',
      'x',
      'null',
      '5',
      '"text"',
      '[]',
      '{}',
      '{"folder":1,"engagement":"a"}',
      '{"folder":"a","engagement":"b","document":1}',
      '\u0000',
    ])
      assert.equal(aboutOf(query), undefined, query);
  });
});

describe('the argument of a command of the tree', () => {
  const folders = ['file:///work'];
  const start = { line: 1, character: 0 };

  it('is what a row is about', () => {
    const target = { folderUri: 'file:///work', engagement: '', path: 'a/b.md', kind: 'sla' } as const;
    const click = { does: 'open', range: { start, end: start } } as const;
    assert.deepEqual(rowArgument({ id: 'x', target, click }, folders), { target, click });
    assert.deepEqual(rowArgument({ target, click: { does: 'init' } }, folders), { target });
  });

  it('of a stranger is nothing, or as much as can be used', () => {
    const work = { folderUri: 'file:///work' };
    for (const argument of [
      undefined,
      null,
      5,
      'x',
      {},
      { target: 5 },
      { target: {} },
      { target: { folderUri: 5 } },
      { target: { folderUri: 'file:///etc', path: 'passwd' } },
      { target: { ...work, path: '../outside.md' } },
      { target: { ...work, path: 'a\\..\\..\\outside.md' } },
      { target: { ...work, path: '/etc/passwd' } },
      { target: { ...work, path: {} } },
      { target: { ...work, engagement: 'a/../..' } },
    ])
      assert.equal(rowArgument(argument, folders), undefined, JSON.stringify(argument));
    for (const range of [
      5,
      {},
      { start },
      { start, end: { line: -1, character: 0 } },
      { start, end: { line: 'x' } },
    ])
      assert.deepEqual(rowArgument({ target: work, click: { does: 'open', range } }, folders), {
        target: work,
        click: { does: 'open' },
      });
  });
});
