import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  allDiagnostics,
  at,
  closeEditors,
  codesOf,
  diagnosticsOf,
  open,
  outrigger,
  untilCodes,
} from './window.ts';

/** Everything that is shown, as lines. */
function shown(): readonly string[] {
  return [...allDiagnostics()].flatMap(([uri, its]) =>
    its.map(({ range, message }) => `${uri}:${range.start.line} ${message}`),
  );
}

describe('while a row is typed', () => {
  const sla = at('sla.md');
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    await (await outrigger()).settled();
    editor = await open('sla.md');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await (await outrigger()).settled();
  });
  after(closeEditors);

  function lineOf(beginning: string): number {
    return editor.document
      .getText()
      .split(/\r?\n/)
      .findIndex((line) => line.startsWith(beginning));
  }

  /** Puts the cursor there, and resolves once it is known to be. */
  async function cursorAt(line: number, character: number): Promise<void> {
    const position = new vscode.Position(line, character);
    if (editor.selection.active.isEqual(position)) return;
    await new Promise<void>((resolve) => {
      const subscription = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
        if (!selections[0]?.active.isEqual(position)) return;
        subscription.dispose();
        resolve();
      });
      editor.selection = new vscode.Selection(position, position);
    });
  }

  async function type(text: string): Promise<void> {
    await vscode.commands.executeCommand('type', { text });
  }

  /** Types letter by letter, and lets each be judged: nothing else is said than before. */
  async function typeSlowly(text: string): Promise<void> {
    const before = shown();
    for (const letter of text) {
      await type(letter);
      await (await outrigger()).settled();
      assert.deepEqual(shown(), before, `after "${letter}" of "${text}"`);
    }
  }

  it('nothing is said of it, nor of what follows from it, until it is left', async () => {
    const before = codesOf(sla);
    const line = lineOf('| P4 ');
    await cursorAt(line, editor.document.lineAt(line).text.length);
    await type('\n');
    await (await outrigger()).settled();
    await typeSlowly('| P5 | a wish | 1 wrking day | soonish | 1 day |');
    assert.equal((await outrigger()).tree().badge, undefined);
    await cursorAt(line, 0);
    await untilCodes(sla, [...before, 'DOC019', 'DOC019']);
    const words = diagnosticsOf(sla).map(({ range }) => editor.document.getText(range));
    assert.ok(words.includes('1 wrking day') && words.includes('soonish'), words.join(', '));
  });

  it('documents that name what is half-typed say nothing until it is left', async () => {
    const line = lineOf('| Payment gateway ');
    await cursorAt(line, '| Payment gateway'.length);
    await typeSlowly('s x');
    const before = shown();
    await cursorAt(0, 0);
    await (await outrigger()).settled();
    assert.ok(shown().length > before.length);
  });

  it('what was said of it before is said on, until it is mended', async () => {
    const line = lineOf('| P4 ');
    const column = editor.document.lineAt(line).text.indexOf('1 working day') + '1 w'.length;
    await cursorAt(line, column);
    await type('x');
    await cursorAt(line - 1, 0);
    const before = codesOf(sla).filter((code) => code !== 'DOC019');
    await untilCodes(sla, [...before, 'DOC019']);
    await cursorAt(line, column + 1);
    await type('y');
    await (await outrigger()).settled();
    assert.deepEqual([...codesOf(sla)].sort(), [...before, 'DOC019'].sort());
    for (let i = 0; i < 2; i++) await vscode.commands.executeCommand('deleteLeft');
    await untilCodes(sla, before);
  });

  it('saving says what there is to say, with the cursor where it is', async () => {
    const before = codesOf(sla);
    const line = lineOf('| P4 ');
    const column = editor.document.lineAt(line).text.indexOf('1 working day') + '1 w'.length;
    await cursorAt(line, column);
    await typeSlowly('x');
    assert.equal(await editor.document.save(), true);
    await untilCodes(sla, [...before, 'DOC019']);
    await vscode.commands.executeCommand('deleteLeft');
    await untilCodes(sla, before);
    assert.equal(await editor.document.save(), true);
  });
});
