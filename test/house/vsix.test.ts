import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { sharedPackage } from '../host/shared-host.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a user installs. */
const intended = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/desktop.cjs',
  'dist/web.cjs',
  'package.json',
  'schemas/config.json',
];

/** Names that the packager gives, and files of its own. */
const renamed: Readonly<Record<string, string>> = {
  'changelog.md': 'CHANGELOG.md',
  'LICENSE.txt': 'LICENSE',
  'readme.md': 'README.md',
};

/** The texts of the manifest and of the program in every language, and what is under `media/`. */
function textsAndPictures(): readonly string[] {
  const below = ['l10n', 'media'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).replaceAll('\\', '/')),
  );
  return [...below, ...readdirSync(root).filter((name) => /^package\.nls(\.[\w-]+)?\.json$/.test(name))];
}

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
      .map((name) => renamed[name] ?? name);
    const wanted = [...intended, ...textsAndPictures()];
    assert.deepEqual(inside.toSorted(), wanted.toSorted());
  });

  it('holds every file that its manifest names', () => {
    const manifest = new TextDecoder().decode(files['extension/package.json']);
    const named = JSON.parse(manifest) as { main?: string; browser?: string; icon?: string };
    for (const name of [named.main, named.browser, named.icon]) {
      assert.ok(name);
      assert.ok(path.posix.join('extension', name) in files, `"${name}" is named and not packaged`);
    }
  });
});
