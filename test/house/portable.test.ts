import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const left = new Set(['.git', 'node_modules', 'dist', 'artifacts', '.bench', '.vscode-test']);

describe('the checkout', () => {
  it('names no path of the machine it lies on', function () {
    if (root.length < 8) this.skip(); // such a short path may be part of any text
    const named = files(root).filter((file) => readFileSync(file, 'utf8').includes(root));
    assert.deepEqual(named, []);
  });

  it('locks versions, not the host they came from', () => {
    const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    assert.match(lock, /"integrity": "sha512-/);
    assert.doesNotMatch(lock, /"resolved": "http/);
  });

  it('depends on nothing at run time: everything shipped is bundled', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies', 'files'])
      assert.equal(key in manifest, false, key);
  });
});

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return left.has(entry.name) ? [] : files(full);
    return entry.isFile() && !/\.(tgz|vsix)$/.test(entry.name) ? [full] : [];
  });
}
