import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, open, outrigger, positionOf, textOnDisk, write } from './window.ts';

interface Done {
  readonly changed?: {
    readonly places: number;
    readonly documents: number;
    readonly leftAlone: readonly string[];
  };
}

describe('people', () => {
  const files = [
    'communication-plan.md',
    'ownership-map.md',
    'people.md',
    'processes/going-live.md',
    'processes/vault-keys.md',
    'runbooks/gateway-down.md',
  ];
  const texts = new Map<string, string>();

  before(async () => {
    await (await outrigger()).settled();
    for (const file of files) texts.set(file, await textOnDisk(at(file)));
  });

  afterEach(async () => {
    await closeEditors();
    for (const [file, text] of texts) await write(at(file), text);
    await (await outrigger()).settled();
  });

  it('hand over what is certain as one step that can be undone, and save nothing', async () => {
    const editor = await open('ownership-map.md');
    const { changed } = await vscode.commands.executeCommand<Done>('outrigger.leaver', {
      engagement: '',
      person: 'leonor',
      on: '2027-02-26',
      to: 'rui',
    });
    assert.deepEqual(changed?.leftAlone, []);
    assert.equal(changed?.documents, files.length);
    assert.ok(editor.document.getText().includes('| Card vault | critical | samira | oskar | rui |'));
    const people = await vscode.workspace.openTextDocument(at('people.md'));
    assert.match(people.getText(), /\| ribalta-leonor \| 2027-02-26 \|$/m);
    for (const [file, text] of texts) assert.equal(await textOnDisk(at(file)), text, file);

    // The page of the leaver is in front: what is undone is what was done to the document.
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    for (const [file, text] of texts)
      assert.equal((await vscode.workspace.openTextDocument(at(file))).getText(), text, file);
  });

  it('show a page of who leaves that is asked for without a successor', async () => {
    await vscode.commands.executeCommand('outrigger.leaver', {
      engagement: '',
      person: 'beatriz',
      on: '2027-01-29',
    });
    const page = [...(await outrigger()).pages().entries()].find(([address]) => address.includes('Leaver'));
    assert.match(page?.[1] ?? '', /beatriz leaves/);
    assert.match(page?.[1] ?? '', /communication-plan\.md:25:81/);
  });

  it('sign a document once for the same content, and none that has unsaved changes', async () => {
    const target = { engagement: '', document: 'sla.md', by: 'samira', means: 'reviewed' };
    const sign = async (): Promise<readonly vscode.Uri[]> =>
      (
        await vscode.commands.executeCommand<{ readonly files: readonly vscode.Uri[] }>(
          'outrigger.sign',
          target,
        )
      ).files;
    const editor = await open('sla.md');
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), '\nMore.\n'));
    assert.deepEqual(await sign(), []);
    await closeEditors();
    await (await outrigger()).settled();
    const [file, ...others] = await sign();
    assert.ok(file);
    assert.equal(others.length, 0);
    try {
      assert.match(
        await textOnDisk(file),
        /^by: samira\nparty: client\ndate: \S+\nmeans: reviewed\nvia: editor$/m,
      );
      await (await outrigger()).settled();
      assert.deepEqual(await sign(), []);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('have commands on their row, and documents on the line of their status', async () => {
    const commandsAt = async (path: string, marked: string): Promise<readonly (string | undefined)[]> => {
      const { document } = await open(path);
      const position = positionOf(document, marked);
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(position, position),
      );
      return actions
        .map(({ command }) => command?.command)
        .filter((command) => command?.startsWith('outrigger.') === true);
    };
    assert.deepEqual(await commandsAt('people.md', '| be^atriz | Beatriz'), ['outrigger.leaver']);
    assert.deepEqual(await commandsAt('people.md', '## Pe^ople'), []);
    assert.deepEqual(await commandsAt('sla.md', 'status: ac^tive'), ['outrigger.sign']);
  });
});
