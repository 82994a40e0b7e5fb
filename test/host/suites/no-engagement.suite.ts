import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OutriggerApi } from '../../../extension/editor/start.ts';
import { allDiagnostics, at, closeEditors, open, outrigger } from './window.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

describe('a workspace without an engagement', () => {
  const extension = vscode.extensions.getExtension<OutriggerApi>('outrigger.outrigger')!;
  const isInMemory = vscode.workspace.workspaceFolders?.[0]?.uri.scheme === 'memfs';

  after(closeEditors);

  it('does not start the extension', () => {
    assert.equal(extension.isActive, false);
  });

  it('starts it for an open Markdown file, without its engine, and reads and writes nothing', async () => {
    await vscode.workspace.openTextDocument(at('data.txt'));
    assert.equal(extension.isActive, false);
    if (isInMemory) await vscode.commands.executeCommand('memfs.countAnew');
    await open('README.md');
    // VS Code starts it for the language.
    for (const late = Date.now() + 20_000; !extension.isActive && Date.now() < late;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(extension.isActive, true);
    const api = await outrigger();
    await api.settled();
    assert.equal(api.timings().engineLoaded, false);
    assert.equal(api.timings().faceLoaded, false);
    if (!isInMemory) assert.equal(api.timings().lookUps, 1);
    assert.equal(api.timings().firstShownMs, undefined);
    assert.equal(allDiagnostics().size, 0);
    assert.deepEqual(api.tree(), { rows: [], badge: undefined, statusBar: undefined });
    if (isInMemory) {
      const counts = await vscode.commands.executeCommand<Counts>('memfs.counts');
      console.log(`outrigger-counts ${JSON.stringify(counts)}`);
      assert.ok(Object.keys(counts).length > 0, 'nothing was counted');
      for (const [path, { readDirectory = 0, readFile = 0, write: written = 0 }] of Object.entries(counts)) {
        assert.equal(written, 0, `${path} was written`);
        // The editor reads what it opens; other extensions look for files of their own, such as package.json.
        if (/\.(?:md|txt|yml)$/.test(path) && !path.endsWith('/README.md'))
          assert.equal(readFile, 0, `${path} was read`);
        assert.ok(readDirectory <= 2, `${path} was listed ${readDirectory} times`);
      }
    }
  });

  it('goes on without it while Markdown is edited and saved', async () => {
    const editor = await open('README.md');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'More.\n'));
    assert.equal(await editor.document.save(), true);
    await open('docs/packing.md');
    const api = await outrigger();
    await api.settled();
    assert.equal(api.timings().engineLoaded, false);
    assert.equal(allDiagnostics().size, 0);
  });

  it('is not read because somebody thinks of an engagement and stops', async () => {
    const begun = Promise.resolve(vscode.commands.executeCommand('outrigger.init'));
    // No event says that a question has been shown, and to close where there is none does nothing.
    const closing = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
      50,
    );
    assert.equal(await begun.finally(() => clearInterval(closing)), undefined);
    const api = await outrigger();
    await api.settled();
    assert.equal(api.timings().firstShownMs, undefined);
    assert.deepEqual(api.tree().rows, []);
  });
});
