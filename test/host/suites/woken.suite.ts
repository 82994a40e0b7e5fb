import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allDiagnostics, at, codesOf, outrigger, rows, untilShown, write } from './window.ts';

// Runs in a window that has no engagement, and in which the extension runs already.

describe('a workspace that had no engagement', () => {
  it('is woken by an engagement document', async () => {
    const engagement = at('engagement.md');
    await write(
      engagement,
      '---\nkind: engagement\ntitle: Plant shop\nstatus: active\nowner: nobody\n---\n\n# Plant shop\n',
    );
    await untilShown(
      async () => codesOf(at('docs/packing.md')).includes('DOC003') && (await titles()).length === 1,
      () => 'nothing is shown of the new engagement',
    );
    assert.ok(codesOf(engagement).includes('DOC003'));
    assert.equal((await outrigger()).timings().engineLoaded, true);
    await vscode.workspace.fs.delete(engagement);
    await untilShown(
      async () => allDiagnostics().size === 0 && (await titles()).length === 0,
      () => `there are problems in ${[...allDiagnostics().keys()].join(', ')}`,
    );
  });

  it('says in its view, once somebody looks at that, which files look like governed ones', async () => {
    await vscode.commands.executeCommand('outrigger.engagements.focus');
    await write(at('data.txt'), 'still nothing\n');
    await untilShown(
      async () => (await rows()).some(({ context }) => context === 'outrigger.recognisedFile'),
      async () => `the view shows ${(await rows()).map(({ label }) => label).join(', ')}`,
    );
    const found = (await rows()).filter(({ context }) => context === 'outrigger.recognisedFile');
    assert.deepEqual(
      found.map(({ target }) => target?.path),
      ['docs/risks.md'],
    );
    assert.equal(allDiagnostics().size, 0);
  });
});

async function titles(): Promise<readonly string[]> {
  return (await outrigger()).tree().rows.map(({ label }) => label);
}
