import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OutriggerApi } from '../../../extension/editor/start.ts';
import { allDiagnostics, closeEditors, open } from './window.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

// Most windows are like this one: Markdown is opened in them, and nothing is ours.

describe('a folder with nothing but a README', () => {
  const extension = vscode.extensions.getExtension<OutriggerApi>('outrigger.outrigger')!;
  const isInMemory = vscode.workspace.workspaceFolders?.[0]?.uri.scheme === 'memfs';

  after(closeEditors);

  it('is looked into once when somebody opens it, and nothing is loaded, read or shown', async () => {
    assert.equal(extension.isActive, false);
    if (isInMemory) {
      await vscode.workspace.fs.readDirectory(vscode.workspace.workspaceFolders![0]!.uri); // until its driver runs
      await vscode.commands.executeCommand('memfs.countAnew');
    }
    const cpu = globalThis.process?.cpuUsage?.();
    const begun = performance.now();
    const api = await extension.activate();
    const loadedMs = performance.now() - begun;
    const used = cpu && process.cpuUsage(cpu);
    await open('README.md');
    await api.settled();
    const { activateMs, lookUps, engineLoaded, faceLoaded, firstShownMs } = api.timings();
    const cpuMs = used && (used.user + used.system) / 1000;
    console.log(`outrigger-activation ${JSON.stringify({ activateMs, loadedMs, cpuMs, lookUps })}`);
    assert.deepEqual([lookUps, engineLoaded, faceLoaded, firstShownMs], [1, false, false, undefined]);
    assert.equal(allDiagnostics().size, 0);
    if (!isInMemory) return;
    const counts = await vscode.commands.executeCommand<Counts>('memfs.counts');
    for (const [path, { readDirectory = 0, write = 0 }] of Object.entries(counts)) {
      assert.equal(write, 0, `${path} was written`);
      assert.ok(readDirectory <= 1, `${path} was listed ${readDirectory} times`);
    }
  });

  it('has a log all the same, and every command answers', async () => {
    const api = await extension.activate();
    await vscode.commands.executeCommand('outrigger.showLog');
    assert.equal(api.timings().faceLoaded, false);
    await vscode.commands.executeCommand('outrigger.tree.refresh');
    assert.equal(api.timings().faceLoaded, true);
    const { contributes } = extension.packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of contributes.commands) assert.ok(known.has(command), command);
    await api.settled();
    assert.equal(api.timings().engineLoaded, false);
    assert.deepEqual(api.tree(), { rows: [], badge: undefined, statusBar: undefined });
  });
});
