import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, outrigger } from './window.ts';

// Key bindings, links and other extensions can run commands with any argument, and open any address.

describe('what strangers ask for', () => {
  const governed = (): vscode.WorkspaceFolder =>
    vscode.workspace.workspaceFolders!.find(({ name }) => name === 'governed')!;

  before(async () => {
    await (await outrigger()).settled();
    await closeEditors();
  });

  after(closeEditors);

  it('opens and copies nothing outside of the open folders', async () => {
    await vscode.env.clipboard.writeText('before');
    const folderUri = governed().uri.toString();
    for (const command of ['open', 'newDocument', 'showFacts', 'showDue', 'copyPath'])
      for (const argument of [
        null,
        5,
        { target: 5 },
        { target: { folderUri: 5 } },
        { target: { folderUri: 'file:///etc', path: 'passwd' } },
        { target: { folderUri, path: '../plain/README.md' } },
      ])
        await vscode.commands.executeCommand(`outrigger.tree.${command}`, argument);
    assert.equal(await vscode.env.clipboard.readText(), 'before');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('gets an answer to any argument', async () => {
    for (const argument of [
      null,
      5,
      'x',
      [],
      { folder: 5, engagement: {} },
      { folder: '/', engagement: '..' },
    ])
      for (const command of ['showFacts', 'showDue'])
        await vscode.commands.executeCommand(`outrigger.${command}`, argument);
    for (const argument of ['x', 'constructor', '](command:x)'])
      assert.equal(await vscode.commands.executeCommand('outrigger.explain', argument), undefined);
  });

  it('sees no page of an engagement or a document that is not there', async () => {
    const folder = governed().uri;
    for (const [target, text] of [
      [{ folder, engagement: '' }, /<h1>/],
      [{ folder, engagement: '../plain' }, /no engagement here/],
      [{ folder, engagement: '', document: '../x.md' }, /no such page/],
      [{ folder: vscode.Uri.file('/'), engagement: '', document: 'engagement.md' }, /no such page/],
    ] as const)
      for (const command of ['outrigger.showFacts', 'outrigger.showDue']) {
        const uri = await vscode.commands.executeCommand<vscode.Uri>(command, target);
        assert.match((await outrigger()).pages().get(uri.toString()) ?? '', text);
      }
  });
});
