import assert from 'node:assert/strict';
import type { History } from '../../../extension/engine/model/history.ts';
import { authorshipOf } from '../../../extension/engine/resolve/file-authors.ts';
import { changesBelow, globPieces, trackedBy } from '../../../extension/engine/resolve/glob-history.ts';
import { historyOfLines } from '../../support/history-lines.ts';

const lines = [
  '2026-01-05 anna@client.example +a/one.ts +a/two.ts +b/one.ts +yarn.lock',
  '2026-01-06 renovate[bot]@x.example a/one.ts yarn.lock',
  '2026-01-07 ruta@supplier.example a/one.ts a/two.ts',
  '2026-01-08 ruta@supplier.example yarn.lock',
  '2026-01-09 anna@client.example b/one.ts -a/two.ts',
];
const globs = ['a/**', '*.lock'];

/** A history that counts how often one of its paths is looked at. */
function counted(): { readonly history: History; readonly looks: () => number } {
  let looks = 0;
  const counting = (list: readonly string[]): readonly string[] =>
    new Proxy(list, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const history = historyOfLines(lines.join('\n'));
  return {
    history: { ...history, files: counting(history.files), paths: counting(history.paths) },
    looks: () => looks,
  };
}

const nobodyIsABot = (history: History): { isBot: boolean; person: undefined; side: undefined }[] =>
  history.people.map(() => ({ isBot: false, person: undefined, side: undefined }));

describe('what globs name in a history', () => {
  it('is its tracked files, and every commit that changes one that nobody generates', () => {
    const { history } = counted();
    assert.deepEqual(
      trackedBy(globs, history).map((at) => history.files[at]),
      ['a/one.ts', 'yarn.lock'],
    );
    assert.deepEqual(
      changesBelow(globs, history).map(({ day, author }) => [day, history.people[author]?.name]),
      [
        ['2026-01-05', 'anna'],
        ['2026-01-06', 'renovate[bot]'],
        ['2026-01-07', 'ruta'],
        ['2026-01-09', 'anna'],
      ],
    );
    assert.deepEqual(trackedBy(['b/**', 'gone/**'], history), [1]);
    assert.deepEqual(trackedBy([], history), []);
  });

  it('is matched once, and of other globs alone anew', () => {
    const { history, looks } = counted();
    trackedBy(globs, history);
    changesBelow(globs, history);
    const before = looks();
    assert.ok(before > 0);
    trackedBy([...globs], history);
    changesBelow([...globs], history);
    assert.equal(looks(), before);
    trackedBy(['b/**'], history);
    assert.ok(looks() > before);
  });

  it('is known once all of its pieces are done', () => {
    const { history, looks } = counted();
    for (const piece of globPieces(globs, history)) piece();
    const before = looks();
    assert.deepEqual(trackedBy(globs, history), [0, 2]);
    assert.equal(changesBelow(globs, history).length, 4);
    assert.equal(looks(), before);
    assert.deepEqual([...globPieces(globs, history)].length, 2);
  });

  it('has authors that are counted once for the same programs', () => {
    const { history } = counted();
    const people = nobodyIsABot(history);
    const first = authorshipOf(globs, history, people);
    while (!first.isDone) first.step();
    assert.deepEqual(first.busFactor(), {
      factor: 1,
      coverage: [
        [1, 1],
        [0, 1],
      ],
    });
    assert.equal(authorshipOf([...globs], history, nobodyIsABot(history)), first);
    const bots = people.map((one, i) => (history.people[i]?.name === 'ruta' ? { ...one, isBot: true } : one));
    assert.notEqual(authorshipOf(globs, history, bots), first);
  });
});
