import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  allDiagnostics,
  at,
  codesOf,
  diagnosticsOf,
  open,
  outrigger,
  replace,
  textOnDisk,
  until,
  untilCodes,
  write,
} from './window.ts';

describe('diagnostics', () => {
  const sla = at('sla.md');

  before(async () => {
    await (await outrigger()).settled();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await (await outrigger()).settled();
  });

  it('are none in a healthy engagement', () => {
    const loud = [...allDiagnostics().values()]
      .flat()
      .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(
      loud.map(({ message }) => message),
      [],
    );
  });

  it('show an error that is typed and go when it is taken back, without saving', async () => {
    const before = codesOf(sla);
    const text = await textOnDisk(sla);
    const editor = await open('sla.md');
    await replace(editor, '| 15 minutes |', '| 15 minuts |');
    await untilCodes(sla, [...before, 'DOC019']);
    const shown = diagnosticsOf(sla).find(({ message }) => message.includes('15 minuts'));
    assert.ok(shown);
    assert.equal(editor.document.getText(shown.range), '15 minuts');
    assert.equal(shown.severity, vscode.DiagnosticSeverity.Error);
    const code = shown.code as { readonly value: string; readonly target: vscode.Uri };
    assert.equal(code.value, 'DOC019');
    assert.match(code.target.toString(true), /^command:outrigger\.explain/);
    await replace(editor, '| 15 minuts |', '| 15 minutes |');
    await untilCodes(sla, before);
    assert.equal(await textOnDisk(sla), text);
  });

  it('are those of the newest text, however quickly it changes', async () => {
    const before = codesOf(sla);
    const editor = await open('sla.md');
    await replace(editor, '| 15 minutes |', '| 15 minuts |');
    await replace(editor, '| 15 minuts |', '| 15 minutes |');
    await replace(editor, 'measured_over: calendar month', 'measured_over: calender');
    await untilCodes(sla, [...before, 'DOC019']);
    await (await outrigger()).settled();
    assert.equal(
      diagnosticsOf(sla).some(({ message }) => message.includes('15 minuts')),
      false,
    );
    await replace(editor, 'measured_over: calender', 'measured_over: calendar month');
    await untilCodes(sla, before);
  });

  it('follow what changes on the disk, comes, moves and goes', async () => {
    const file = at('processes/notes.md');
    await write(
      file,
      '---\nkind: process\ntitle: Notes\nstatus: active\nowner: nobody\n---\n\n## Steps\n\n1. one\n',
    );
    await untilCodes(file, ['DOC003']);
    await write(
      file,
      '---\nkind: process\ntitle: Notes\nstatus: active\nowner: hedvig\n---\n\n## Steps\n\n1. one\n',
    );
    await untilCodes(file, []);
    await write(
      file,
      '---\nkind: process\ntitle: Notes\nstatus: active\nowner: nobody\n---\n\n## Steps\n\n1. one\n',
    );
    await untilCodes(file, ['DOC003']);
    const moved = at('processes/moved.md');
    await vscode.workspace.fs.rename(file, moved);
    await untilCodes(moved, ['DOC003']);
    await untilCodes(file, []);
    await vscode.workspace.fs.delete(moved);
    await untilCodes(moved, []);
  });

  it('follow a whole folder that comes, is renamed and goes', async () => {
    const text =
      '---\nkind: process\ntitle: Notes\nstatus: active\nowner: nobody\n---\n\n## Steps\n\n1. one\n';
    await write(at('second/a/notes.md'), text);
    await untilCodes(at('second/a/notes.md'), ['DOC003']);
    await vscode.workspace.fs.rename(at('second'), at('third'));
    await untilCodes(at('third/a/notes.md'), ['DOC003']);
    await untilCodes(at('second/a/notes.md'), []);
    await vscode.workspace.fs.delete(at('third'), { recursive: true });
    await untilCodes(at('third/a/notes.md'), []);
  });

  it('go when a document is no longer governed', async () => {
    const before = codesOf(sla);
    const editor = await open('sla.md');
    await replace(editor, '| 15 minutes |', '| 15 minuts |');
    await untilCodes(sla, [...before, 'DOC019']);
    await replace(editor, 'kind: sla', 'about: sla');
    await untilCodes(sla, []);
  });

  it('point from a contradiction to its other half', async () => {
    const editor = await open('sla.md');
    const row = editor.document
      .getText()
      .split('\n')
      .find((line) => line.startsWith('| P2 '))!;
    await replace(editor, `${row}\n`, `${row}\n${row}\n`);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => diagnosticsOf(sla).some(({ relatedInformation }) => (relatedInformation?.length ?? 0) > 0),
      () => 'no related place is shown',
    );
  });

  it('say what is wrong with the config, and nothing once it is gone', async () => {
    const config = at('outrigger.yml');
    await write(config, 'version: 1\nprofle: full\n');
    await untilCodes(config, ['CFG001']);
    await vscode.workspace.fs.delete(config);
    await untilCodes(config, []);
  });
});
