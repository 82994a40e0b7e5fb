import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gitHubEvent, gitLabEvent, type TestApproval } from '../support/approval-events.ts';
import { GitRepository } from '../support/git-repository.ts';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const engagement = `---
kind: engagement
title: Shop
status: active
owner: hanna
client: Nord
supplier: Süd
zone: Asia/Tokyo
---

## People

| Person | Name | Party | E-mail | Handle | Until |
| --- | --- | --- | --- | --- | --- |
| hanna | Hanna Lind | client | hanna@nord.example | @hanna-l | |
| tom | Tom Ek | supplier | | tom-ek | |
| kaj | Kaj Al | supplier | | kaj | |
| gone | Gone Al | client | | gone-al | 2026-10-31 |
| law | Law Yer | third party | | lawyer | |
| one | One Al | client | | twin | |
| two | Two Al | client | two@nord.example | Twin | |
`;
const sla = (text: string, status = 'active'): string =>
  `---\nkind: sla\ntitle: SLA\nstatus: ${status}\nowner: hanna\n---\n\n## Measurement and exclusions\n\n${text}\n`;
const goals = sla('As it was.').replace('kind: sla\ntitle: SLA', 'kind: goals\ntitle: Goals');
const draft = goals.replace('active', 'draft').replace('title: Goals', 'title: Draft');

