import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSchemas } from '../../scripts/generate/read-schemas.ts';

const root = join(import.meta.dirname, '../..');
/** What no generated file is made from. */
const leftOut = new Set(['.git', '.cache', '.vscode-test', 'artifacts', 'dist', 'node_modules']);
const touched = 'extension/engine/model/generated/names.ts';

describe('npm run generate', function () {
  this.timeout(60_000);
  let copy = '';

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'outrigger-generate-'));
    cpSync(root, copy, {
      recursive: true,
      filter: (source) => !leftOut.has(source.slice(root.length + 1).split(/[\\/]/)[0] ?? ''),
    });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('names the files that differ and the command to run, and leaves them as they are', () => {
    appendFileSync(join(copy, touched), '// by hand\n');
    const { status, stderr } = generate('--check');
    assert.equal(status, 1);
    assert.match(stderr, /extension\/engine\/model\/generated\/names\.ts/);
    assert.doesNotMatch(stderr, /catalogue\.ts/);
    assert.match(stderr, /npm run generate/);
    assert.match(readFileSync(join(copy, touched), 'utf8'), /by hand/);
  });

  it('repairs them', () => {
    const { status, stdout, stderr } = generate();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /wrote extension\/engine\/model\/generated\/names\.ts/);
    assert.doesNotMatch(readFileSync(join(copy, touched), 'utf8'), /by hand/);
  });

  it('leaves nothing for --check to report', () => {
    const { status, stderr } = generate('--check');
    assert.equal(status, 0, stderr);
  });

  it('refuses a section that the assembled engagement does not list, and the reverse', () => {
    const schemas = join(copy, 'schemas');
    cpSync(join(schemas, 'sections/notes.json'), join(schemas, 'sections/remarks.json'));
    assert.throws(() => readSchemas(schemas), /"remarks".*engagement\.json/);
    rmSync(join(schemas, 'sections/remarks.json'));
    rmSync(join(schemas, 'kinds/goals.json'));
    assert.throws(() => readSchemas(schemas), /"goals".*schemas\/kinds/);
  });

  function generate(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [join(copy, 'scripts/generate.ts'), ...args], { encoding: 'utf8' });
  }
});
