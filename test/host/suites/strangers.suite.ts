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

  it('sees no page that nobody has made, and no engagement that is not there', async () => {
    const here = JSON.stringify({ folder: governed().uri.toString(), engagement: '' });
    const elsewhere = JSON.stringify({ folder: governed().uri.toString(), engagement: '../plain' });
    assert.match(await page('/Facts.md', here), /^# /);
    assert.match(await page('/Facts.md', elsewhere), /no engagement here/);
    const noDocument = JSON.stringify({
      folder: governed().uri.toString(),
      engagement: '',
      document: '../x.md',
    });
    assert.match(await page('/Facts.md', noDocument), /no such page/);
    for (const query of ['{', 'null', '5', '{"folder":1}', '%00'])
      for (const path of ['/Facts.md', '/Due.md'])
        assert.equal(await page(path, query), 'There is no such page.\n', `${path}?${query}`);
    for (const path of ['/Rules/NONE.md', '/Rules/', '/Other.md', '/'])
      assert.equal(await page(path, ''), 'There is no such page.\n', path);
  });

  async function page(path: string, query: string): Promise<string> {
    const uri = vscode.Uri.from({ scheme: 'outrigger', path, query });
    return (await vscode.workspace.openTextDocument(uri)).getText();
  }
});
