import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../../scripts/fingerprint.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

describe('what a check passes over', () => {
  const { folder, remove } = temporaryFolder('fingerprint');
  after(remove);
  const now = (): string => fingerprint(folder, ['sources', 'settings.json']);

  before(() => {
    mkdirSync(path.join(folder, 'sources/deep'), { recursive: true });
    writeFileSync(path.join(folder, 'sources/deep/a.ts'), 'a');
    writeFileSync(path.join(folder, 'settings.json'), '{}');
    writeFileSync(path.join(folder, 'else.md'), 'else');
  });

  it('changes with every file that is read, and with no other', () => {
    const first = now();
    writeFileSync(path.join(folder, 'else.md'), 'other');
    assert.equal(now(), first);
    const seen = new Set([first]);
    for (const change of [
      () => writeFileSync(path.join(folder, 'sources/deep/a.ts'), 'b'),
      () => writeFileSync(path.join(folder, 'settings.json'), '{ }'),
      () => writeFileSync(path.join(folder, 'sources/deep/ab.ts'), ''),
      () => rmSync(path.join(folder, 'sources/deep/a.ts')),
    ]) {
      change();
      assert.ok(!seen.has(now()));
      seen.add(now());
    }
  });

  it('is another where the same text stands under another name', () => {
    writeFileSync(path.join(folder, 'sources/one'), 'x');
    const before = now();
    rmSync(path.join(folder, 'sources/one'));
    writeFileSync(path.join(folder, 'sources/two'), 'x');
    assert.notEqual(now(), before);
  });

  it('asks for what is named: a path without a file is a mistake', () => {
    assert.throws(() => fingerprint(folder, ['none']), /ENOENT/);
  });
});
