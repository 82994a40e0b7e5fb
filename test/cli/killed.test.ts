import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { engagementText, runCli, temporaryFolder } from './run-cli.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/outrigger.mjs');
const isBuilt = fs.existsSync(path.resolve(import.meta.dirname, '../../dist/cli/main.js'));
const fixable = engagementText.replace('\n---\n\n# Shop', '\n...\n\n# Shop');

/** Kills the process right before the n-th step that writes; each half of the text of a file is a step of its own. */
const killer = `
import fs from 'node:fs';
let left = Number(process.env.KILL_BEFORE);
const step = () => { if (--left < 0) process.kill(process.pid, 'SIGKILL'); };
const { writeSync } = fs;
for (const name of ['openSync', 'mkdirSync', 'linkSync', 'renameSync', 'unlinkSync', 'rmSync', 'fsyncSync', 'fchmodSync']) {
  const usual = fs[name];
  fs[name] = (...args) => {
    const isWrite = name !== 'openSync' || String(args[1]).includes('w');
    if (isWrite) step();
    return usual(...args);
  };
}
fs.writeFileSync = (handle, text) => {
  const bytes = Buffer.from(text);
  step();
  writeSync(handle, bytes.subarray(0, bytes.length / 2));
  step();
  writeSync(handle, bytes.subarray(bytes.length / 2));
};
`;

const commands: readonly (readonly [name: string, args: readonly string[], file: string])[] = [
  ['init', ['init', 'made/deep', '--yes'], 'made/deep/engagement.md'],
  ['new', ['new', 'goals', '--engagement', 'shop'], 'shop/goals.md'],
  ['fix', ['fix'], 'shop/engagement.md'],
];

(isBuilt && process.platform !== 'win32' ? describe : describe.skip)('a run that is killed', function () {
  this.timeout(120_000);
  let preload: ReturnType<typeof temporaryFolder>;
  before(() => (preload = temporaryFolder({ 'killer.mjs': killer })));
  after(() => preload.remove());

  for (const [name, args, file] of commands)
    it(`leaves a whole document or none, and ${name} works again`, async () => {
      let steps = 0;
      for (let isKilled = true; isKilled; steps++) {
        const root = temporaryFolder({ 'shop/engagement.md': name === 'fix' ? fixable : engagementText });
        const full = path.join(root.folder, file);
        const before = textOf(full);
        const given = [...args, '--as-of', '2026-11-23'];
        const { signal } = spawnSync(
          process.execPath,
          ['--import', path.join(preload.folder, 'killer.mjs'), bin, ...given],
          { cwd: root.folder, env: { ...process.env, KILL_BEFORE: String(steps) } },
        );
        isKilled = signal === 'SIGKILL';
        const between = textOf(full);
        const { code, err } = await runCli(given, { cwd: root.folder });
        const after = textOf(full) ?? '';
        assert.ok(code === 0 || between === after, `step ${steps}: ${err}`);
        assert.ok(between === before || between === after, `step ${steps} left ${JSON.stringify(between)}`);
        assert.ok(after.startsWith('---\nkind: ') && after.length > 100);
        // The second run came to write, or had nothing to do any more.
        const left = fs.readdirSync(path.dirname(full)).filter((each) => each.endsWith('.tmp'));
        if (between === before) assert.deepEqual(left, [], `step ${steps}`);
        root.remove();
      }
      assert.ok(steps >= 8, `${steps} steps`);
    });
});

function textOf(full: string): string | undefined {
  return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : undefined;
}
