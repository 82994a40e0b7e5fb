import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { at, codesOf, outrigger, untilShown } from './window.ts';

// Runs in a window that has no engagement, and in which the extension runs already.

describe('a folder with an engagement', () => {
  it('wakes the extension when it is moved in as a whole', async () => {
    // Of a folder that is moved the disk tells the folder alone.
    const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'outrigger-aside-'));
    const shop = path.join(aside, 'shop');
    fs.mkdirSync(shop);
    fs.writeFileSync(
      path.join(shop, 'engagement.md'),
      '---\nkind: engagement\ntitle: Plant shop\nstatus: active\nowner: nobody\n---\n\n# Plant shop\n',
    );
    await (await outrigger()).settled();
    await untilDiskTells();
    fs.renameSync(shop, at('shop').fsPath);
    fs.rmSync(aside, { recursive: true });
    await untilShown(
      async () =>
        codesOf(at('shop/engagement.md')).includes('DOC003') &&
        (await outrigger()).tree().rows.some(({ label }) => label === 'Plant shop'),
      () => 'nothing is shown of the engagement',
    );
  });
});

/** Resolves once the window is told of what is new on the disk: of what came before that, nothing ever tells it. */
async function untilDiskTells(): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/probe-*.txt');
  const told = new Promise<true>((resolve) => watcher.onDidCreate(() => resolve(true)));
  const probes: string[] = [];
  try {
    while (probes.length < 200) {
      const probe = at(`probe-${probes.length}.txt`).fsPath;
      fs.writeFileSync(probe, '');
      probes.push(probe);
      // No event says that events will come.
      const soon = new Promise<false>((resolve) => setTimeout(() => resolve(false), 100));
      if (await Promise.race([told, soon])) return;
    }
    throw new Error('The disk tells nothing of new files.');
  } finally {
    watcher.dispose();
    for (const probe of probes) fs.rmSync(probe);
  }
}
