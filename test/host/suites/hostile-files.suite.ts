import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, codesOf, diagnosticsOf, outrigger, rows, untilCodes, untilShown, write } from './window.ts';

// What the file system of these files does to names such as "denied" and "vanishing" stands in memory-files.ts.

describe('files that make trouble', () => {
  const fine = at('processes/fine.md');

  before(async () => {
    await (await outrigger()).settled();
  });

  it('do not keep the others from being judged', async () => {
    assert.ok(codesOf(at('engagement.md')).includes('DOC003'));
    assert.ok(codesOf(fine).includes('DOC003'));
    assert.ok((await rows()).some(({ target }) => target?.path === 'processes/fine.md'));
  });

  it('are said to be unreadable where nobody may read them', () => {
    const [shown, ...others] = diagnosticsOf(at('processes/denied-file.md'));
    assert.equal(others.length, 0);
    assert.equal(shown?.message, 'This file cannot be read: you have no permission to read it.');
    assert.deepEqual(codesOf(at('processes/denied-file.md')), ['DOC001']);
  });

  it('are no documents where they are gone once they are read', async () => {
    assert.deepEqual(codesOf(at('processes/vanishing.md')), []);
    assert.equal(
      (await rows()).some(({ target }) => target?.path?.includes('vanishing')),
      false,
    );
  });

  it('lie unread in a folder that nobody may list', () => {
    assert.deepEqual(codesOf(at('denied/inside.md')), []);
  });

  it('are said to be unreadable from the moment on that they are, and no longer than that', async () => {
    const before = codesOf(fine);
    await vscode.commands.executeCommand('memfs.deny', fine);
    await untilCodes(fine, ['DOC001']);
    await vscode.commands.executeCommand('outrigger.checkWorkspace');
    await untilCodes(fine, ['DOC001']);
    await untilShown(
      async () => !(await rows()).some(({ target }) => target?.path === 'processes/fine.md'),
      () => 'the document is still in the tree',
    );
    await vscode.commands.executeCommand('memfs.allow', fine);
    await untilCodes(fine, before);
    await untilShown(
      async () => (await rows()).some(({ target }) => target?.path === 'processes/fine.md'),
      () => 'the document is not in the tree again',
    );
  });

  it('may come, vanish and be denied while everything is read', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fine));
    const runs: Thenable<unknown>[] = [];
    for (let i = 0; i < 8; i++) {
      if (i % 2 === 0) runs.push(vscode.commands.executeCommand('outrigger.checkWorkspace'));
      await write(at(`processes/coming-${i}.md`), text);
      if (i > 0) await vscode.workspace.fs.delete(at(`processes/coming-${i - 1}.md`));
      await vscode.commands.executeCommand(i % 2 === 0 ? 'memfs.deny' : 'memfs.allow', fine);
    }
    await Promise.all(runs);
    await (await outrigger()).settled();
    await untilCodes(fine, codesOf(at('processes/coming-7.md')));
    assert.ok(codesOf(fine).includes('DOC003'));
    for (let i = 0; i < 7; i++) assert.deepEqual(codesOf(at(`processes/coming-${i}.md`)), []);
    await vscode.workspace.fs.delete(at('processes/coming-7.md'));
    await untilCodes(at('processes/coming-7.md'), []);
  });
});
