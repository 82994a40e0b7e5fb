import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
/** Folders whose own folders are on the map too. */
const opened = ['.', 'docs', 'extension', 'extension/engine', 'scripts'];

describe('docs/architecture.md', () => {
  it('has a row for each folder, and a folder for each row', () => {
    const table = page.split('<!-- folders:begin -->')[1]?.split('<!-- folders:end -->')[0] ?? '';
    const rows = [...table.matchAll(/^\| `([^`]+)\/`/gm)].map(([, folder = '']) => folder);
    assert.deepEqual(rows.toSorted(), foldersOnDisk());
    assert.equal(new Set(rows).size, rows.length, 'each folder has one row');
  });

  it('says what each folder holds and what never happens there', () => {
    for (const line of page.split('\n').filter((each) => /^\| `[^`]+\/`/.test(each))) {
      const [, , holds = '', invariant = ''] = line.split('|').map((cell) => cell.trim());
      assert.ok(holds.length > 10 && invariant.length > 10, line);
    }
  });

  it('names as absent what is absent', () => {
    const absent = /^Not there yet.*$/m.exec(page)?.[0] ?? '';
    for (const [, folder = ''] of absent.matchAll(/`([^`]+)\/`/g))
      assert.equal(existsSync(path.join(root, folder)), false, `"${folder}" is there: give it a row`);
  });

  it('points at files that exist', () => {
    const named = [
      ...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|md|mjs|cjs|json)|\.[\w.-]+\.(?:json|cjs))`/g),
    ];
    assert.ok(named.length > 5);
    for (const [, file = ''] of named)
      assert.ok(existsSync(path.join(root, file)), `"${file}" does not exist`);
  });
});

/** Folders with a file in them, except what Git ignores. */
function foldersOnDisk(): readonly string[] {
  const ignored = readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n');
  return opened
    .flatMap((parent) =>
      readdirSync(path.join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => (parent === '.' ? name : `${parent}/${name}`)),
    )
    .filter(
      (folder) => folder !== '.git' && !ignored.includes(`${folder}/`) && holdsFile(path.join(root, folder)),
    )
    .toSorted();
}

function holdsFile(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isFile() || (entry.isDirectory() && holdsFile(path.join(folder, entry.name))),
  );
}
