import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createEngine, type Finding } from '../../extension/engine/index.ts';
import { createNodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { digestOf } from '../../extension/engine/parse/canonical.ts';
import { findingsIn } from '../support/findings-in.ts';
import { GitRepository } from '../support/git-repository.ts';

const anna = 'Anna Lind <anna@nordbetal.example>';
const jonas = 'Jonas P <jonas@baltcode.example>';

const engagement = `---
kind: engagement
title: Payment platform
status: active
phase: delivery
owner: anna
counterpart: jonas
client: Nordbetal AB
supplier: Baltcode UAB
start: 2024-07-01
end: 2027-06-30
notice: 6 months
---

## People

| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example |
| jonas | supplier | lead | jonas@baltcode.example |
`;

function policy(...steps: readonly string[]): string {
  return `---
kind: process
title: Releases
type: policy
status: active
owner: anna
---

## Steps

${steps.map((step, i) => `${i + 1}. ${step}\n`).join('')}`;
}

function minutes(decision: string, status = 'final', held = '2026-02-02'): string {
  return `---
kind: record
title: Minutes
status: ${status}
type: minutes
held: ${held}
---

${decision}

Nothing else was said, and nobody had anything to add to what had been said before.
`;
}

interface Signed {
  readonly by?: string;
  readonly document?: string;
  readonly means?: string;
}

function signoff(
  text: string,
  { by = 'anna', document = 'policy.md', means = 'approved' }: Signed = {},
): string {
  return `---
kind: signoff
document: ${document}
digest: ${digestOf({ text })}
by: ${by}
party: ${by === 'anna' ? 'client' : 'supplier'}
date: 2026-02-01
means: ${means}
via: cli
---
`;
}

/** What sign-offs and records are held against, in repositories that Git made. */
describe('sign-offs and final records in a history', () => {
  let repository: GitRepository;

  beforeEach(() => {
    repository = new GitRepository('signoffs');
    commit({ 'engagement.md': engagement }, anna, '2026-01-05');
  });
  afterEach(() => repository.remove());

  function commit(files: Readonly<Record<string, string | null>>, by = anna, on = '2026-02-01'): void {
    repository.commit({ by, on, files });
  }

  async function findingsOf(...codes: readonly string[]): Promise<readonly Finding[]> {
    const findings = await findingsIn(repository.folder);
    return findings.filter(({ code }) => codes.includes(code));
  }

  async function saying(...codes: readonly string[]): Promise<readonly string[]> {
    const findings = await findingsOf(...codes);
    return findings.map(({ code, path }) => `${code} ${path}`);
  }

  it('SGN007: says nothing of sign-offs of two branches that are merged', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text });
    repository.git('checkout', '--quiet', '-b', 'other');
    commit({ 'signoffs/b.md': signoff(text, { by: 'jonas' }) }, jonas);
    repository.git('checkout', '--quiet', 'main');
    commit({ 'signoffs/a.md': signoff(text) });
    repository.merge('other');
    assert.deepEqual(await saying('SGN005', 'SGN006', 'SGN007'), []);
  });

  it('SGN007: follows one through a move with its document, and sees what was changed after', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text, 'signoffs/a.md': signoff(text) });
    repository.git('mv', 'policy.md', 'rules.md');
    repository.git('mv', 'signoffs/a.md', 'signoffs/rules.md');
    commit({ 'signoffs/rules.md': signoff(text, { document: 'rules.md' }) }, jonas);
    assert.deepEqual(await saying('SGN006', 'SGN007'), []);
    commit({ 'signoffs/rules.md': signoff(text, { document: 'rules.md', means: 'reviewed' }) }, jonas);
    assert.deepEqual(await saying('SGN006', 'SGN007'), ['SGN007 signoffs/rules.md']);
  });

  it('SGN007: takes one that comes where one goes for another, which whoever signs has to commit', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text, 'signoffs/a.md': signoff(text) });
    commit({ 'signoffs/a.md': null, 'signoffs/b.md': signoff(text, { by: 'jonas' }) }, jonas);
    assert.match(
      repository.git('show', '--format=', '--name-status', '-M', 'HEAD'),
      /^R\d+\tsignoffs\/a\.md/m,
    );
    assert.deepEqual(await saying('SGN006', 'SGN007'), []);
    commit({ 'signoffs/b.md': null, 'signoffs/c.md': signoff(text) }, jonas);
    assert.deepEqual(await saying('SGN006', 'SGN007'), ['SGN006 signoffs/c.md']);
  });

  it('SGN006: an address that .mailmap gives to whoever signs is theirs', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text, 'signoffs/a.md': signoff(text) }, 'Anna <anna@home.example>');
    assert.deepEqual(await saying('SGN006'), ['SGN006 signoffs/a.md']);
    repository.write('.mailmap', 'Anna Lind <anna@nordbetal.example> <anna@home.example>\n');
    assert.deepEqual(await saying('SGN006'), []);
  });

  /** A document and its sign-off of the first of February, in a commit that Anna Lind made at this time. */
  function signedAt(time: string): void {
    const text = policy('Look.');
    repository.write('signoffs/a.md', signoff(text));
    repository.write('policy.md', text);
    repository.git('add', 'signoffs', 'policy.md');
    const variables = {
      GIT_AUTHOR_NAME: 'Anna Lind',
      GIT_AUTHOR_EMAIL: 'anna@nordbetal.example',
      GIT_AUTHOR_DATE: time,
      GIT_COMMITTER_NAME: 'x',
      GIT_COMMITTER_EMAIL: 'x@x',
    };
    repository.gitAs(variables, 'commit', '-qm', 'Sign');
  }
  /** That commit was made at another time. */
  function madeAt(time: string): void {
    const committer = { GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' };
    repository.gitAs(committer, 'commit', '-q', '--amend', '--no-edit', '--date', time);
  }

  it('SGN006: the day is that of the author, where they were', async () => {
    // The last of January in UTC, and the first of February in Stockholm.
    signedAt('2026-02-01T00:30:00+0100');
    assert.deepEqual(await saying('SGN006'), []);
    madeAt('2026-01-31T23:30:00+0000');
    assert.deepEqual(await saying('SGN006'), ['SGN006 signoffs/a.md']);
  });

  it('SGN006: the day is one in the zones in which sign-offs are dated, too', async () => {
    // The last of January in Los Angeles and the first of February in UTC.
    signedAt('2026-01-31T20:30:00-0800');
    assert.deepEqual(await saying('SGN006'), []);
    madeAt('2026-01-31T23:30:00+0000');
    repository.write('engagement.md', engagement.replace('notice:', 'zone: Europe/Stockholm\nnotice:'));
    assert.deepEqual(await saying('SGN006'), []);
    repository.write('engagement.md', engagement);
    repository.write('outrigger.yml', 'zone: Europe/Stockholm\n');
    assert.deepEqual(await saying('SGN006'), []);
    madeAt('2026-01-31T22:30:00+0000');
    assert.deepEqual(await saying('SGN006'), ['SGN006 signoffs/a.md']);
  });

  it('SGN005: whoever merges two changes wrote neither', async () => {
    const text = policy('Look.', 'Tell.', 'Wait.', 'Build.', 'Test.', 'Go.');
    commit({ 'policy.md': text });
    repository.git('checkout', '--quiet', '-b', 'other');
    commit({ 'policy.md': text.replace('Go.', 'Release.') }, jonas);
    repository.git('checkout', '--quiet', 'main');
    commit({ 'policy.md': text.replace('Look.', 'Look twice.') }, jonas);
    repository.merge('other', { by: anna });
    const merged = text.replace('Go.', 'Release.').replace('Look.', 'Look twice.');
    commit({ 'signoffs/a.md': signoff(merged) });
    assert.deepEqual(await saying('SGN005'), []);
    commit({ 'signoffs/a.md': null, 'signoffs/b.md': signoff(merged, { by: 'jonas' }) }, jonas);
    assert.deepEqual(await saying('SGN005'), ['SGN005 policy.md']);
  });

  it('SGN005: what a branch said that did not come into the content was not its last change', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text });
    repository.git('checkout', '--quiet', '-b', 'other');
    commit({ 'policy.md': policy('Look away.') }, jonas, '2026-02-03');
    repository.git('checkout', '--quiet', 'main');
    const who = { GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' };
    const author = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x' };
    repository.gitAs(
      { ...who, ...author },
      'merge',
      '-q',
      '--no-ff',
      '-s',
      'ours',
      '-m',
      'Keep ours',
      'other',
    );
    commit({ 'signoffs/a.md': signoff(text) });
    assert.deepEqual(await saying('SGN005'), ['SGN005 policy.md']);
  });

  it('SGN005: to move a document is not to change it', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text });
    repository.git('mv', 'policy.md', 'rules.md');
    commit({ 'signoffs/a.md': signoff(text, { document: 'rules.md' }) }, jonas);
    assert.deepEqual(await saying('SGN005'), ['SGN005 rules.md']);
  });

  it('REC011: follows a record through a move, and not to the minutes of another day', async () => {
    commit({ 'records/a.md': minutes('We begin.') });
    repository.git('mv', 'records/a.md', 'records/b.md');
    commit({}, jonas);
    assert.deepEqual(await saying('REC011'), []);
    commit({ 'records/b.md': null, 'records/c.md': minutes('We go on.', 'final', '2026-03-02') });
    assert.match(
      repository.git('show', '--format=', '--name-status', '-M', 'HEAD'),
      /^R\d+\trecords\/b\.md/m,
    );
    assert.deepEqual(await saying('REC011'), []);
    commit({ 'records/c.md': minutes('We stop.', 'final', '2026-03-02') }, jonas, '2026-03-05');
    assert.deepEqual(await saying('REC011'), ['REC011 records/c.md']);
  });

  it('REC011: what was final on a branch was final; a revert takes a change back', async () => {
    commit({ 'records/a.md': minutes('We begin.', 'draft') });
    repository.git('checkout', '--quiet', '-b', 'other');
    commit({ 'records/a.md': minutes('We begin.') });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('other');
    assert.deepEqual(await saying('REC011'), []);
    commit({ 'records/a.md': minutes('We never begin.') }, jonas, '2026-03-05');
    const [finding] = await findingsOf('REC011');
    assert.match(finding?.message ?? '', /final on 2026-02-01 and changed on 2026-03-05/);
    repository.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'revert', '--no-edit', 'HEAD');
    assert.deepEqual(await saying('REC011'), []);
  });

  it('SGN001: knows where a document was moved, and that one was deleted', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text, 'gone.md': policy('Go.'), 'signoffs/a.md': signoff(text) });
    commit({ 'signoffs/b.md': signoff(text, { document: 'gone.md' }) });
    repository.git('mv', 'policy.md', 'first.md');
    commit({});
    mkdirSync(path.join(repository.folder, 'all'));
    repository.git('mv', 'first.md', 'all/rules.md');
    commit({ 'all/rules.md': policy('Look twice.'), 'gone.md': null });
    const [finding, ...others] = await findingsOf('SGN001');
    assert.deepEqual(others, []);
    assert.equal(finding?.path, 'signoffs/a.md');
    assert.deepEqual(
      finding.fixes.map(({ title }) => title),
      ['Write "policy.md" under formerly of "all/rules.md"'],
    );
  });

  it('SGN001: knows where a document was moved that is not committed there', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text, 'other.md': text, 'signoffs/a.md': signoff(text) });
    const fixes = async (): Promise<readonly string[]> =>
      (await findingsOf('SGN001')).flatMap((finding) => finding.fixes.map(({ title }) => title));
    repository.git('mv', 'policy.md', 'rules.md');
    assert.deepEqual(await fixes(), ['Write "policy.md" under formerly of "rules.md"']);
    repository.write('twin.md', text);
    assert.deepEqual(await fixes(), []);
    repository.write('twin.md', policy('Look twice.'));
    repository.write('rules.md', policy('Look away.'));
    assert.deepEqual(await fixes(), []);
  });

  it('SGN001: asks for no history under base while every document is there', async () => {
    const text = policy('Look.');
    commit({ 'policy.md': text, 'signoffs/a.md': signoff(text) });
    const asked: string[] = [];
    const engine = createEngine({
      workspace: createNodeWorkspace(repository.folder),
      historyOf: (folder) => {
        asked.push(folder);
        return Promise.resolve({ kind: 'absent', why: 'no-host' });
      },
    });
    await engine.load();
    assert.deepEqual(asked, []);
    repository.git('mv', 'policy.md', 'rules.md');
    await engine.reload();
    engine.check();
    assert.deepEqual(asked, ['']);
  });
});
