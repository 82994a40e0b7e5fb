import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
/** Folders whose own folders are on the map too. */
const opened = ['.', 'docs', 'extension', 'extension/engine', 'scripts'];

interface LintConfig {
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: {
      readonly 'no-restricted-imports'?: readonly [
        string,
        { readonly patterns: readonly { readonly regex?: string }[] },
      ];
    };
  }[];
}

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

  it('has the order of layers that the chains of imports and the lint hold to', () => {
    const [, said = ''] = /^(model <- .*) <- the doors$/m.exec(page) ?? [];
    const layers = said.split(' <- ').map((rank) => rank.split(', '));
    const { layers: chained } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      readonly layers: readonly (readonly string[])[];
    };
    assert.deepEqual(chained.slice(0, -1), layers);
    const { overrides } = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as LintConfig;
    for (const [rank, folders] of layers.entries()) {
      const above = layers.slice(rank + 1).flat();
      for (const folder of folders) {
        const its = overrides.find(({ files }) => files.includes(`**/extension/engine/${folder}/**`));
        const [, { patterns }] = its?.rules['no-restricted-imports'] ?? ['', { patterns: [] }];
        const refused = layers
          .flat()
          .filter((other) => patterns.some(({ regex = '$^' }) => new RegExp(regex).test(`../${other}/x.ts`)));
        assert.deepEqual(refused, above, folder);
      }
    }
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
