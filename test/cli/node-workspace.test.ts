import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createNodeWorkspace, type NodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { temporaryFolder } from './run-cli.ts';
import { processorTime } from '../support/processor-time.ts';

describe('createNodeWorkspace', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const open = (files: Readonly<Record<string, string | Uint8Array>>): NodeWorkspace => {
    root = temporaryFolder(files);
    return createNodeWorkspace(root.folder);
  };
  const listed = (workspace: NodeWorkspace): readonly string[] => [...(workspace.list() as string[])].sort();
  afterEach(() => root.remove());

  it('lists Markdown and the config, with forward slashes, and nothing else', () => {
    const workspace = open({
      'a.md': '',
      'B.MARKDOWN': '',
      'c/d/e.md': '',
      '.hidden/f.md': '',
      'outrigger.yml': '',
      'c/outrigger.yml': '',
      'c/x.txt': '',
      md: '',
    });
    assert.deepEqual(listed(workspace), ['.hidden/f.md', 'B.MARKDOWN', 'a.md', 'c/d/e.md', 'outrigger.yml']);
  });

  it('takes .gitignore as Git does: by case, by depth, with exceptions', () => {
    const workspace = open({
      '.gitignore': 'Old\n/top.md\n*.tmp.md\n!/kept.tmp.md\nsub/*.md\n!sub/in.md\n',
      'Old/a.md': '',
      'old/a.md': '',
      'top.md': '',
      'x/top.md': '',
      'a.tmp.md': '',
      'kept.tmp.md': '',
      'sub/in.md': '',
      'sub/out.md': '',
      'x/.gitignore': '!b.tmp.md\n',
      'x/b.tmp.md': '',
    });
    assert.deepEqual(listed(workspace), ['kept.tmp.md', 'old/a.md', 'sub/in.md', 'x/b.tmp.md', 'x/top.md']);
  });

  it('is not kept or stopped by what a .gitignore says', () => {
    const deep = `${'a/'.repeat(49)}c.md`;
    const workspace = open({
      '.gitignore': [
        'x'.repeat(100_000),
        '**/a/'.repeat(12) + 'b',
        '*a'.repeat(60) + '*b',
        '**/'.repeat(300) + 'b',
        '[',
        '[z-a]',
        '\\',
        '(?:(a+)+)+$',
        'left.md',
      ].join('\r\n'),
      'left.md': '',
      'kept.md': '',
      [deep]: '',
      [`${'b/'.repeat(120)}d.md`]: '',
      [`${'a'.repeat(240)}.md`]: '',
    });
    const taken = processorTime();
    const found = listed(workspace);
    assert.ok(taken() < 5000);
    assert.deepEqual(found, [deep, `${'a'.repeat(240)}.md`, `${'b/'.repeat(120)}d.md`, 'kept.md']);
  });

  it('knows what exists, and nothing that is ignored or lies outside', () => {
    const workspace = open({
      '.gitignore': 'made/\n',
      'kept/a.txt': '',
      'made/a.txt': '',
      'node_modules/p/a.txt': '',
      '.git/HEAD': '',
    });
    const paths = [
      '',
      'kept',
      'kept/a.txt',
      'kept/b.txt',
      'made',
      'made/a.txt',
      'node_modules/p/a.txt',
      '.git/HEAD',
      '..',
      '../x',
      '/etc',
    ];
    assert.deepEqual(
      paths.filter((path) => workspace.exists(path)),
      ['', 'kept', 'kept/a.txt'],
    );
  });

  it('reads text, and says what is no text, too large or gone', () => {
    const megabytes = 1024 * 1024;
    const workspace = open({
      'a.md': '\u{FEFF}Å\r\n',
      'bytes.md': Uint8Array.from([0x61, 0xff, 0x62]),
      'just.md': new Uint8Array(8 * megabytes).fill(0x61),
      'over.md': new Uint8Array(8 * megabytes + 1).fill(0x61),
      'folder.md/x': '',
    });
    assert.deepEqual(workspace.read('a.md'), { kind: 'text', text: 'Å\r\n' });
    assert.deepEqual(workspace.read('bytes.md'), { kind: 'text', text: 'a\ufffdb', invalidUtf8: true });
    assert.deepEqual([...workspace.damaged], ['bytes.md']);
    const just = workspace.read('just.md') as { text: string };
    assert.equal(just.text.length, 8 * megabytes);
    assert.deepEqual(workspace.read('over.md'), { kind: 'tooLarge', bytes: 8 * megabytes + 1 });
    for (const path of ['gone.md', 'folder.md', 'a.md/b.md', '../a.md'])
      assert.equal(workspace.read(path), undefined, path);
    assert.deepEqual(workspace.unreadable, []);
  });

  it('reads what it has listed as it is now, whatever has come in the place of a file', () => {
    const workspace = open({
      'a.md': Uint8Array.from([0x61, 0xe2, 0x82]),
      'b.md': '\u{FEFF}b',
      'link.md': '1',
      'folder.md': '2',
      'gone.md': '3',
      'to/other.txt': '4',
    });
    listed(workspace);
    const at = (file: string): string => path.join(root.folder, file);
    for (const file of ['link.md', 'folder.md', 'gone.md']) fs.rmSync(at(file));
    fs.symlinkSync(at('to/other.txt'), at('link.md'));
    fs.mkdirSync(at('folder.md'));
    assert.deepEqual(workspace.read('a.md'), { kind: 'text', text: 'a\ufffd', invalidUtf8: true });
    assert.deepEqual(workspace.read('b.md'), { kind: 'text', text: 'b' });
    assert.deepEqual(workspace.read('link.md'), { kind: 'text', text: '4' });
    assert.equal(workspace.placeOf('link.md'), at('to/other.txt'));
    for (const file of ['folder.md', 'gone.md']) assert.equal(workspace.read(file), undefined, file);
    assert.deepEqual(workspace.unreadable, []);
  });
});
