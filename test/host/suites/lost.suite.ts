import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  allDiagnostics,
  at,
  closeEditors,
  open,
  outrigger,
  replace,
  textOnDisk,
  until,
  write,
} from './window.ts';

// The workspace is one engagement; the last suite of its window, because it takes that away.

describe('an engagement that is lost', () => {
  const engagement = at('engagement.md');
  let text = '';

  before(async () => {
    text = await textOnDisk(engagement);
    await write(at('outrigger.yml'), 'version: 1\n');
    await (await outrigger()).settled();
  });
  after(closeEditors);

  const errors = (): readonly vscode.Diagnostic[] =>
    [...allDiagnostics().values()]
      .flat()
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

  async function untilOneError(): Promise<void> {
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => errors().length > 0,
      () => 'nothing is said',
    );
    await (await outrigger()).settled();
    const said = [...allDiagnostics().values()].flat();
    assert.ok(said.length <= 3, said.map(({ message }) => message).join('\n'));
    const { badge } = (await outrigger()).tree();
    assert.equal(badge?.value, errors().length);
  }

  async function untilNothing(): Promise<void> {
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => errors().length === 0,
      () =>
        errors()
          .map(({ message }) => message)
          .join('\n'),
    );
    await (await outrigger()).settled();
  }

  for (const [what, from, to] of [
    ['one letter of its kind is wrong', 'kind: engagement', 'kind: engagment'],
    ['its kind is gone', 'kind: engagement\n', ''],
    ['the fence of its front matter is gone', '---\nkind: engagement', 'kind: engagement'],
  ] as const) {
    it(`is said in the problems and in the tree, where ${what}`, async () => {
      const editor = await open('engagement.md');
      await replace(editor, from, to);
      await untilOneError();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await untilNothing();
    });
  }

  it('is said where its document is deleted, with the number of documents, and no longer once it is back', async () => {
    await vscode.workspace.fs.delete(engagement);
    await untilOneError();
    const { rows } = (await outrigger()).tree();
    const [row] = rows;
    assert.match(row!.label, /^\d+ documents have no engagement$/);
    assert.equal(row!.description, 'no engagement.md is there');
    assert.equal(rows.at(-1)!.context, 'outrigger.begin');
    await write(engagement, text);
    await untilNothing();
    assert.deepEqual(
      (await outrigger()).tree().rows.map(({ context }) => context),
      ['outrigger.engagement'],
    );
  });

  it('is said of documents outside of all folders of engagements, that nobody has opened', async () => {
    await vscode.workspace.fs.delete(engagement);
    await write(at('kept/engagement.md'), '---\nkind: engagement\ntitle: Kept\nstatus: draft\n---\n');
    await (await outrigger()).settled();
    await vscode.commands.executeCommand('outrigger.checkWorkspace');
    await untilOneError();
    const { rows } = (await outrigger()).tree();
    assert.deepEqual(
      rows.map(({ context }) => context),
      ['outrigger.engagement', 'outrigger.lost'],
    );
    await vscode.workspace.fs.delete(at('kept'), { recursive: true });
    await write(engagement, text);
    await untilNothing();
  });
});
