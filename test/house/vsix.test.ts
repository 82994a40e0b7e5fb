import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { packagedReadme } from '../../scripts/packaged-readme.ts';
import { sharedPackage } from '../host/shared-host.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a user installs. */
const intended = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/desktop.cjs',
  'dist/git.cjs',
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

/** What the walkthrough shows. */
const pictures = ['', 'sv/'].flatMap((language) =>
  ['problems', 'tree', 'welcome'].map((name) => `docs/pictures/${language}${name}.png`),
);

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
    const wanted = [...intended, ...pictures, ...textsAndPictures()];
    assert.deepEqual(inside.toSorted(), wanted.toSorted());
  });

  it('has a README of which nothing is broken on the page of the extension', () => {
    const readme = new TextDecoder().decode(files['extension/readme.md']);
    assert.match(readme, /_The tree of four engagements, one of them with errors and overdue milestones\._/);
    assert.match(readme, /^The page of rules lists them all/m);
    assert.doesNotMatch(readme, /\]\((?!https:)/);
  });

  it('shows in the walkthrough what it holds, in each language', () => {
    for (const name of ['package.nls.json', 'package.nls.sv.json']) {
      const texts = JSON.parse(new TextDecoder().decode(files[`extension/${name}`])) as Record<
        string,
        string
      >;
      const pictures = Object.entries(texts).filter(([key]) => /^walkthrough\.\w+\.picture$/.test(key));
      assert.equal(pictures.length, 3);
      for (const [, picture] of pictures)
        assert.ok(`extension/${picture}` in files, `"${picture}" is missing`);
    }
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

describe('the README on the page of the extension', () => {
  const text =
    'See ![a tree](docs/tree.png), [a rule](docs/R.md#x), [there](https://example.org) and [here](#here).';

  it('has absolute addresses below that of the repository', () => {
    for (const address of ['https://example.org/files', 'https://example.org/files/'])
      assert.equal(
        packagedReadme(text, address),
        'See ![a tree](https://example.org/files/docs/tree.png), [a rule](https://example.org/files/docs/R.md#x), [there](https://example.org) and [here](#here).',
      );
  });

  it('says in words what it cannot show', () => {
    assert.equal(
      packagedReadme(text),
      'See _a tree._, a rule, [there](https://example.org) and [here](#here).',
    );
  });

  it('takes no address that VS Code would not load', () => {
    for (const address of ['http://example.org/', 'docs/', 'file:///x'])
      assert.throws(() => packagedReadme(text, address), /is no https address/);
  });
});

describe('the manifest', () => {
  it('names a repository, a page and a place for faults together or not at all', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object;
    const named = ['repository', 'homepage', 'bugs'].filter((key) => key in manifest);
    assert.ok(named.length === 0 || named.length === 3, `only ${named.join(' and ')}`);
  });
});
