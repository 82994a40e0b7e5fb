import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  at,
  closeEditors,
  codesOf,
  diagnosticsOf,
  open,
  outrigger,
  positionOf,
  replace,
  textOnDisk,
  untilCodes,
  untilShown,
  write,
} from './window.ts';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const fixAllKind = SourceFixAll.append('outrigger');

describe('quick fixes', () => {
  const sla = at('sla.md');
  const people = at('people.md');
  let slaText = '';
  let peopleText = '';

  before(async () => {
    await (await outrigger()).settled();
    slaText = await textOnDisk(sla);
    peopleText = await textOnDisk(people);
  });

  afterEach(async () => {
    await closeEditors();
    await write(sla, slaText);
    await write(people, peopleText);
    await untilShown(
      () => codesOf(sla).length + codesOf(people).length === 0,
      () => `${codesOf(sla).join(', ')} ${codesOf(people).join(', ')} are left`,
    );
  });

  it('are offered at a diagnostic, and make it go', async () => {
    const editor = await open('sla.md');
    await replace(editor, 'claim_within:', 'claim-within:');
    await untilShown(
      () => codesOf(sla).length > 0,
      () => 'nothing is shown',
    );
    const [shown] = diagnosticsOf(sla);
    assert.ok(shown);
    const [action] = await actionsAt(editor.document, shown.range, QuickFix);
    assert.ok(action);
    assert.equal(action.title, 'Replace by "claim_within"');
    assert.notEqual(action.isPreferred, true);
    await applied(action);
    assert.equal(editor.document.getText(), slaText);
    await untilCodes(sla, []);
    assert.equal((await actionsAt(editor.document, shown.range, QuickFix)).length, 0);
  });

  it('of a guess are offered for a person to choose, and never as preferred or in a fix of everything', async () => {
    const editor = await open('people.md');
    await replace(editor, 'counterpart: tiago', 'counterpart: tiagoo');
    await untilCodes(people, ['DOC003']);
    const place = new vscode.Range(
      positionOf(editor.document, 'counterpart: ti^agoo'),
      positionOf(editor.document, 'counterpart: ti^agoo'),
    );
    const actions = await actionsAt(editor.document, place, QuickFix);
    assert.ok(actions.length > 0);
    for (const action of actions) assert.equal(action.isPreferred === true, false, action.title);
    assert.equal((await actionsAt(editor.document, whole(editor.document), fixAllKind)).length, 0);
    await applied(actions.find(({ title }) => title.includes('"tiago"')));
    await untilCodes(people, []);
    assert.equal(editor.document.getText(), peopleText);
  });

  it('are not offered elsewhere, nor of kinds that are not asked for', async () => {
    const editor = await open('sla.md');
    await replace(editor, 'claim_within:', 'claim-within:');
    await untilShown(
      () => codesOf(sla).length > 0,
      () => 'nothing is shown',
    );
    const start = new vscode.Position(0, 0);
    assert.equal((await actionsAt(editor.document, new vscode.Range(start, start), QuickFix)).length, 0);
    const { Refactor } = vscode.CodeActionKind;
    assert.equal((await actionsAt(editor.document, whole(editor.document), Refactor)).length, 0);
  });

  it('of a whole document mend what is safe, and leave what a person must choose', async () => {
    const editor = await open('sla.md');
    await slip(editor);
    const [action, ...others] = await actionsAt(editor.document, whole(editor.document), fixAllKind);
    assert.equal(others.length, 0);
    await applied(action);
    assert.equal(editor.document.getText(), slaText.replace('counterpart: tiago', 'counterpart: tiagoo'));
    await untilCodes(sla, ['DOC003']);
  });

  it('of a whole document are applied on saving, where the settings say so', async () => {
    await withFixesOnSave(async () => {
      const editor = await open('sla.md');
      await slip(editor);
      assert.equal(await editor.document.save(), true);
      assert.equal(await textOnDisk(sla), slaText.replace('counterpart: tiago', 'counterpart: tiagoo'));
      await untilCodes(sla, ['DOC003']);
    });
  });

  it('of a whole document are those of the text that has just been typed', async () => {
    await withFixesOnSave(async () => {
      const editor = await open('sla.md');
      await replace(editor, 'claim_within:', 'claim-within:');
      assert.equal(await editor.document.save(), true);
      assert.equal(await textOnDisk(sla), slaText);
      // Faster than a pause in typing twice in a row, with a whole line more in between.
      await replace(editor, 'claim_within:', 'review_by: 2027-01-01\nclaim-within:');
      const [action] = await actionsAt(editor.document, whole(editor.document), fixAllKind);
      await applied(action);
      assert.ok(editor.document.getText().includes('review_by: 2027-01-01\nclaim_within:'));
    });
  });

  it('of the whole workspace mend open and closed documents as one step, and save nothing', async () => {
    const editor = await open('sla.md');
    await slip(editor);
    const slipped = editor.document.getText();
    // Nobody has this one open.
    const wrongPeople = peopleText.replace('valid_from:', 'Valid-From:');
    await write(people, wrongPeople);
    await untilShown(
      () => codesOf(people).length > 0,
      () => 'nothing is shown of people.md',
    );
    await vscode.window.showTextDocument(editor.document);
    const done = await vscode.commands.executeCommand<{
      readonly documents: number;
      readonly leftAlone: readonly string[];
    }>('outrigger.fixAll');
    assert.deepEqual([done.documents, done.leftAlone], [2, []]);
    const document = await vscode.workspace.openTextDocument(people);
    assert.equal(editor.document.getText(), slaText.replace('counterpart: tiago', 'counterpart: tiagoo'));
    assert.equal(document.getText(), peopleText);
    assert.equal(await textOnDisk(people), wrongPeople);
    await untilCodes(sla, ['DOC003']);
    await untilCodes(people, []);

    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), slipped);
    assert.equal(document.getText(), wrongPeople);
    await untilShown(
      () => codesOf(people).length > 0 && codesOf(sla).length > 1,
      () => 'the findings have not come back',
    );
  });

  it('of the whole workspace leave a document alone whose file has changed since it was edited', async () => {
    const editor = await open('sla.md');
    await slip(editor);
    const slipped = editor.document.getText();
    await write(sla, `${slaText}\nSomebody else was here.\n`);
    const done = await vscode.commands.executeCommand<{ readonly leftAlone: readonly string[] }>(
      'outrigger.fixAll',
    );
    assert.deepEqual(done.leftAlone, ['sla.md']);
    assert.equal(editor.document.getText(), slipped);
  });

  /** One slip that is mended unasked, and one that is a guess. */
  async function slip(editor: vscode.TextEditor): Promise<void> {
    await replace(editor, 'claim_within:', 'claim-within:');
    await replace(editor, 'counterpart: tiago', 'counterpart: tiagoo');
    await untilShown(
      () => codesOf(sla).length >= 2 && codesOf(sla).includes('DOC003'),
      () => `${codesOf(sla).join(', ')} is shown`,
    );
  }
});

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
  );
  // VS Code has actions of its own for Markdown.
  return all.filter(({ title }) => /^(?:Replace by|Fix everything that Outrigger)/.test(title));
}

async function applied(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit);
  assert.equal(await vscode.workspace.applyEdit(action.edit), true);
}

function whole(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}

async function withFixesOnSave(run: () => Promise<void>): Promise<void> {
  const update = (value: object | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('editor')
      .update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
  await update({ 'source.fixAll.outrigger': 'explicit' });
  try {
    await run();
  } finally {
    await update(undefined);
  }
}
