import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkWall } from '../../scripts/wall.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a tool installed in this project prints, and how it ends. */
function tool(name: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(path.join(root, 'node_modules/.bin', name), args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status, output: `${stdout}${stderr}` };
}

describe('the import wall', () => {
  it("bites by the engine's types: the file system and globals of Node are unknown", () => {
    const { status, output } = tool('tsc', '-p', 'test/wall/types');
    assert.notEqual(status, 0);
    for (const name of ['node:fs', 'setTimeout', 'process', 'Buffer', 'URL'])
      assert.match(output, new RegExp(`reads-the-environment\\.ts.*Cannot find name '${name}'`), name);
  });

  it('bites by lint: imports, the global object, the clock, the locale', () => {
    const { status, output } = tool('oxlint', '--format', 'unix', 'test/wall/lint');
    assert.notEqual(status, 0);
    const told = [
      ["'vscode' import is restricted", 'the editor'],
      ["'node:fs' import is restricted", 'Node'],
      ["'path' import is restricted", 'Node without its prefix'],
      ["'node:fs/promises' import is restricted", 'a dynamic import'],
      ["'../../git/history.ts' import is restricted", 'a shell'],
      ["'../values/duration.ts' import is restricted", 'a layer above'],
      ["Unexpected use of 'globalThis'", 'the global object'],
      ["Unexpected use of 'Date'", 'the clock'],
      ["'localeCompare' is restricted", 'the locale'],
      ["'toLocaleUpperCase' is restricted", 'the locale'],
      ["'Math.random' is restricted", 'chance'],
      ["'../engine/index.ts' import is restricted", 'the engine, at the activation of the editor'],
      ["'../cli/main.ts' import is restricted", 'another shell'],
      ["'../engine/resolve/view.ts' import is restricted", 'what stands behind a door'],
      ["language/loads-the-engine.ts:3:1: 'vscode' import", 'the editor, in the words of a language'],
      [
        "language/loads-the-engine.ts:2:1: '../engine/index.ts' import",
        'the engine, in the words of a language',
      ],
    ] as const;
    for (const [message, what] of told) assert.ok(output.includes(message), `${what}: ${output}`);
  });

  it('lets each layer import what it is built on, and the reader its parsers', () => {
    const { output } = tool('oxlint', '--format', 'unix', 'test/wall/right');
    assert.doesNotMatch(output, /no-restricted/);
  });

  it('bites by following chains: files behind a neighbour, layers, shells, libraries, cycles, state', async () => {
    const { engineModules, pastADoor, problems } = await checkWall(path.join(root, 'test/wall/chain'));
    assert.deepEqual([engineModules, pastADoor], [4, 3]);
    const model = 'extension/engine/model';
    const values = 'extension/engine/values';
    const told = [
      `engine-without-host: ${model}/reaches-the-file-system.ts -> extension/tables/cell.ts -> fs`,
      `engine-stays-inside: ${model}/reaches-the-file-system.ts -> extension/tables/cell.ts`,
      `engine-layer-model: ${model}/looks-up-the-layers.ts -> ${values}/reading.ts`,
      `no-cycles: ${model}/looks-up-the-layers.ts -> ${values}/reading.ts -> ${model}/looks-up-the-layers.ts`,
      `nothing-imports-the-shells: ${values}/uses-a-shell.ts -> extension/cli/main.ts`,
      `engine-by-its-doors: extension/cli/passes-a-door.ts -> ${values}/reading.ts`,
      `engine-by-its-doors: extension/editor/passes-a-door.ts -> ${values}/reading.ts`,
      `engine-by-its-doors: extension/language/passes-a-door.ts -> ${values}/reading.ts`,
      `language-knows-data-only: extension/language/passes-a-door.ts -> ${values}/reading.ts`,
      'nothing-imports-the-shells: extension/language/passes-a-door.ts -> extension/cli/main.ts',
      `only-the-parsers: ${values}/reading.ts -> `,
      `Computed import: ${values}/reading.ts:11`,
      `State at module level: ${values}/reading.ts:14`,
    ];
    for (const line of told)
      assert.ok(
        problems.some((problem) => problem.startsWith(line)),
        `${line}\n${problems.join('\n')}`,
      );
  });

  it('stands around the engine, and every module of it was read', async () => {
    const { engineModules, pastADoor, problems } = await checkWall(root);
    assert.deepEqual(problems, []);
    assert.equal(pastADoor, 0);
    assert.ok(engineModules > 0);
  });
});
