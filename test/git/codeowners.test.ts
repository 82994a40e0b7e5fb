import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createNodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { createEngine } from '../../extension/engine/index.ts';
import type { Finding } from '../../extension/engine/model/finding.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { historiesBelow } from '../../extension/git/read-history.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { GitRepository } from '../support/git-repository.ts';
import { shopOf } from '../support/shop-of.ts';

const engagement = shopOf(`| Person | Party | Role | Handle |
| --- | --- | --- | --- |
| anna | client | manager | @anna-lind |
| jonas | supplier | lead | @jonas-p |`);

function map(who: string, paths: string, file = '.github/CODEOWNERS'): string {
  return `---
kind: ownership-map
title: Who owns what
status: active
codeowners: ${file}
---

## Components

| Component | Accountable | Does the work | Paths |
| --- | --- | --- | --- |
| Checkout | ${who} | jonas | \`${paths}\` |
`;
}

/** OWN008 on repositories that Git made, both ways. */
describe('OWN008, on repositories,', () => {
  let repository: GitRepository;

  beforeEach(() => {
    repository = new GitRepository('codeowners');
  });
  afterEach(() => repository.remove());

  async function findings(below = ''): Promise<readonly Finding[]> {
    const root = path.join(repository.folder, below);
    const engine = createEngine({
      workspace: createNodeWorkspace(root),
      profiles: ['full'],
      historyOf: historiesBelow({ root, cache: new HistoryCache(undefined) }),
    });
    await engine.load();
    return engine.check().findings.filter(({ code }) => code === 'OWN008');
  }

  async function saying(below?: string): Promise<readonly string[]> {
    return (await findings(below)).map(({ path: its, messageId }) => `${its} ${messageId}`);
  }

  /** Does what the first fix of a finding says. */
  function take(finding: Finding | undefined, below = ''): void {
    const edits = finding?.fixes[0]?.edits ?? [];
    const file = path.join(below, edits[0]?.path ?? '');
    repository.write(file, applyEdits(readFileSync(path.join(repository.folder, file), 'utf8'), edits));
  }

  it('asks for the file, then for the block, and is silent once it stands there, before a commit', async () => {
    repository.commit({
      files: { 'engagement.md': engagement, 'map.md': map('anna', 'checkout/**'), 'checkout/a.ts': '1\n' },
    });
    assert.deepEqual(await saying(), ['map.md absent']);
    repository.write('.github/CODEOWNERS', '* @everybody');
    const [missing] = await findings();
    assert.equal(missing?.messageId, 'missing');
    take(missing);
    assert.deepEqual(await saying(), []);
    assert.match(
      readFileSync(path.join(repository.folder, '.github/CODEOWNERS'), 'utf8'),
      /^\* @everybody\n\n# outrigger:begin\n# .+\n\/checkout\/ @anna-lind\n# outrigger:end\n$/,
    );
  });

  it('reports a map that has changed since, and a revert takes that back', async () => {
    const block =
      '# outrigger:begin\n# Written from Components of the ownership map: change it there.\n/checkout/ @anna-lind\n# outrigger:end\n';
    repository.commit({
      files: {
        'engagement.md': engagement,
        'map.md': map('anna', 'checkout/**'),
        '.github/CODEOWNERS': block,
      },
    });
    assert.deepEqual(await saying(), []);
    repository.commit({ files: { 'map.md': map('jonas', 'checkout/**') } });
    assert.deepEqual(await saying(), ['map.md differs']);
    repository.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'revert', '--no-edit', 'HEAD');
    assert.deepEqual(await saying(), []);
    repository.git('mv', '.github/CODEOWNERS', 'CODEOWNERS');
    repository.commitIndex({});
    assert.deepEqual(await saying(), ['map.md absent']);
    repository.commit({ files: { 'map.md': map('anna', 'checkout/**', 'CODEOWNERS') } });
    assert.deepEqual(await saying(), []);
  });

  it('has a block of its own for each engagement of one repository', async () => {
    repository.commit({
      files: {
        'one/engagement.md': engagement,
        'one/map.md': map('anna', 'checkout/**'),
        'two/engagement.md': engagement,
        'two/map.md': map('jonas', 'ledger/**'),
        '.github/CODEOWNERS': '',
      },
    });
    assert.deepEqual(await saying(), ['one/map.md missing', 'two/map.md missing']);
    take((await findings())[0]);
    assert.deepEqual(await saying(), ['two/map.md missing']);
    take((await findings())[0]);
    assert.deepEqual(await saying(), []);
  });

  it('looks for the file from the root of the repository, and never outside of the workspace', async () => {
    repository.commit({
      files: {
        'docs/engagement.md': engagement,
        'docs/map.md': map('anna', 'checkout/**'),
        // Not the one that is meant.
        'docs/.github/CODEOWNERS': '* @everybody\n',
      },
    });
    assert.deepEqual(await saying('docs'), []);
    assert.deepEqual(await saying(), ['docs/map.md absent']);
    repository.commit({ files: { 'docs/map.md': map('anna', 'checkout/**', 'docs/CODEOWNERS') } });
    assert.deepEqual(await saying('docs'), ['map.md absent']);
    repository.write('docs/CODEOWNERS', '');
    take((await findings('docs'))[0], 'docs');
    assert.deepEqual([await saying('docs'), await saying()], [[], []]);
  });

  it('says nothing of a file that a sparse checkout leaves out', async () => {
    repository.commit({
      files: {
        'docs/engagement.md': engagement,
        'docs/map.md': map('anna', 'checkout/**'),
        '.github/CODEOWNERS': '* @everybody\n',
      },
    });
    assert.deepEqual(await saying(), ['docs/map.md missing']);
    repository.git('sparse-checkout', 'set', '--no-cone', '/docs/');
    assert.deepEqual(await saying(), []);
  });
});
