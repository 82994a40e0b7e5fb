import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allDiagnostics, closeEditors, codeOf, open, outrigger, replace, untilShown } from './window.ts';

describe('what is shown after many quick edits', () => {
  before(async () => {
    await (await outrigger()).settled();
  });

  afterEach(async () => {
    await closeEditors();
    await untilShown(
      () => allDiagnostics().size === 0,
      () => `problems are left in ${[...allDiagnostics().keys()].join(', ')}`,
    );
  });

  it('of one document equals what is read anew', async () => {
    const sla = await open('sla.md');
    for (let i = 0; i < 15; i++) {
      await replace(sla, '| P1 | ', `| P1 | ${i % 2 === 0 ? '15 minuts' : 'now'} and `);
      await replace(sla, 'measured_over: ', 'measured_over: x');
      if (i % 3 === 0) await (await outrigger()).settled();
    }
    await replace(sla, '| 15 minutes |', '| 15 minuts |');
    await isAsReadAnew();
  });

  it('of two documents of one engagement equals what is read anew', async () => {
    const people = await open('people.md');
    const sla = await open('sla.md');
    for (let i = 0; i < 12; i++) {
      await vscode.window.showTextDocument(people.document);
      await replaceIn(
        people.document,
        i % 2 === 0 ? '| tiago |' : '| tiag |',
        i % 2 === 0 ? '| tiag |' : '| tiago |',
      );
      await replaceIn(sla.document, 'counterpart: ', 'counterpart: t');
      if (i % 5 === 0) await (await outrigger()).settled();
    }
    await replaceIn(people.document, '| hedvig | Hedvig', '| hedvi | H.');
    await isAsReadAnew();
    assert.ok(allDiagnostics().size > 2, 'a name that is gone is missed in several documents');
  });

  it('while everything is being read equals what is read anew', async () => {
    const people = await open('people.md');
    const sla = await open('sla.md');
    const runs: Thenable<unknown>[] = [];
    for (let i = 0; i < 12; i++) {
      if (i % 3 === 0) runs.push(vscode.commands.executeCommand('outrigger.checkWorkspace'));
      await replaceIn(sla.document, 'measured_over: ', `measured_over: ${i}`);
      await replaceIn(
        people.document,
        i % 2 === 0 ? '| oskar | Oskar' : '| osk | O.',
        i % 2 === 0 ? '| osk | O.' : '| oskar | Oskar',
      );
    }
    // Their first name alone would still be known.
    await replaceIn(people.document, '| oskar | Oskar', '| osk | O.');
    await Promise.all(runs);
    await isAsReadAnew();
    assert.ok(allDiagnostics().size > 2, 'a name that is gone is missed in several documents');
  });

  it('is never less than it was, while everything is read once more', async () => {
    const sla = await open('sla.md');
    await replace(sla, '| 15 minutes |', '| 15 minuts |');
    await (await outrigger()).settled();
    const before = shown();
    const seen = new Set<string>();
    let titles = true;
    let looks = 0;
    const { tree, settled } = await outrigger();
    const lookNow = (): void => {
      looks++;
      titles &&= tree().rows.length === 1;
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      seen.add(JSON.stringify(shown()));
      lookNow();
    });
    // Of the tree itself no event tells.
    const look = setInterval(lookNow, 5);
    await Promise.all([1, 2, 3].map(() => vscode.commands.executeCommand('outrigger.checkWorkspace')));
    await settled();
    clearInterval(look);
    subscription.dispose();
    assert.deepEqual(shown(), before);
    for (const each of seen) assert.equal(each, JSON.stringify(before));
    assert.ok(looks > 0, 'nobody looked');
    assert.ok(titles, 'the tree was empty meanwhile');
  });
});

/** Compares with a new engine: reading everything again begins with one. */
async function isAsReadAnew(): Promise<void> {
  const api = await outrigger();
  await api.settled();
  const before = shown();
  assert.ok(before.length > 0);
  await vscode.commands.executeCommand('outrigger.checkWorkspace');
  await api.settled();
  assert.deepEqual(before, shown());
}

function shown(): readonly string[] {
  return [...allDiagnostics()]
    .flatMap(([path, its]) =>
      its.map((one) => {
        const { start, end } = one.range;
        return `${path}:${start.line}:${start.character}-${end.line}:${end.character} ${codeOf(one)} ${one.message}`;
      }),
    )
    .sort();
}

async function replaceIn(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const offset = document.getText().indexOf(from);
  assert.ok(offset >= 0, from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(offset), document.positionAt(offset + from.length)),
    to,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
}
