import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allDiagnostics, codesOf, openFolders, outrigger, untilShown } from './window.ts';

// Two folders are open, "plain" and "governed"; "later" lies beside them, and "inner" within "governed".

describe('a workspace of several folders', () => {
  let place: vscode.Uri;
  let governed: vscode.Uri;
  let inner: vscode.Uri;
  let later: vscode.Uri;

  before(async () => {
    const [first] = await openFolders(2);
    place = vscode.Uri.joinPath(first!.uri, '..');
    governed = vscode.Uri.joinPath(place, 'governed', 'engagement.md');
    inner = vscode.Uri.joinPath(place, 'governed', 'inner', 'engagement.md');
    later = vscode.Uri.joinPath(place, 'later', 'engagement.md');
    await (await outrigger()).settled();
  });

  it('shows findings in the folder with an engagement, and none in the other', async () => {
    assert.ok(codesOf(governed).includes('DOC003'));
    const paths = [...allDiagnostics().keys()];
    assert.ok(paths.length > 0);
    assert.equal(
      paths.some((path) => path.startsWith('plain')),
      false,
      paths.join(', '),
    );
    assert.deepEqual(await lines(), ['governed: Cash registers', 'governed: Plant shop']);
  });

  it('says in each line of the tree which folder it stands in', async () => {
    for (const { description } of (await outrigger()).tree().rows)
      assert.match(description, /(?:^| · )governed$/);
  });

  it('shows a folder that is added, and nothing of it once it is removed', async () => {
    const count = vscode.workspace.workspaceFolders!.length;
    assert.ok(
      vscode.workspace.updateWorkspaceFolders(count, 0, { uri: vscode.Uri.joinPath(place, 'later') }),
    );
    await untilShown(async () => (await lines()).includes('later: Garden advice'), shown);
    assert.ok(codesOf(later).includes('DOC003'));
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 1));
    await untilShown(
      async () => !(await lines()).includes('later: Garden advice') && codesOf(later).length === 0,
      shown,
    );
    assert.ok(codesOf(governed).includes('DOC003'));
  });

  it('judges a folder within another one once, as itself', async () => {
    const before = codesOf(inner);
    assert.ok(before.includes('DOC003'));
    const count = vscode.workspace.workspaceFolders!.length;
    const uri = vscode.Uri.joinPath(place, 'governed', 'inner');
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 0, { uri }));
    await untilShown(
      async () => (await lines()).join() === 'inner: Cash registers,governed: Plant shop',
      shown,
    );
    assert.deepEqual(codesOf(inner), before);
    assert.ok(codesOf(governed).includes('DOC003'));
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 1));
    await untilShown(
      async () => (await lines()).join() === 'governed: Cash registers,governed: Plant shop',
      shown,
    );
    assert.deepEqual(codesOf(inner), before);
  });
});

/** The engagements, each with the name of its folder of the workspace. */
async function lines(): Promise<readonly string[]> {
  return (await outrigger())
    .tree()
    .rows.map(({ label, description }) => `${description.split(' · ').at(-1)}: ${label}`);
}

async function shown(): Promise<string> {
  return `the tree shows ${(await lines()).join(', ')}; there are problems in ${[...allDiagnostics().keys()].join(', ')}`;
}
