import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { sharedPackage } from '../host/shared-host.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a user installs, each where the project has it: until the first build of the editor some are not there. */
const intended = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/desktop.cjs',
  'dist/holidays.cjs',
  'dist/web.cjs',
  'package.json',
];

/** Names that the packager gives, and files of its own. */
const renamed: Readonly<Record<string, string>> = {
  'changelog.md': 'CHANGELOG.md',
  'LICENSE.txt': 'LICENSE',
  'readme.md': 'README.md',
};

describe('the packaged extension', () => {
  let files: Readonly<Record<string, Uint8Array>> = {};
  before(async function () {
    this.timeout(60_000);
    files = unzipSync(readFileSync(await sharedPackage()));
  });

  it('holds the bundles, their licences, what a reader needs and the texts and pictures of the manifest', () => {
    const outside = Object.keys(files).filter((name) => !name.startsWith('extension/'));
    assert.deepEqual(outside.toSorted(), ['[Content_Types].xml', 'extension.vsixmanifest']);
    const inside = Object.keys(files)
      .filter((name) => name.startsWith('extension/'))
      .map((name) => name.slice('extension/'.length))
      .map((name) => renamed[name] ?? name)
      .filter((name) => !/^(l10n|media)\/|^package\.nls(\.[\w-]+)?\.json$/.test(name));
    assert.deepEqual(
      inside.toSorted(),
      intended.filter((name) => existsSync(path.join(root, name))),
    );
  });

  it('holds every file that its manifest names', () => {
    const manifest = new TextDecoder().decode(files['extension/package.json']);
    const named = JSON.parse(manifest) as { main?: string; browser?: string; icon?: string };
    for (const name of [named.main, named.browser, named.icon].filter((each) => each !== undefined)) {
      // As in Node, the ending of a module may be left out.
      const file = path.posix.join('extension', name);
      assert.ok(file in files || `${file}.js` in files, `"${name}" is named and not packaged`);
    }
  });
});
