import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { exampleFiles } from '../support/example-files.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { runCli } from './run-cli.ts';

const hedvig = 'Hedvig A <hedvig@sundholmkort.example>';
const tiago = 'Tiago D <tiago@ribalta.example>';
const sla = 'payments/sla.md';

describe('who did what in words', () => {
  let repository: GitRepository;
  let files: Map<string, string>;
  useOwnCaches();
  beforeEach(() => {
    repository = new GitRepository('found');
    files = new Map([...exampleFiles('payments')].map(([name, text]) => [`payments/${name}`, text]));
    repository.commit({ by: hedvig, on: '2026-11-01', files: Object.fromEntries(files) });
  });
  afterEach(() => repository.remove());

  function commit(by: string, on: string, text: string, file = sla): string {
    files.set(file, text);
    return repository.commit({ by, on, files: { [file]: text } }).slice(0, 8);
  }

  function edited(from: string, to: string, file = sla): string {
    const text = files.get(file)!;
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }

  async function run(...argv: readonly string[]): Promise<string> {
    const { code, out, err } = await runCli(argv, { cwd: repository.folder, now: '2026-11-23T00:00:00Z' });
    assert.equal(code, 0, err);
    return out;
  }

  async function related(path = sla): Promise<readonly string[]> {
    const { out } = await runCli(['check', '--profile', 'full', '--format', 'json'], {
      cwd: repository.folder,
    });
    const { findings } = JSON.parse(out) as {
      findings: readonly { code: string; path: string; related: readonly { message: string }[] }[];
    };
    return findings
      .filter(({ code, path: at }) => code === 'SGN003' && at === path)
      .flatMap((finding) => finding.related.map(({ message }) => message))
      .slice(1);
  }

  it('names the commit of a value that a merge kept, not that of one that it dropped', async () => {
    repository.git('branch', 'side');
    const kept = commit(hedvig, '2026-11-03', edited('| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'));
    repository.git('checkout', '--quiet', 'side');
    commit(tiago, '2026-11-04', edited('| 15 minutes | 6 hours |', '| 15 minutes | 9 hours |'));
    repository.git('checkout', '--quiet', 'main');
    repository.merge('side', { by: hedvig, on: '2026-11-06' }, '--strategy', 'ours');
    assert.deepEqual(await related(), [
      `Incidents: P1, Restore: 4 hours -> 6 hours (2026-11-03, client, ${kept})`,
    ]);
  });

  it('names the commit that took a text away, each its own', async () => {
    const two = edited(
      '## Measurement and exclusions\n',
      '## Measurement and exclusions\n\nOne here.\n\nTwo here.\n',
    );
    commit(hedvig, '2026-11-02', two);
    await run('sign', sla, '--by', 'hedvig', '--approve', '--as-of', '2026-11-02');
    repository.commit({ by: hedvig, on: '2026-11-02' });
    const one = commit(hedvig, '2026-11-03', edited('One here.\n\n', ''));
    const other = commit(tiago, '2026-11-04', edited('Two here.\n\n', ''));
    const said = (await related()).join('\n');
    assert.match(said, new RegExp(`One here\\. \\(2026-11-03, client, ${one}\\)`));
    assert.match(said, new RegExp(`Two here\\. \\(2026-11-04, supplier, ${other}\\)`));
  });

  it('names the commit of a change in a row that is called otherwise since', async () => {
    const made = commit(tiago, '2026-11-03', edited('| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'));
    commit(hedvig, '2026-11-04', edited('\n| P1 |', '\n| Prio 1 |'));
    assert.match(
      (await related()).join('\n'),
      new RegExp(`4 hours -> 6 hours \\(2026-11-03, supplier, ${made}\\)`),
    );
  });

  it('names a commit of a change in a row that was away in between', async () => {
    const text = files.get(sla)!;
    commit(tiago, '2026-11-03', text.replace(/\n\| P1 .*/, ''));
    const back = commit(
      hedvig,
      '2026-11-04',
      text.replace('| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'),
    );
    assert.match(
      (await related()).join('\n'),
      new RegExp(`4 hours -> 6 hours \\(2026-11-04, client, ${back}\\)`),
    );
  });

  it('tells a change that a merge dropped', async () => {
    repository.git('checkout', '--quiet', '-b', 'side');
    commit(tiago, '2026-11-04', edited('| 15 minutes | 4 hours |', '| 15 minutes | 9 hours |'));
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ by: hedvig, on: '2026-11-05', files: { 'x.txt': 'x' } });
    repository.merge('side', { by: hedvig, on: '2026-11-06' }, '--strategy', 'ours');
    const log = JSON.parse(await run('log', sla, '--format', 'json')) as {
      digest: string;
      events: readonly { digest?: string | null }[];
    };
    assert.equal(log.events.findLast(({ digest }) => digest)?.digest?.slice(0, 20), log.digest.slice(0, 20));
  });

  it('tells once that a file became a document', async () => {
    for (const n of [1, 2, 3])
      commit(hedvig, `2026-11-0${n + 1}`, `# Plain\n\nText ${n}.\n`, 'payments/late.md');
    commit(
      hedvig,
      '2026-11-06',
      '---\nkind: process\ntitle: Late\nstatus: active\nowner: hedvig\nlanguage: en\n---\n\n# Plain\n\nText 3.\n',
      'payments/late.md',
    );
    assert.equal((await run('changes', '--since', '2026-11-02')).match(/begun/g)?.length, 1);
  });

  it('tells that a document is none any more, and that a file is away that is not committed so', async () => {
    const skills = 'payments/skills.md';
    commit(tiago, '2026-11-03', files.get(skills)!.replace(/^---\n[^]*?\n---\n/, ''), skills);
    assert.match(await run('changes', '--since', 'HEAD~1'), /skills\.md/);
    rmSync(path.join(repository.folder, 'payments/goals.md'));
    assert.match(await run('changes', '--since', 'HEAD'), /goals\.md\n {4}taken away/);
  });

  it('knows the past of a document that was moved and says so, before anybody commits it', async () => {
    const made = commit(tiago, '2026-11-03', edited('| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'));
    const levels = 'payments/levels.md';
    repository.git('mv', sla, levels);
    repository.write(
      levels,
      edited('credit_cap: 25 %', 'credit_cap: 30 %').replace('owner:', 'formerly: sla.md\nowner:'),
    );
    const [since, all] = [await run('changes', '--since', 'HEAD~1'), await run('log', levels)];
    const told = ['renamed or moved from payments/sla.md', 'formerly: empty -> sla.md'];
    assert.deepEqual(since.split('\n').slice(2), [
      'not committed yet',
      `  ${levels}`,
      ...told.map((line) => `    ${line}`),
      '    credit_cap: 25 % -> 30 %',
      '',
      `2026-11-03, supplier, ${made}`,
      `  ${levels}`,
      '    Incidents: P1, Restore: 4 hours -> 6 hours',
      '',
    ]);
    assert.match(all, /approved by hedvig .* which is what commit [0-9a-f]{8} made/);
    assert.match(all, /not committed yet\n {2}renamed or moved from payments\/sla\.md\n/);
    assert.deepEqual(await related(levels), [
      'credit_cap: 25 % -> 30 % (not committed yet)',
      `Incidents: P1, Restore: 4 hours -> 6 hours (2026-11-03, supplier, ${made})`,
    ]);
  });

  it('is told of a document that was taken away, and says where one is that was moved', async () => {
    const [skills, levels] = ['payments/skills.md', 'payments/levels.md'];
    const refused = async (...argv: readonly string[]): Promise<string> => {
      const { code, out, err } = await runCli(['log', ...argv], { cwd: repository.folder });
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    rmSync(path.join(repository.folder, skills));
    assert.match(await run('log', skills), /not committed yet\n {2}taken away\n$/);
    const gone = repository.commit({ by: tiago, on: '2026-11-03' }).slice(0, 8);
    const [head = '', ...events] = (await run('log', skills)).split('\n\n');
    assert.match(head, /skills\.md was taken away\. What it said last has the digest sha256-[0-9a-f]{64}$/);
    assert.match(
      events.at(-1) ?? '',
      new RegExp(`^2026-11-03 .*, tiago \\(supplier\\), ${gone}\n  taken away`),
    );
    const { isThere } = JSON.parse(await run('log', skills, '--format', 'json')) as { isThere: boolean };
    assert.equal(isThere, false);
    assert.match(await refused(skills, '--no-git'), /^What changed cannot be told: no Git history/);
    assert.match(await refused('payments/skill.md'), /^"payments\/skill\.md" is no document/);

    repository.git('mv', sla, levels);
    repository.write(levels, edited('owner:', 'formerly: sla.md\nowner:'));
    const where = `"${sla}" stands at "${levels}" now. Name that file`;
    assert.ok((await refused(sla)).startsWith(where));
    repository.write(levels, files.get(sla)!);
    assert.ok((await refused(sla)).startsWith(where));
    repository.commit({ by: tiago, on: '2026-11-04' });
    repository.write(levels, edited('owner:', 'formerly: sla.md\nowner:'));
    assert.ok((await refused(sla)).startsWith(where));
  });

  it('tells who signed a document where it stood before, though it says nothing of that', async () => {
    repository.git('mv', sla, 'payments/levels.md');
    repository.commit({ by: tiago, on: '2026-11-03' });
    const out = await run('log', 'payments/levels.md');
    assert.match(out, /sign-offs: unsigned/);
    assert.match(out, /approved by hedvig .*\n\n.*\n {2}approved by tiago/);
    assert.equal(out.match(/approved by/g)?.length, 2);
  });

  it('tells new sign-offs', async () => {
    await run('sign', 'payments/skills.md', '--by', 'hedvig', '--approve', '--as-of', '2026-11-02');
    repository.commit({ by: hedvig, on: '2026-11-02' });
    assert.match(await run('changes', '--since', 'HEAD~1'), /approved by hedvig/);
  });

  it('tells of two rows of one name that one was taken out, and nothing of the other', async () => {
    const row = '| P5 | x | 1 day | 2 days | - |\n';
    const other = row.replace('| x |', '| y |');
    commit(hedvig, '2026-11-02', edited('\n\n## Service credits', `\n${other}${row}\n## Service credits`));
    commit(hedvig, '2026-11-03', edited(other, ''));
    const out = await run('changes', '--since', 'HEAD~1');
    assert.match(out, /row taken out: P5, Means y/);
    assert.doesNotMatch(out, /Means: y -> x/);
  });

  it('tells a sign-off that went and one that came in one commit as two, though Git takes them for one', async () => {
    const old = 'payments/signoffs/2026-10-08-sla-hedvig-fc069442.md';
    await run('sign', sla, '--by', 'ingrid', '--approve', '--as-of', '2026-11-02');
    rmSync(path.join(repository.folder, old));
    repository.commit({ by: hedvig, on: '2026-11-02' });
    assert.match(repository.git('show', '--name-status', '-M', '--format=', 'HEAD'), /^R/);
    const { events } = JSON.parse(await run('log', sla, '--format', 'json')) as {
      events: readonly { is: string; signoff?: { by: string } }[];
    };
    const told = events.flatMap(({ is, signoff }) => (signoff ? [`${is} ${signoff.by}`] : []));
    assert.deepEqual(told.slice(-2), ['signoff removed hedvig', 'signed ingrid']);
  });
});