describe('outrigger sign --from-event', () => {
  let repository: GitRepository;
  let base: string;
  let change: string;
  beforeEach(() => {
    repository = new GitRepository('event');
    base = repository.commit({
      files: { 'engagement.md': engagement, 'sla.md': sla('Nothing.'), 'goals.md': goals },
    });
    repository.git('checkout', '--quiet', '-b', 'change');
    change = repository.commit({
      files: { 'sla.md': sla('Four hours.'), 'draft.md': draft, 'notes.txt': 'x', 'signoffs/old.md': old() },
    });
  });
  afterEach(() => repository.remove());

  /** A sign-off that the request brings: nothing that anybody asks to sign. */
  const old = (): string =>
    `---\nkind: signoff\ndocument: goals.md\ndigest: sha256-${'0'.repeat(64)}\nby: tom\nparty: supplier\ndate: 2026-01-01\nmeans: reviewed\nvia: cli\n---\n`;
  const run = async (event: string | Buffer, ...args: readonly string[]): Promise<CliResult> => {
    const outside = temporaryFolder({ 'event.json': event });
    try {
      return await runCli(['sign', '--from-event', path.join(outside.folder, 'event.json'), ...args], {
        cwd: repository.folder,
        now: '2026-12-24T12:00:00Z',
      });
    } finally {
      outside.remove();
    }
  };
  const signoffs = (): readonly string[] =>
    readdirSync(path.join(repository.folder, 'signoffs')).filter((name) => name !== 'old.md');
  const read = (file: string): string => readFileSync(path.join(repository.folder, file), 'utf8');
  /** Why an event signs nothing. */
  const refusal = async (event: string | Buffer, ...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(event, ...args);
    assert.deepEqual([code, out, signoffs()], [2, '', []], err);
    assert.doesNotMatch(err, /\n\s+at /);
    return err.replace(/^.*event\.json" signs nothing: /, '').trim();
  };
  const hub = (more: Partial<TestApproval> = {}, review: Readonly<Record<string, unknown>> = {}): string =>
    gitHubEvent({ commit: change, base, ...more }, review);
  const lab = (
    more: Partial<TestApproval> = {},
    attributes: Readonly<Record<string, unknown>> = {},
  ): string => gitLabEvent({ commit: change, ...more }, attributes);

  for (const [platform, event] of [
    ['GitHub', () => hub()],
    ['GitLab', () => lab()],
    ['GitLab by one of several', () => lab({}, { action: 'approval' })],
    ['GitLab by E-mail', () => lab({ login: 'somebody', email: 'Hanna@Nord.example' })],
  ] as const)
    it(`signs what a request changed, and nothing the second time: ${platform}`, async () => {
      const { code, out, err } = await run(event());
      const [file = ''] = signoffs();
      assert.match(file, /^2026-11-30-sla-hanna-\w{8}-\w{4}\.md$/);
      assert.deepEqual(
        [code, out, err],
        [
          0,
          `signoffs/${file}\n`,
          'draft.md is not signed: "Draft" is a draft: set its status to active before it is signed.\n',
        ],
      );
      assert.match(
        read(`signoffs/${file}`),
        /^---\nkind: signoff\ndocument: sla\.md\ndigest: sha256-\w{64}\nby: hanna\nparty: client\ndate: 2026-11-30\nmeans: approved\nvia: pull request\n---\n$/,
      );
      const again = await run(event());
      assert.deepEqual(
        [again.code, again.out],
        [0, `sla.md: signed already as it now stands, in signoffs/${file}.\n`],
      );
      assert.deepEqual(signoffs(), [file]);
    });

  it('signs what the rules then count as approved', async () => {
    const said = async (): Promise<string> =>
      (await runCli(['check', '--profile', 'full', 'sla.md'], { cwd: repository.folder })).out;
    assert.match(await said(), /SGN004/);
    await run(hub());
    await run(hub({ login: 'tom-ek', author: 'hanna-l' }));
    assert.equal(signoffs().length, 2);
    assert.doesNotMatch(await said(), /SGN/);
  });

  it('reads standard input', async () => {
    const { code, err } = await runCli(['sign', '--from-event', '-'], {
      cwd: repository.folder,
      typed: [hub()],
      now: '2026-12-01T00:00:00Z',
    });
    assert.equal(code, 0, err);
    assert.equal(signoffs().length, 1);
  });

  it('signs what is named, whatever the request changed', async () => {
    const { code } = await run(hub(), 'goals.md');
    assert.equal(code, 0);
    assert.match(signoffs().join(), /^2026-11-30-goals-hanna-\w{8}-\w{4}\.md$/);
    const left = await run(hub(), 'draft.md');
    assert.deepEqual([left.code, left.out], [1, '']);
    assert.match(left.err, /"Draft" is a draft/);
    const nothing = await run(hub(), 'notes.txt');
    assert.deepEqual([nothing.code, nothing.out], [2, '']);
    assert.match(nothing.err, /"notes\.txt" is no document of an engagement/);
  });

  it('refuses what would be approved on a day that has not come', async () => {
    const later = hub().replace(/"submitted_at":\s*"[^"]+"/, '"submitted_at": "2099-01-01T00:00:00Z"');
    const { code, out, err } = await run(later);
    assert.deepEqual([code, out, signoffs()], [2, '', []]);
    assert.match(err, /It was approved on 2099-01-01, which is after \d{4}-\d{2}-\d{2}:/);
  });

  it('dates the approval by the day in the zone of the engagement', async () => {
    await run(hub({ at: '2026-11-30T15:30:00Z' }));
    assert.match(signoffs().join(), /^2026-12-01-sla/);
  });

  it('says nothing of a request that changed no document', async () => {
    const other = repository.commit({ files: { 'notes.txt': 'y' } });
    const { code, out, err } = await run(hub({ commit: other, base: change }));
    assert.deepEqual([code, out, err], [0, '', 'The request changed no document of an engagement.\n']);
  });

  it('does not sign what has changed since, nor what was not there', async () => {
    writeFileSync(path.join(repository.folder, 'sla.md'), sla('Five hours.'));
    const { code, out, err } = await run(hub());
    assert.deepEqual([code, out], [1, '']);
    assert.ok(
      err.includes(
        `sla.md is not signed: "SLA" says something else now than in commit ${change}, which was reviewed.\n`,
      ),
      err,
    );
    writeFileSync(path.join(repository.folder, 'new.md'), sla('New.'));
    const added = await run(hub(), 'new.md');
    assert.equal(added.code, 1);
    assert.match(added.err, /new\.md is not signed: "SLA" does not stand in commit/);
    assert.deepEqual(signoffs(), []);
  });

  it('takes what only looks otherwise for the same, and what was a draft', async () => {
    const text = sla('Four\n hours.').replaceAll('\n', '\r\n').replace('title: SLA', 'title: "SLA"');
    writeFileSync(path.join(repository.folder, 'sla.md'), `\ufeff${text}`);
    writeFileSync(path.join(repository.folder, 'draft.md'), draft.replace('draft', 'active'));
    const { code, err } = await run(hub());
    assert.deepEqual([code, err], [0, '']);
    assert.match(signoffs().join(), /-draft-hanna-\w{8}-\w{4}\.md,.*-sla-hanna-/);
  });

  for (const [what, text, code] of [
    ['with the same content', 'Four hours.', 0],
    ['with other content', 'Five hours.', 1],
  ] as const)
    it(`says that a review is of an older commit: ${what}`, async () => {
      const head = repository.commit({ files: { 'sla.md': sla(text), 'notes.txt': 'z' } });
      const { code: done, err } = await run(hub({ head }));
      assert.equal(done, code);
      assert.ok(
        err.startsWith(`The review is of commit ${change}, and the request went on to ${head}: `),
        err,
      );
      assert.equal(signoffs().length, 1 - code);
    });

  for (const [what, text, code] of [
    ['the same', 'Four hours.', 0],
    ['something else', 'Four hours and a half.', 1],
  ] as const)
    it(`goes by the content after a squash: it says ${what}`, async () => {
      repository.git('checkout', '--quiet', 'main');
      repository.commit({ files: { 'sla.md': sla(text), 'draft.md': draft, 'signoffs/old.md': old() } });
      const { code: done, err } = await run(hub());
      assert.equal(done, code);
      assert.match(err, /^What is checked out does not come from commit \w{40}, which was reviewed/);
      assert.equal(signoffs().length, 1 - code);
    });

  it('tells after a merge what a request of GitHub changed, and asks for it of GitLab', async () => {
    repository.git('checkout', '--quiet', 'main');
    repository.merge('change');
    assert.match(await refusal(lab()), /It cannot be told here what the request changed/);
    assert.equal((await run(lab(), 'sla.md')).code, 0);
    rmSync(path.join(repository.folder, 'signoffs', signoffs()[0]!));
    const { code, err } = await run(hub());
    assert.deepEqual([code, signoffs().length], [0, 1], err);
    assert.doesNotMatch(err, /does not come from/);
  });

  it('asks GitLab’s copy of a branch before ours, which may hold the request already', async () => {
    repository.git('update-ref', 'refs/remotes/origin/main', base);
    repository.git('branch', '--force', 'main', change);
    assert.equal((await run(lab())).code, 0);
    assert.equal(signoffs().length, 1);
  });

  it('works where the root is a folder of the repository', async () => {
    const inner = new GitRepository('event-inner');
    const outer = temporaryFolder({});
    try {
      const before = inner.commit({
        files: { 'docs/engagement.md': engagement, 'docs/sla.md': sla('Nothing.') },
      });
      const commit = inner.commit({ files: { 'docs/sla.md': sla('Four hours.') } });
      const event = path.join(outer.folder, 'event.json');
      writeFileSync(event, gitHubEvent({ commit, base: before }));
      const { code, out, err } = await runCli(['sign', '--from-event', event, '--root', 'docs'], {
        cwd: inner.folder,
        now: '2026-12-01T00:00:00Z',
      });
      assert.equal(code, 0, err);
      assert.match(out, /^signoffs\/2026-11-30-sla-hanna/);
    } finally {
      inner.remove();
      outer.remove();
    }
  });

  for (const [what, event, why] of [
    [
      'a review that was dismissed',
      () => hub({}, { action: 'dismissed', state: 'dismissed' }),
      'The review was dismissed.',
    ],
    [
      'a review whose approval was dismissed since',
      () => hub({}, { state: 'dismissed' }),
      'The review was dismissed.',
    ],
    [
      'a review that was edited',
      () => hub({}, { action: 'edited' }),
      'Its "action" is "edited", and only "submitted" counts.',
    ],
    [
      'changes that are asked for',
      () => hub({}, { state: 'changes_requested' }),
      'The review asks for changes.',
    ],
    ['a comment', () => hub({}, { state: 'commented' }), 'The review comments, and approves nothing.'],
    [
      'an approval that was taken back',
      () => lab({}, { action: 'unapproved' }),
      'The approval was taken back.',
    ],
    ['that of one person', () => lab({}, { action: 'unapproval' }), 'The approval was taken back.'],
    [
      'a merge request that was opened',
      () => lab({}, { action: 'open' }),
      'Its "object_attributes.action" is "open", and only "approved" counts.',
    ],
    ['somebody unknown', () => hub({ login: 'mallory' }), 'Nobody under People has the Handle "mallory".'],
    [
      'an unknown address',
      () => lab({ login: 'mallory', email: 'm@x.example' }),
      'Nobody under People has the Handle "mallory" or the E-mail "m@x.example".',
    ],
    [
      'a display name',
      () => hub({ login: 'Hanna Lind' }),
      'Nobody under People has the Handle "Hanna Lind".',
    ],
    [
      'a letter of another script',
      () => hub({ login: 'h\u0430nna-l' }),
      'Nobody under People has the Handle "h\u0430nna-l".',
    ],
    [
      'a sign that becomes a letter of ours',
      () => hub({ login: '\u212Aaj' }),
      'Nobody under People has the Handle "\u212Aaj".',
    ],
    [
      'a user name that climbs',
      () => hub({ login: '../../etc/passwd' }),
      'Nobody under People has the Handle "../../etc/passwd".',
    ],
    [
      'several people',
      () => hub({ login: 'twin' }),
      '"twin" is several people by Handle and E-mail: "one", "two".',
    ],
    [
      'two people by user name and address',
      () => lab({ login: 'tom-ek', email: 'hanna@nord.example' }),
      '"tom-ek" is several people by Handle and E-mail: "tom", "hanna".',
    ],
    [
      'somebody of neither side',
      () => hub({ login: 'lawyer' }),
      '"law" is on neither side and cannot sign for a party (SGN002).',
    ],
    [
      'somebody who has left',
      () => hub({ login: 'gone-al' }),
      '"gone" left on 2026-10-31: somebody who is still there must sign.',
    ],
    [
      'the author of the request',
      () => hub({ author: 'HANNA-L' }),
      '"Hanna-L" approved a request of their own: somebody else must.',
    ],
    [
      'the author of a merge request',
      () => lab({}, { author_id: 1 }),
      '"hanna-l" approved a request of their own: somebody else must.',
    ],
    [
      'a program',
      () => hub({}, { user: { login: 'hanna-l', type: 'Bot' } }),
      '"hanna-l" is a program: nobody signs by one.',
    ],
    [
      'a program by its name',
      () => hub({ login: 'renovate[bot]' }),
      '"renovate[bot]" is a program: nobody signs by one.',
    ],
    [
      'the token of a project',
      () => lab({ login: 'project_7_bot_ab12' }),
      '"project_7_bot_ab12" is a program: nobody signs by one.',
    ],
    [
      'an account that is gone',
      () => hub({}, { user: null }),
      'It has no "review.user.login" that is a text.',
    ],
    [
      'a commit that is not there',
      () => hub({ commit: 'd'.repeat(40) }),
      `Commit ${'d'.repeat(40)}, which was reviewed, is not in this repository: fetch it first.`,
    ],
    [
      'what is no hash',
      () => hub({ commit: '--upload-pack=touch forged' }),
      'Its "review.commit_id" is "--upload-pack=touch forged", which is not the whole hash of a commit.',
    ],
    [
      'a name for a hash',
      () => hub({ commit: 'HEAD' }),
      'Its "review.commit_id" is "HEAD", which is not the whole hash of a commit.',
    ],
    [
      'a branch that asks for more',
      () => lab({ base: 'main^{/x}' }),
      'Its "object_attributes.target_branch" is "main^{/x}", which is not the name of a branch.',
    ],
    [
      'a moment without a zone',
      () => hub({ at: '2026-11-30T12:00:00' }),
      'Its "review.submitted_at" is "2026-11-30T12:00:00", which is not a moment with its zone, such as 2026-11-30T12:00:00Z.',
    ],
    [
      'a day that is not there',
      () => hub({ at: '2026-02-30T12:00:00Z' }),
      'Its "review.submitted_at" is "2026-02-30T12:00:00Z", which is not a moment with its zone, such as 2026-11-30T12:00:00Z.',
    ],
    [
      'another event of a pull request',
      () => '{"action":"opened","pull_request":{}}',
      'It has no "review": of GitHub an event "pull_request_review" is asked for.',
    ],
    [
      'another event of GitLab',
      () => '{"object_kind":"note"}',
      'Its "object_kind" is "note", and only "merge_request" counts.',
    ],
    [
      'an event of neither',
      () => '{"ref":"main"}',
      'It is no event of a review: of GitHub it has "review", of GitLab "object_kind".',
    ],
    ['a list', () => '[]', 'It is no event of a review: of GitHub it has "review", of GitLab "object_kind".'],
    ['null', () => 'null', 'It is no event of a review: of GitHub it has "review", of GitLab "object_kind".'],
    ['what is no JSON', () => 'approved', 'It is not JSON.'],
    ['an empty file', () => '', 'It is not JSON.'],
    [
      'a field of another type',
      () => hub({}, { commit_id: 7 }),
      'It has no "review.commit_id" that is a text.',
    ],
    [
      'what a prototype would hold',
      () => `{"__proto__":${hub()}}`,
      'It is no event of a review: of GitHub it has "review", of GitLab "object_kind".',
    ],
    [
      'a field that stands twice',
      () => hub().replace('"state":', '"st\\u0061te":"commented","state":'),
      'It says "state" twice in one place: nobody can tell which counts.',
    ],
    [
      'what is nested without end',
      () => `{"review":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'It is nested more than 64 levels deep.',
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      assert.equal(await refusal(event()), why);
    });

  it('refuses what is a commit by no name', async () => {
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    assert.match(await refusal(hub({ commit: tree })), /is not in this repository/);
    repository.git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'tag', '-a', '-m', 'x', 'v1', change);
    assert.match(
      await refusal(hub({ commit: repository.git('rev-parse', 'v1') })),
      /is not in this repository/,
    );
  });

  it('asks for names where the place is not there at which the request began', async () => {
    assert.match(
      await refusal(hub({ base: 'e'.repeat(40) })),
      /^It cannot be told here what the request changed/,
    );
    assert.match(await refusal(lab({ base: 'release' })), /^It cannot be told here what the request changed/);
    assert.equal((await run(hub({ base: 'e'.repeat(40) }), 'sla.md')).code, 0);
  });

  it('reads an event with a mark at its beginning, and none that is not UTF-8 or too large', async () => {
    assert.equal((await run(`\ufeff${hub()}`)).code, 0);
    rmSync(path.join(repository.folder, 'signoffs', signoffs()[0]!));
    assert.equal(await refusal(Buffer.from([0x22, 0xff, 0x22])), 'It is not in UTF-8.');
    assert.match(await refusal(`"${'x'.repeat(3_000_000)}"`), /is larger than 2 MiB\.$/);
  });

  it('does what nobody else may ask of it: no options that say otherwise, and not without Git', async () => {
    assert.match(await refusal(hub(), '--by', 'tom'), /^--by goes without --from-event/);
    assert.match(await refusal(hub(), '--approve'), /^--approve goes without --from-event/);
    assert.match(await refusal(hub(), '--no-git'), /^--from-event needs Git/);
    const missing = await runCli(['sign', '--from-event', 'nothing.json'], { cwd: repository.folder });
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.equal(missing.err, '"nothing.json" cannot be read: nothing of that name is there.\n');
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    assert.match(await refusal(hub(), '--root', '.'), /no Git history: the folder lies in no Git repository/);
  });

  it('runs nothing of an event, writes nothing out of signoffs/ and steers no terminal', async () => {
    const { err } = await run(hub({ login: 'x\u001b[2J\u202e$(touch forged)' }));
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    assert.doesNotMatch(err.trim(), /[\0-\x1f\x7f\u202e]/);
    await run(hub());
    assert.ok(!existsSync(path.join(repository.folder, 'forged')));
    assert.deepEqual(repository.git('status', '--porcelain', '--untracked-files=all').split('\n').length, 1);
    const outside = temporaryFolder({});
    try {
      rmSync(path.join(repository.folder, 'signoffs'), { recursive: true });
      symlinkSync(outside.folder, path.join(repository.folder, 'signoffs'));
      const { code, err: why } = await run(hub());
      assert.equal(code, 2);
      assert.match(why, /leads out of the root/);
      assert.deepEqual(readdirSync(outside.folder), []);
    } finally {
      outside.remove();
    }
  });

  it('leaves a strategic review to whoever went through what it links to', async () => {
    const review =
      '---\nkind: record\ntitle: Review\ntype: strategic-review\nstatus: final\nheld: 2026-11-12\n---\n\n## Notes\n\nWe read the [goals](goals.md).\n';
    const commit = repository.commit({ files: { 'review.md': review } });
    const { code, out, err } = await run(hub({ commit, base: change }));
    assert.deepEqual([code, out], [0, '']);
    assert.equal(
      err,
      'review.md is not signed: "Review" is a strategic review, which signs what it links to: whoever went through that signs it.\n',
    );
    assert.equal((await run(hub({ commit, base: change }), 'review.md')).code, 1);
    assert.deepEqual(signoffs(), []);
  });

  it('runs nothing that the repository names', async () => {
    const forged = path.join(repository.folder, 'forged');
    writeFileSync(path.join(repository.folder, '.gitattributes'), '*.md diff=evil filter=evil\n');
    for (const setting of ['diff.external', 'diff.evil.command', 'diff.evil.textconv', 'filter.evil.smudge'])
      repository.git('config', setting, `touch ${forged}; cat`);
    repository.git('config', 'core.fsmonitor', `touch ${forged}`);
    assert.equal((await run(hub())).code, 0);
    assert.equal(signoffs().length, 1);
    assert.ok(!existsSync(forged));
  });

  it('signs for each engagement whom it knows', async () => {
    const folder = 'other';
    const commit = repository.commit({
      files: {
        [`${folder}/engagement.md`]: engagement
          .replace('@hanna-l', '@anybody')
          .replace('title: Shop', 'title: Other'),
        [`${folder}/sla.md`]: sla('Four hours.'),
      },
    });
    const { code, out, err } = await run(hub({ commit }));
    assert.equal(code, 1);
    assert.match(out, /^signoffs\/2026-11-30-sla-hanna-\w{8}-\w{4}\.md\n$/);
    assert.match(err, /^other\/sla\.md is not signed: Nobody under People has the Handle "Hanna-L"\.$/m);
  });
});
