import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRandom, type Random } from '../../scripts/torture/random.ts';
import type { SigningRequest } from '../../extension/engine/editing.ts';
import type { Engine } from '../../extension/engine/index.ts';
import { GitRepository } from '../support/git-repository.ts';
import { engineOver } from '../support/run-fixture.ts';

/** So many pairs of branches with `MERGES=10000`; always the same ones of the same number. */
const asked = Number(process.env['MERGES'] ?? 1000);

/** Two have one name in a file, and so have two documents, which say the same. */
const people = ['anna', 'åsa', 'asa', 'tom', 'kaj'];
const engagement = `---
kind: engagement
title: Shop
status: active
client: Nord
supplier: Süd
---

## People

| Person | Party | Handle |
| --- | --- | --- |
${people.map((key, i) => `| ${key} | ${i < 3 ? 'client' : 'supplier'} | handle-${i} |`).join('\n')}
`;
const sla = (title: string): string =>
  `---\nkind: sla\ntitle: ${title}\nstatus: active\nowner: anna\n---\n\n## Measurement and exclusions\n\nNothing.\n`;
const documents: Readonly<Record<string, string>> = {
  'engagement.md': engagement,
  'sla.md': sla('SLA'),
  'a/b.md': sla('Both'),
  'a-b.md': sla('Both'),
  'goals.md': sla('Goals').replace('kind: sla', 'kind: goals'),
};
const days = ['2026-11-29', '2026-11-30'];

type Plan = SigningRequest & { readonly path: string };
type Files = ReadonlyMap<string, string>;

describe('sign-offs of two branches', function () {
  this.timeout(120_000);
  let repository: GitRepository;
  beforeEach(() => (repository = new GitRepository('merges')));
  afterEach(() => repository.remove());

  it(`merge clean, whatever each adds: ${asked} pairs`, async function () {
    if (!canMergeTrees()) return this.skip();
    const engine = await engineOver(new Map(Object.entries(documents)), 'base,full');
    const pairs: (readonly [Files, Files])[] = [];
    for (let n = 0; n < asked; n++) {
      const random = createRandom('merges', n);
      const planned = plans(random);
      pairs.push([branch(engine, planned, random), branch(engine, planned, random)]);
    }
    const signed = pairs.flat().reduce((sum, { size }) => sum + size, 0);
    assert.ok(signed > asked * 5, 'the branches sign too little to say anything');
    const shared = pairs.filter(([one, other]) => [...one.keys()].some((path) => other.has(path)));
    assert.ok(shared.length > asked / 3, 'too few branches add the same file');
    const merged = merge(pairs);
    assert.deepEqual(
      merged.flatMap(({ isClean }, n) => (isClean ? [] : [n])),
      [],
    );
    for (let n = 0; n < merged.length; n += Math.ceil(asked / 20))
      assert.deepEqual(
        filesIn(merged[n]!.tree),
        [...new Set([...Object.keys(documents), ...pairs[n]![0].keys(), ...pairs[n]![1].keys()])].sort(),
      );
  });

  it('are told from what does not merge', function () {
    if (!canMergeTrees()) return this.skip();
    const files = (text: string): Files => new Map([['signoffs/one.md', text]]);
    assert.deepEqual(
      merge([
        [files('a\n'), files('b\n')],
        [files('a\n'), files('a\n')],
      ]).map(({ isClean }) => isClean),
      [false, true],
    );
  });

  /** What people may come to sign about the same time, in each way that there is. */
  function plans(random: Random): readonly Plan[] {
    return Array.from({ length: 10 }, () => ({
      path: random.pick(Object.keys(documents)),
      by: random.pick(people),
      date: random.pick(days),
      means: random.pick(['reviewed', 'approved'] as const),
      via: random.pick(['editor', 'cli', 'pull request'] as const),
    }));
  }

  /** Some of it, signed one after the other; the engine is as before behind it. */
  function branch(engine: Engine, planned: readonly Plan[], random: Random): Files {
    const added = new Map<string, string>();
    for (let left = 2 + random.below(5); left > 0; left--) {
      const { path, ...request } = random.pick(planned);
      const signing = engine.signing(path, request);
      assert.equal(signing?.is, 'ready');
      for (const file of signing.files) {
        added.set(file.path, file.text);
        engine.update(file.path, { kind: 'text', text: file.text });
      }
    }
    for (const path of added.keys()) engine.update(path, undefined);
    return added;
  }

  /** Merges each pair of branches that leave one commit and add these files. */
  function merge(
    pairs: readonly (readonly [Files, Files])[],
  ): readonly { readonly isClean: boolean; readonly tree: string }[] {
    git(['fast-import', '--quiet'], [...streamOf(pairs)].join(''));
    const printed = git(
      ['merge-tree', '--write-tree', '--no-messages', '--stdin'],
      pairs.map((_pair, n) => `one-${n} other-${n}\n`).join(''),
    );
    // Of each: whether it is clean, the tree, then what conflicts, and an empty field.
    return [...printed.matchAll(/([01])\0([0-9a-f]{40})\0(?:\d{6} [^\0]*\0)*\0/g)].map(
      ([, clean, tree = '']) => ({ isClean: clean === '1', tree }),
    );
  }

  function* streamOf(pairs: readonly (readonly [Files, Files])[]): Generator<string> {
    const who = 'Anna <anna@nord.example> 1767225600 +0000';
    const commit = (name: string, files: Files, from: string): string =>
      [
        `commit refs/heads/${name}\ncommitter ${who}\ndata 1\nx\n${from}`,
        ...[...files].map(
          ([path, text]) => `M 644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
        ),
      ].join('');
    yield commit('main', new Map(Object.entries(documents)), '');
    for (const [n, [one, other]] of pairs.entries())
      yield (
        commit(`one-${n}`, one, 'from refs/heads/main\n') +
          commit(`other-${n}`, other, 'from refs/heads/main\n')
      );
  }

  function filesIn(tree: string): readonly string[] {
    return repository
      .git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', tree)
      .split('\n')
      .sort();
  }

  /** Git 2.38 merges without a work tree, and a later one many at once. */
  function canMergeTrees(): boolean {
    return spawnSync('git', ['merge-tree', '-h'], { encoding: 'utf8' }).stdout.includes('--stdin');
  }

  /** With standard input, which `GitRepository` does not give. */
  function git(args: readonly string[], input: string): string {
    const { status, stdout, stderr } = spawnSync('git', ['-C', repository.folder, ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    assert.equal(status, 0, stderr);
    return stdout;
  }
});
