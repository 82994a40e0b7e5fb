import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import path from 'node:path';
import { createRandom } from '../../scripts/torture/random.ts';
import { fewest, fewestFiles } from '../../scripts/torture/shrink.ts';
import { createPlaces } from '../../scripts/torture/places.ts';
import { isShowable } from '../../scripts/torture/reports.ts';
import { timed } from '../../scripts/torture/watch.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Counted and not timed, so that a slow machine tries the same: less than a minute on one that is not busy. */
const rounds = 2;

describe('npm run torture', () => {
  it('finds nothing in so many rounds', () => {
    const { status, stdout, stderr } = torture('--seed', '9', '--rounds', String(rounds));
    console.log(stdout.trimEnd().replaceAll(/^/gm, '  '));
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, new RegExp(`^${rounds} rounds, `, 'm'));
  }).timeout(900_000);

  it('finds no character that is passed over in silence', () => {
    const { status, stdout, stderr } = torture('--characters', '--one-in', '1000', '--seed', '11');
    console.log(stdout.trimEnd().replaceAll(/^/gm, '  '));
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /\d+ header: said/);
    assert.match(stdout, /^Nothing is silent\.$/m);
  }).timeout(900_000);

  it('says in a sentence what it cannot be asked', () => {
    for (const args of [
      ['--only', 'nothing'],
      ['--seed', 'x'],
    ]) {
      const { status, stderr } = torture(...args);
      assert.deepEqual([status, stderr.split('\n').length], [2, 2], stderr);
    }
  }).timeout(60_000);
});

describe('what torture judges by', () => {
  it('makes the same chance of the same numbers', () => {
    const draw = (...numbers: readonly (number | string)[]): readonly number[] => {
      const random = createRandom(...numbers);
      return Array.from({ length: 50 }, () => random.below(1000));
    };
    assert.deepEqual(draw(1, 'a', 2), draw(1, 'a', 2));
    assert.notDeepEqual(draw(1, 'a', 2), draw(1, 'a', 3));
    assert.ok(new Set(draw(7)).size > 40);
  });

  it('leaves of a list and of files only what is wrong', async () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const both = (some: readonly number[]): Promise<boolean> =>
      Promise.resolve(some.includes(17) && some.includes(83));
    assert.deepEqual(await fewest(items, both), [17, 83]);
    const files = new Map([
      ['a.md', 'one\ntwo bad three\nfour\n'],
      ['b.md', 'x\n'],
    ]);
    const small = await fewestFiles(files, ['a.md'], (some) =>
      Promise.resolve((some.get('a.md') ?? '').includes('bad')),
    );
    assert.deepEqual([...small], [['a.md', 'bad']]);
  });

  it('stops where nobody tells any more what is wrong', async () => {
    const items = Array.from({ length: 64 }, (_, i) => i);
    let asked = 0;
    const left = await fewest(items, () => Promise.resolve(++asked > 3 ? undefined : asked === 1));
    assert.deepEqual([left.length, asked], [32, 4]);
  });

  it('knows a place that is none', () => {
    const places = createPlaces(new Map([['a.md', 'ab\r\n😀\n']]));
    const hold = (line: number, from: number, to: number): void =>
      places.hold('it', 'a.md', { start: { line, character: from }, end: { line, character: to } });
    hold(0, 0, 2);
    hold(1, 0, 2);
    hold(2, 0, 0);
    assert.throws(() => hold(0, 0, 3), /outside/);
    assert.throws(() => hold(3, 0, 0), /outside/);
    assert.throws(() => hold(1, 1, 2), /cuts/);
    assert.throws(() => hold(0, 2, 1), /before it begins/);
    const edit = (from: number, to: number) => ({
      path: 'a.md',
      range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
      newText: '',
    });
    places.edits('it', [edit(0, 1), edit(1, 2)]);
    assert.throws(() => places.edits('it', [edit(0, 2), edit(1, 2)]), /overlap/);
  });

  it('knows what steers a terminal', () => {
    isShowable('it', 'one line\nand another: é 😀 "\\u001b"');
    for (const character of ['\u001b', '\r', '\t', '\0', '\u009b', '\u202e', '\u2066'])
      assert.throws(() => isShowable('it', `a${character}b`), /steers/);
  });

  it('knows a step that is slow each time from one that was once, and one that throws', async () => {
    const busy = (ms: number): void => {
      // Asking costs time of the system, which counts as well.
      for (const begun = process.cpuUsage(); spent(begun) < ms * 1000;);
    };
    let runs = 0;
    const slowest = await timed(100, (watch) => watch.step('it', () => busy(runs++ === 0 ? 400 : 5)));
    assert.equal(slowest?.name, 'it');
    assert.equal(runs, 2);
    await assert.rejects(
      timed(100, (watch) => watch.step('it', () => busy(300))),
      /"it" is slow/,
    );
    await assert.rejects(
      timed(100, (watch) => watch.step('it', () => assert.fail('never'))),
      /"it" throws AssertionError in elsewhere/,
    );
  });
});

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}

function torture(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(root, 'scripts/torture.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}
