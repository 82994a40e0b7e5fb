import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { acceptProposals, closeEditors, codeOf, diagnosticsOf, openFolders, untilShown } from './window.ts';

// Two folders are open, "plain" and "governed"; "later" lies beside them, as does what links lead to.
// Files are written by Node: to VS Code that is another program.

interface FixedAll {
  readonly documents: number;
  readonly leftAlone: readonly string[];
}

const wrong = (owner: string): string =>
  `---\nkind: process\ntitle: Packing\nstatus: draft\nowner: ${owner}\nValid-From: 2026-01-01\n---\n\n# Packing\n`;

describe('what is written', () => {
  let place = '';
  const outside = (): string => path.join(place, 'outside');

  before(async () => {
    const [first] = await openFolders(2);
    place = path.dirname(first!.uri.fsPath);
    fs.mkdirSync(outside());
    assert.ok(
      vscode.workspace.updateWorkspaceFolders(2, 0, { uri: vscode.Uri.file(path.join(place, 'later')) }),
    );
    await untilShown(
      () => (vscode.workspace.workspaceFolders ?? []).length === 3,
      () => 'the third folder is not open',
    );
  });

  afterEach(async () => {
    // What was changed without an editor has none that could be closed.
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
    await closeEditors();
    for (const name of ['governed', 'later'])
      for (const file of fs.readdirSync(path.join(place, name)))
        if (!['engagement.md', 'inner'].includes(file))
          fs.rmSync(path.join(place, name, file), { recursive: true });
    await untilShown(
      () => left() === '',
      () => `${left()} are left`,
    );
  });

  it('is not written to a document that was changed while others were opened', async () => {
    const first = write('governed/slip.md', wrong('lucia'));
    const second = write('later/slip.md', wrong('lucia'));
    await found(first, second);
    const editor = await vscode.window.showTextDocument(first);
    let typed: Thenable<unknown> | undefined;
    const subscription = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (uri.toString() !== second.toString()) return;
      typed = editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'counterpart: lucia\n'));
    });
    try {
      const done = await vscode.commands.executeCommand<FixedAll>('outrigger.fixAll');
      assert.equal(await typed, true);
      assert.equal(editor.document.getText(), wrong('lucia').replace('owner:', 'counterpart: lucia\nowner:'));
      assert.deepEqual([done.documents, done.leftAlone], [1, ['slip.md']]);
      const other = await vscode.workspace.openTextDocument(second);
      assert.equal(other.getText(), wrong('lucia').replace('Valid-From', 'valid_from'));
    } finally {
      subscription.dispose();
    }
  });

  it('is not written to a document that a link leads to, or that lies behind one', async () => {
    fs.writeFileSync(path.join(outside(), 'real.md'), wrong('lucia'));
    fs.symlinkSync(path.join(outside(), 'real.md'), path.join(place, 'governed', 'linked-slip.md'));
    // What comes after the link has been judged when the link would have been.
    await found(write('governed/other-slip.md', wrong('lucia')));
    assert.deepEqual(diagnosticsOf(at('governed/linked-slip.md')), []);
    const done = await vscode.commands.executeCommand<FixedAll>('outrigger.fixAll');
    assert.deepEqual([done.documents, done.leftAlone], [1, []]);
    assert.equal(fs.readFileSync(path.join(outside(), 'real.md'), 'utf8'), wrong('lucia'));
    fs.rmSync(path.join(outside(), 'real.md'));
  });

  it('is no new document behind a link', async () => {
    fs.symlinkSync(outside(), path.join(place, 'governed', 'engagement'), 'dir');
    const before = fs.readdirSync(outside());
    const folder = vscode.Uri.file(path.join(place, 'governed'));
    assert.equal(await acceptProposals<unknown>('outrigger.init', { folder }), undefined);
    assert.deepEqual(fs.readdirSync(outside()), before);
  });

  it('is not written over bytes that the editor cannot show', async () => {
    const bytes = Buffer.from(wrong('lucia').replace('Packing', 'Packn\u00FFng'), 'latin1');
    const uri = at('governed/damaged-slip.md');
    fs.writeFileSync(uri.fsPath, bytes);
    // What an editor shows is all that is known of the file then.
    await vscode.window.showTextDocument(uri);
    await found(uri);
    const done = await vscode.commands.executeCommand<FixedAll>('outrigger.fixAll');
    assert.deepEqual([done.documents, done.leftAlone], [0, ['damaged-slip.md']]);
    fs.writeFileSync(uri.fsPath, wrong('lucia').replace('Packing', 'Pack\uFFFDing'));
    await untilShown(
      () => vscode.workspace.textDocuments.some((one) => one.getText().includes('Pack\uFFFDing')),
      () => 'the editor does not show the file',
    );
    const { documents } = await vscode.commands.executeCommand<FixedAll>('outrigger.fixAll');
    assert.equal(documents, 1);
  });

  function left(): string {
    return vscode.languages
      .getDiagnostics()
      .flatMap(([uri, all]) =>
        uri.path.endsWith('slip.md') ? all.map(({ message }) => `${uri.path}: ${message}`) : [],
      )
      .join('\n');
  }

  function at(file: string): vscode.Uri {
    return vscode.Uri.file(path.join(place, file));
  }

  function write(file: string, text: string): vscode.Uri {
    const uri = at(file);
    fs.writeFileSync(uri.fsPath, text);
    return uri;
  }

  async function found(...uris: readonly vscode.Uri[]): Promise<void> {
    await untilShown(
      () =>
        uris.every((uri) =>
          diagnosticsOf(uri).some((one) => codeOf(one) === 'DOC001' || /Valid-From/.test(one.message)),
        ),
      () =>
        uris
          .map(
            (uri) =>
              `${uri.path}: ${diagnosticsOf(uri)
                .map(({ message }) => message)
                .join(' ')}`,
          )
          .join('\n'),
    );
  }
});
