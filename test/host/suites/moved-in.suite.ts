import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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
