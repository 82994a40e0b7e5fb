import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { exampleFiles } from '../support/example-files.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { runCli } from './run-cli.ts';

const hedvig = 'Hedvig A <hedvig@sundholmkort.example>';
const tiago = 'Tiago D <tiago@ribalta.example>';
const stranger = 'Olga Okänd <olga@elsewhere.example>';

describe('what changed in words', () => {
  let repository: GitRepository;
  let files: Map<string, string>;
  useOwnCaches();
  beforeEach(() => {
    repository = new GitRepository('changes');
    files = new Map([...exampleFiles('payments')].map(([name, text]) => [`payments/${name}`, text]));
    const people = files.get('payments/people.md')!;
    assert.match(people, /hedvig@sundholmkort\.example/);
    repository.commit({ by: hedvig, on: '2026-11-01', files: Object.fromEntries(files) });
  });
  afterEach(() => repository.remove());

  function edit(file: string, from: string, to: string): Readonly<Record<string, string>> {
    const text = files.get(file)!;
    assert.ok(text.includes(from), from);
    files.set(file, text.replace(from, to));
    return { [file]: files.get(file)! };
  }

  async function run(...argv: readonly string[]): Promise<string> {
    const { code, out, err } = await runCli(argv, { cwd: repository.folder, now: '2026-11-23T00:00:00Z' });
    assert.equal(code, 0, err);
    return out;
  }

  it('is told by commit, with the side and the day, the newest first', async () => {
    const first = repository.commit({
      by: tiago,
      on: '2026-11-03',
      files: edit('payments/sla.md', '| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'),
    });
    const second = repository.commit({
      by: stranger,
      on: '2026-11-04',
      files: edit('payments/sla.md', 'review_every: 3 months', 'review_every: 1 year'),
    });
    repository.write(
      'payments/sla.md',
      files.get('payments/sla.md')!.replace('## Notes', '## Further notes'),
    );
    const lines = (await run('changes', '--since', '2026-11-02')).split('\n');
    assert.deepEqual(lines.slice(1, 9), [
      '',
      `2026-11-04, somebody who is not under People, ${second.slice(0, 8)}`,
      '  payments/sla.md',
      '    review_every: 3 months -> 1 year',
      '',
      `2026-11-03, supplier, ${first.slice(0, 8)}`,
      '  payments/sla.md',
      '    Incidents: P1, Restore: 4 hours -> 6 hours',
    ]);
    assert.doesNotMatch(lines.join('\n'), /Olga|Okänd|elsewhere/);
  });

  it('is told since a revision, a day and the last review, and in what is not committed', async () => {
    repository.commit({
      by: tiago,
      on: '2026-11-12',
      files: edit('payments/sla.md', '| 15 minutes | 4 hours |', '| 15 minutes | 5 hours |'),
    });
    repository.git('tag', 'v1');
    repository.commit({
      by: tiago,
      on: '2026-11-13',
      files: edit('payments/sla.md', '| 15 minutes | 5 hours |', '| 15 minutes | 6 hours |'),
    });
    const words = async (since: string): Promise<readonly string[]> =>
      (await run('changes', '--since', since)).match(/\S+ hours -> \S+ hours/g) ?? [];
    assert.deepEqual(await words('v1'), ['5 hours -> 6 hours']);
    assert.deepEqual(await words('HEAD~1'), ['5 hours -> 6 hours']);
    assert.deepEqual(await words('2026-11-12'), ['5 hours -> 6 hours', '4 hours -> 5 hours']);
    // The review was held on the 12th.
    assert.deepEqual(await words('last-review'), ['5 hours -> 6 hours']);
    repository.write(
      'payments/sla.md',
      files.get('payments/sla.md')!.replace('| 15 minutes | 6 hours |', '| 15 minutes | 9 hours |'),
    );
    assert.match(await run('changes', '--since', 'HEAD'), /^not committed yet\n.*\n.*6 hours -> 9 hours/m);
  });

  it('refuses what is no day and no revision, options in disguise among them', async () => {
    for (const since of [
      'nowhere',
      '--output=x',
      '-h',
      '',
      ' ',
      '@{-9}',
      'a..b',
      '2026-02-30',
      'x'.repeat(5000),
    ]) {
      const { code, out, err } = await runCli(['changes', `--since=${since}`], { cwd: repository.folder });
      assert.equal(code, 2, since);
      assert.equal(out, '');
      assert.match(err, /--since/);
    }
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('says why nothing can be told', async () => {
    const { code, err } = await runCli(['changes', '--no-git'], { cwd: repository.folder });
    assert.equal(code, 2);
    assert.match(err, /What changed cannot be told: no Git history: --no-git was given\./);
    const none = await runCli(['log', 'payments/nothing.md'], { cwd: repository.folder });
    assert.equal(none.code, 2);
  });

  it('says in Swedish what a Swedish user reads', async () => {
    repository.commit({
      by: tiago,
      on: '2026-11-03',
      files: edit('payments/sla.md', '| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'),
    });
    const out = await run('changes', '--since', '2026-11-02', '--lang', 'sv');
    assert.match(
      out,
      /2026-11-03, leverantören, [0-9a-f]{8}\n.*\n {4}Incidenter: P1, .*: 4 hours -> 6 hours/,
    );
  });

  it('tells documents that were begun, moved and taken away', async () => {
    repository.git('mv', 'payments/skills.md', 'payments/talent.md');
    repository.commitIndex({ by: hedvig, on: '2026-11-03' });
    repository.commit({ by: hedvig, on: '2026-11-04', files: { 'payments/talent.md': null } });
    repository.commit({
      by: tiago,
      on: '2026-11-05',
      files: { 'payments/new.md': '---\nkind: process\ntitle: New\n---\n' },
    });
    const out = await run('changes', '--since', '2026-11-02');
    assert.deepEqual(
      out.split('\n').filter((line) => line.startsWith('  ')),
      [
        '  payments/new.md',
        '    begun',
        '  payments/talent.md',
        '    taken away',
        '  payments/talent.md',
        '    renamed or moved from payments/skills.md',
      ],
    );
  });

  it('begins with the commit that made a document of a file, and ends with the one that made it none', async () => {
    const note = (text: string): Readonly<Record<string, string>> => ({ 'payments/notes.md': text });
    const process = '---\nkind: process\ntitle: Notes\nstatus: active\nowner: tiago\n---\n\nSome lines.\n';
    for (const text of [
      'Some lines.\n',
      'Other lines.\n',
      process,
      process.replace('Some', 'More'),
      'Gone.\n',
    ])
      repository.commit({ by: tiago, on: '2026-11-03', files: note(text) });
    const out = await run('changes', '--since', '2026-11-02');
    assert.deepEqual(
      out.split('\n').filter((line) => line.startsWith('    ')),
      ['    taken away', '    text: Some lines. -> More lines.', '    begun'],
    );
  });

  it('says of a branch that has not heard of a move nothing of a move', async () => {
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.git('mv', 'payments/sla.md', 'payments/levels.md');
    repository.commitIndex({ by: hedvig, on: '2026-11-03' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({
      by: tiago,
      on: '2026-11-04',
      files: edit('payments/sla.md', '| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'),
    });
    repository.merge('side', { by: hedvig, on: '2026-11-05' });
    const out = await run('changes', '--since', '2026-11-02');
    assert.deepEqual(out.match(/renamed or moved from .*/g), ['renamed or moved from payments/sla.md']);
    assert.equal(out.match(/4 hours -> 6 hours/g)?.length, 1);
  });

  it('is the page of an auditor for one document: who changed what when, and who signed which content', async () => {
    const begun = repository.head();
    const first = repository.commit({
      by: tiago,
      on: '2026-11-03',
      files: edit('payments/sla.md', '| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'),
    });
    await run('sign', 'payments/sla.md', '--by', 'hedvig', '--approve', '--as-of', '2026-11-05');
    const signed = repository.commit({ by: hedvig, on: '2026-11-05' });
    const second = repository.commit({
      by: stranger,
      on: '2026-11-06',
      files: edit('payments/sla.md', 'review_every: 3 months', 'review_every: 1 year'),
    });
    const out = await run('log', 'payments/sla.md');
    const [head, ...events] = out.split('\n\n');
    assert.match(
      head!,
      /^Service levels, card platform\npayments\/sla\.md: active; sign-offs: changed since\n/,
    );
    const times = events.map((event) => event.split('\n')[0]);
    assert.deepEqual(times, [
      ...Array.from({ length: 3 }, () => `2026-11-01 00:01 +00:00, hedvig (client), ${begun.slice(0, 8)}`),
      `2026-11-03 00:02 +00:00, tiago (supplier), ${first.slice(0, 8)}`,
      `2026-11-05 00:03 +00:00, hedvig (client), ${signed.slice(0, 8)}`,
      `2026-11-06 00:04 +00:00, somebody who is not under People, ${second.slice(0, 8)}`,
    ]);
    assert.match(
      events[4]!,
      new RegExp(
        `approved by hedvig \\(client\\) on 2026-11-05, .*which is what commit ${first.slice(0, 8)} made`,
      ),
    );
    assert.match(events[5]!, /review_every: 3 months -> 1 year/);
    assert.doesNotMatch(out, /Olga|Hedvig A|Tiago D|example/);
  });

  it('shows a sign-off that was changed, and one that was taken away', async () => {
    const file = 'payments/signoffs/2026-10-08-sla-hedvig-fc069442.md';
    repository.commit({
      by: tiago,
      on: '2026-11-03',
      files: edit(file, 'date: 2026-10-08', 'date: 2026-10-09'),
    });
    repository.commit({ by: tiago, on: '2026-11-04', files: { [file]: null } });
    const out = await run('log', 'payments/sla.md', '--format', 'json');
    const { events } = JSON.parse(out) as { events: readonly { is: string; signoff?: { path: string } }[] };
    assert.deepEqual(
      events.filter(({ signoff }) => signoff?.path === file).map(({ is }) => is),
      ['signed', 'signoff changed', 'signoff removed'],
    );
  });

  it('reports after signing one changed word of one cell, with the commit, and nothing that is no content', async () => {
    const related = async (): Promise<readonly string[]> => {
      const { out } = await runCli(['check', '--profile', 'full', '--format', 'json'], {
        cwd: repository.folder,
      });
      const { findings } = JSON.parse(out) as {
        findings: readonly { code: string; path: string; related: readonly { message: string }[] }[];
      };
      const its = findings.filter(({ code, path }) => code === 'SGN003' && path === 'payments/sla.md');
      return its.flatMap((finding) => finding.related.map(({ message }) => message));
    };
    assert.deepEqual(await related(), []);
    const sla = files.get('payments/sla.md')!;
    const form = sla
      .replace('| P1 | purchases stop', '| P1   |   purchases stop')
      .replaceAll('\n## ', '\n\n## ');
    repository.commit({ by: tiago, on: '2026-11-03', files: { 'payments/sla.md': form } });
    assert.deepEqual(await related(), []);
    const commit = repository.commit({
      by: tiago,
      on: '2026-11-04',
      files: { 'payments/sla.md': form.replace('purchases stop', 'purchases pause') },
    });
    assert.deepEqual(await related(), [
      'what was signed',
      `Incidents: P1, Means: purchases stop, or card data may be exposed -> purchases pause, or card data may be exposed (2026-11-04, supplier, ${commit.slice(0, 8)})`,
    ]);
  });

  it('reports no status, no sign-off of the other side and no move as a change of what was signed', async () => {
    const told = async (): Promise<readonly string[]> => {
      const { out } = await runCli(['check', '--profile', 'full', '--format', 'json'], {
        cwd: repository.folder,
      });
      const { findings } = JSON.parse(out) as { findings: readonly { code: string; path: string }[] };
      return findings.map(({ code, path: at }) => `${code} ${at}`).filter((one) => one.startsWith('SGN'));
    };
    const before = await told();
    // Another sign-off of the same content.
    await run('sign', 'payments/sla.md', '--by', 'ingrid', '--as-of', '2026-11-05');
    repository.commit({ by: 'Ingrid W <ingrid@sundholmkort.example>', on: '2026-11-05' });
    assert.deepEqual(await told(), before);
    // Moved, with the path before it.
    repository.git('mv', 'payments/sla.md', 'payments/levels.md');
    const sla = files.get('payments/sla.md')!;
    repository.commit({
      by: tiago,
      on: '2026-11-06',
      files: { 'payments/levels.md': sla.replace('status: active', 'formerly: sla.md\nstatus: active') },
    });
    assert.deepEqual(
      (await told()).filter((one) => /SGN00[1357]/.test(one)),
      before.filter((one) => /SGN00[1357]/.test(one)),
    );
    assert.match(await run('log', 'payments/levels.md'), /renamed or moved from payments\/sla\.md/);
    // Ended and taken up again.
    for (const status of ['ended', 'active'])
      repository.commit({
        by: tiago,
        on: '2026-11-07',
        files: { 'payments/levels.md': sla.replace('status: active', `formerly: sla.md\nstatus: ${status}`) },
      });
    assert.deepEqual(
      (await told()).filter((one) => /SGN00[1357]/.test(one)),
      before.filter((one) => /SGN00[1357]/.test(one)),
    );
  });

  it('reports of a rename with Formerly no more than that documents which write the name are changed since', async () => {
    const told = async (): Promise<readonly string[]> => {
      const { out } = await runCli(['check', '--profile', 'full', '--format', 'json'], {
        cwd: repository.folder,
      });
      const { findings } = JSON.parse(out) as { findings: readonly { code: string; path: string }[] };
      return findings.map(({ code, path: at }) => `${code} ${at}`);
    };
    const before = new Set(await told());
    const renamed: Record<string, string> = {};
    for (const [file, text] of files) {
      if (!file.endsWith('.md') || file.includes('/signoffs/') || file.includes('/records/')) continue;
      const now = text.replaceAll('Platform and pipelines', 'Build platform');
      if (now !== text) renamed[file] = now;
    }
    const map = 'payments/ownership-map.md';
    renamed[map] = renamed[map]!.replace('| Paths | Runbook |', '| Paths | Runbook | Formerly |')
      .replace(
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
      )
      .replace(/^(\| Build platform .*\|)$/m, '$1 Platform and pipelines |');
    repository.commit({ by: hedvig, on: '2026-11-14', files: renamed });
    const fresh = (await told()).filter((one) => !before.has(one));
    assert.deepEqual(
      fresh.filter((one) => !/^SGN00[34] /.test(one)),
      [],
    );
    const out = await run('changes', '--since', '2026-11-14', map);
    assert.match(out, /"Platform and pipelines" is called "Build platform" now/);
    assert.doesNotMatch(out, /added|taken out/);
  });

  it('makes a signed document suspect where something that it names has changed, until somebody says that it still holds', async () => {
    const suspects = async (): Promise<readonly string[]> => {
      const out = await run('facts', '--format', 'json');
      const { facts } = JSON.parse(out) as { facts: readonly { name: string; path: string; how: string }[] };
      return facts.flatMap(({ name, path, how }) => (name === 'suspect' ? [`${path}: ${how}`] : []));
    };
    const sign = async (...more: readonly string[]): Promise<string> =>
      await run('sign', 'payments/engagement.md', '--by', 'hedvig', ...more, '--as-of', '2026-11-20');
    assert.deepEqual(await suspects(), []);
    const commit = repository.commit({
      by: tiago,
      on: '2026-11-14',
      files: edit('payments/sla.md', '| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'),
    });
    assert.deepEqual(await suspects(), [
      `payments/engagement.md: it names Service levels, card platform (payments/sla.md), which has changed since: Incidents: P1, Restore: 4 hours -> 6 hours (2026-11-14, supplier, ${commit.slice(0, 8)})`,
    ]);
    assert.match(await sign(), /^payments\/engagement\.md: signed already as it now stands/);
    const [written = ''] = (await sign('--still-valid')).split('\n');
    assert.match(written, /^payments\/signoffs\/2026-11-20-engagement-hedvig-/);
    assert.match(readFileSync(path.join(repository.folder, written), 'utf8'), /^means: approved$/m);
    assert.deepEqual(await suspects(), []);
    repository.commit({ by: hedvig, on: '2026-11-20' });
    assert.deepEqual(await suspects(), []);
    const again = await runCli(
      ['sign', 'payments/engagement.md', '--by', 'hedvig', '--still-valid', '--as-of', '2026-11-20'],
      { cwd: repository.folder },
    );
    assert.equal(again.code, 2);
    assert.match(again.err, /is not suspect: nothing that it names has changed since it was signed\./);
    const unknown = await runCli(
      [
        'sign',
        'payments/engagement.md',
        '--by',
        'hedvig',
        '--still-valid',
        '--no-git',
        '--as-of',
        '2026-11-20',
      ],
      { cwd: repository.folder },
    );
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /is suspect is not known: no Git history: --no-git was given\./);
  });
});
