import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commitAll, git } from './git-in-folder.ts';
import { at, codesOf, outrigger, positionOf, until, write } from './window.ts';

const map = at('map.md');

/** Resolves once a glob that matches no tracked file is said, or is no longer. */
async function untilGone(isSaid: boolean): Promise<void> {
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => codesOf(map).includes('OWN016') === isSaid,
    () => `the map shows ${codesOf(map).join(', ') || 'nothing'}`,
  );
}

/** Milliseconds from the end of what is done until this is shown. */
async function shownAfter(change: () => void, isSaid: boolean): Promise<number> {
  change();
  const done = performance.now();
  await untilGone(isSaid);
  return performance.now() - done;
}

describe('a folder with an engagement', () => {
  before(async () => (await outrigger()).settled());

  it('says nothing of a history that is not there, and follows it once there is one', async () => {
    assert.ok(!codesOf(map).includes('OWN016'));
    git('init', '--quiet', '--initial-branch=main');
    commitAll();
    await untilGone(true);
  });

  it('shows within a second what is committed, checked out or taken back outside', async () => {
    await write(at('gone/found.txt'), 'One.\n');
    const changes: readonly (readonly [boolean, () => void])[] = [
      [false, commitAll],
      [true, () => git('checkout', '--quiet', '--detach', 'HEAD~1')],
      [false, () => git('checkout', '--quiet', 'main')],
      [true, () => git('reset', '--quiet', '--hard', 'HEAD~1')],
    ];
    for (const [isSaid, change] of changes) {
      const ms = await shownAfter(change, isSaid);
      console.log(`outrigger-commit-shown ${Math.round(ms)} ms`);
      assert.ok(ms < 1000, `shown after ${ms} ms`);
    }
  });

  it('draws over a component who did the work on it, with the numbers beside it', async () => {
    const document = await vscode.workspace.openTextDocument(map);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      map,
      positionOf(document, '| Check^out | critical'),
    );
    const shown = hovers.flatMap(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)),
    );
    assert.match(shown.join('\n'), /█{10} \| client 100 \\%\\, supplier 0 \\% \| 1 \|/);
  });
});
