import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { engagementText, runCli, type CliResult } from './run-cli.ts';

interface Checked {
  readonly code: number;
  readonly against: {
    readonly rev: string;
    readonly commit: string;
    readonly date: string;
    readonly isMergeBase: boolean;
    readonly why: string | null;
    readonly known: number;
    readonly gone: number;
    readonly knownQuestions: number;
    readonly configDiffers: boolean;
  };
  readonly summary: { readonly errors: number; readonly warnings: number; readonly questions: number };
  /** Code and path of each. */
  readonly found: readonly string[];
}

type Row = readonly [service: string, dependsOn: string];

/** Twenty services that depend on things that nobody has heard of. */
const oldRows = Array.from({ length: 20 }, (_, i): Row => [`Shop ${i + 1}`, `Unheard ${i + 1}`]);
const newRow: Row = ['Till', 'Something new'];

function frontMatter(kind: string, title: string, more = ''): string {
  return `---\nkind: ${kind}\ntitle: ${title}\nstatus: active\nowner: anna\ncounterpart: juris\n${more}---\n`;
}

const terms = 'valid_from: 2026-01-01\nmeasured_over: calendar month\nclaim_within: 30 days\n';
const levels = `## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| Shop 1 | availability | 99.9 % | probe |
`;

function services(rows: readonly Row[]): string {
  return [
    '## Services',
    '',
    '| Service | Depends on |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

function sla(rows: readonly Row[], title = 'Service levels'): string {
  return `${frontMatter('sla', title, terms)}\n${services(rows)}\n${levels}`;
}

const goals = `${frontMatter('goals', 'Goals')}
## KPIs

| KPI | Better | Baseline | Target | By |
| --- | --- | --- | --- | --- |
| Pace | lower | 9 days | at most 5 days | 2027-06-30 |
`;

describe('outrigger check --against', () => {
  let repository: GitRepository;
  useOwnCaches();
  beforeEach(() => {
    repository = new GitRepository('against');
    repository.commit({
      files: { 'engagement.md': engagementText, 'sla.md': sla(oldRows), 'goals.md': goals },
    });
    repository.git('checkout', '--quiet', '-b', 'work');
  });
  afterEach(() => repository.remove());

  const run = (args: readonly string[], cwd = repository.folder): Promise<CliResult> =>
    runCli(['check', ...args], { cwd });

  async function check(
    rev = 'main',
    args: readonly string[] = [],
    cwd = repository.folder,
  ): Promise<Checked> {
    const { code, out, err } = await run(['--against', rev, '--format', 'json', ...args], cwd);
    assert.equal(err, '');
    const { against, summary, findings } = JSON.parse(out) as Checked & {
      readonly findings: readonly { readonly code: string; readonly path: string }[];
    };
    return { code, against, summary, found: findings.map((one) => `${one.code} ${one.path}`) };
  }

  /** Everything stood there already. */
  async function assertGreen(rev = 'main', known = 20): Promise<void> {
    const { code, against, found } = await check(rev);
    assert.deepEqual([found, code, against.known, against.gone], [[], 0, known, 0]);
  }

  /** One thing is new, beside so many that stood there already. */
  async function assertNew(
    code: string,
    known: number,
    gone = 0,
    args: readonly string[] = [],
  ): Promise<void> {
    const checked = await check('main', args);
    assert.deepEqual([checked.found, checked.against.known, checked.against.gone], [[code], known, gone]);
  }

  it('has twenty findings without it', async () => {
    const { code, out } = await run(['--format', 'json']);
    const { summary, against } = JSON.parse(out) as Checked;
    assert.deepEqual([code, summary.errors, against], [1, 20, undefined]);
  });

  it('fails on the one that a branch adds to twenty', async () => {
    repository.commit({ files: { 'sla.md': sla([...oldRows, newRow]) } });
    const { code, summary, against, found } = await check();
    assert.deepEqual([code, summary.errors, found], [1, 1, ['DOC003 sla.md']]);
    const commit = repository.git('rev-parse', 'main');
    assert.deepEqual(against, {
      rev: 'main',
      commit,
      date: '2026-01-01',
      isMergeBase: true,
      why: null,
      known: 20,
      gone: 0,
      knownQuestions: 0,
      configDiffers: false,
    });
    const { out } = await run(['--against', 'main']);
    assert.match(out, /"Something new"/);
    assert.doesNotMatch(out, /Unheard/);
    assert.match(
      out,
      new RegExp(
        `^Compared with ${commit.slice(0, 7)} of 2026-01-01, where this branch and "main" part\\.\n20 findings stood there already and are not counted; 0 are gone\\.$`,
        'm',
      ),
    );
    assert.match(out, /: 1 error, no warnings\.\n$/);
  });

  it('compares with where the branches part, not with what came to the other one since', async () => {
    repository.commit({ files: { 'sla.md': sla([...oldRows, newRow]) } });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ files: { 'sla.md': sla([newRow, ...oldRows.slice(5)]) } });
    repository.git('checkout', '--quiet', 'work');
    await assertNew('DOC003 sla.md', 20);
  });

  it('takes what is not committed for a part of the change', async () => {
    repository.write('sla.md', sla([...oldRows, newRow]));
    await assertNew('DOC003 sla.md', 20);
    repository.write('more.md', sla([['Gate', 'Nowhere']], 'More'));
    repository.write('sla.md', sla(oldRows));
    assert.ok((await check()).found.includes('DOC003 more.md'));
  });

  it('counts what is gone', async () => {
    repository.write('sla.md', sla([...oldRows.slice(0, 17), newRow]));
    await assertNew('DOC003 sla.md', 17, 3);
    repository.write('sla.md', sla(oldRows.slice(0, 19)));
    const { out } = await run(['--against', 'main']);
    assert.match(out, /^19 findings stood there already and are not counted; 1 is gone\.$/m);
  });

  it('takes one more of what is equal for new, and one less for gone', async () => {
    const twice = (count: number): string =>
      sla([['Shop 1', 'Shop 2'], ...Array.from({ length: count }, (): Row => ['Shop 2', ''])]);
    repository.commit({ files: { 'sla.md': twice(3) } });
    repository.git('branch', '--force', 'main');
    await assertGreen('main', 2);
    repository.write('sla.md', twice(4));
    await assertNew('DOC002 sla.md', 2);
    repository.write('sla.md', twice(2));
    const { found, against } = await check();
    assert.deepEqual([found, against.known, against.gone], [[], 1, 1]);
  });

  describe('is green where a branch only moves', () => {
    const shuffled = [...oldRows.slice(7), ...oldRows.slice(0, 7).reverse()];
    const moves: Readonly<Record<string, () => void>> = {
      lines: () =>
        repository.write('sla.md', sla(oldRows).replace('## Services', 'A word on them.\n\n## Services')),
      rows: () => repository.write('sla.md', sla(shuffled)),
      sections: () =>
        repository.write(
          'sla.md',
          `${frontMatter('sla', 'Service levels', terms)}\n${levels}\n${services(oldRows)}`,
        ),
      'sections to another file': () => {
        repository.write('sla.md', `${frontMatter('sla', 'Service levels', terms)}\n${levels}`);
        repository.write('engagement.md', `${engagementText}\n${services(oldRows)}`);
      },
      'rows to another file': () => {
        repository.write('sla.md', sla(shuffled.slice(0, 12)));
        repository.write('engagement.md', `${engagementText}\n${services(shuffled.slice(12))}`);
      },
      files: () => repository.git('mv', 'sla.md', 'levels.md'),
      'files to a folder': () => {
        mkdirSync(path.join(repository.folder, 'deep/er'), { recursive: true });
        repository.git('mv', 'sla.md', 'deep/er/levels.md');
      },
      'files, of which Git is not told': () =>
        renameSync(path.join(repository.folder, 'sla.md'), path.join(repository.folder, 'levels.md')),
      'the engagement': () => {
        mkdirSync(path.join(repository.folder, 'shop'));
        repository.git('mv', 'sla.md', 'engagement.md', 'goals.md', 'shop');
      },
    };
    for (const [what, move] of Object.entries(moves))
      it(what, async () => {
        move();
        await assertGreen();
        repository.commit();
        await assertGreen();
      });

    it('all of these', async () => {
      mkdirSync(path.join(repository.folder, 'shop'));
      repository.git('mv', 'sla.md', 'shop/levels.md');
      repository.git('mv', 'engagement.md', 'goals.md', 'shop');
      repository.write(
        'shop/levels.md',
        `${frontMatter('sla', 'Service levels', terms)}\n${levels}\nA word.\n\n${services(shuffled.slice(0, 12))}`,
      );
      repository.write('shop/engagement.md', `${engagementText}\n${services(shuffled.slice(12))}`);
      await assertGreen();
      repository.commit();
      await assertGreen();
    });
  });

  it('knows a row under its new name, where Formerly says the old one', async () => {
    const renamed = services(oldRows)
      .replace(
        '| Service | Depends on |\n| --- | --- |',
        '| Service | Depends on | Formerly |\n| --- | --- | --- |',
      )
      .replaceAll(/\| (Shop (\d+)) \| (.*) \|$/gm, '| Store $2 | $3 | $1 |');
    repository.write(
      'sla.md',
      `${frontMatter('sla', 'Service levels', terms)}\n${renamed}\n${levels.replace('Shop 1', 'Store 1')}`,
    );
    await assertGreen();
    repository.write(
      'sla.md',
      `${frontMatter('sla', 'Service levels', terms)}\n${renamed.replaceAll(/Shop \d+ \|$/gm, '|')}\n${levels.replace('Shop 1', 'Store 1')}`,
    );
    const { found, against } = await check();
    assert.deepEqual([found.length, against.known, against.gone], [20, 0, 20]);
  });

  it('knows a file that was rewritten and moved where it says its former path', async () => {
    rmSync(path.join(repository.folder, 'sla.md'));
    const rewritten = sla(
      [...oldRows.map(([name, of]): Row => [name, `${of}, Base`]), ['Base', ''], newRow],
      'Terms',
    );
    repository.write('terms.md', rewritten.replace('owner: anna', 'formerly: sla.md\nowner: anna'));
    await assertNew('DOC003 terms.md', 20);
    // Without it nothing says that it is the same file; its rows went from there and came here all the same.
    repository.write('terms.md', rewritten);
    await assertNew('DOC003 terms.md', 20);
  });

  it('knows an engagement that was moved and whose tables were set anew, whatever else is new in it', async () => {
    const all = `${engagementText}\n${services(oldRows)}`;
    repository.commit({ files: { 'sla.md': null, 'goals.md': null, 'engagement.md': all } });
    repository.git('branch', '--force', 'main');
    rmSync(path.join(repository.folder, 'engagement.md'));
    const wide = all.replaceAll(' | ', '   |   ').replaceAll('| --- ', '| -------- ');
    repository.write('deep/engagement.md', wide);
    await assertGreen();
    repository.write('deep/engagement.md', wide.replace(/\n$/, '\n| Till | Something new |\n'));
    await assertNew('DOC003 deep/engagement.md', 20);
  });

  it('does not take a finding for another one of the same words', async () => {
    // Mended in one document and made in another one, whose row is not the one that went.
    repository.commit({
      files: { 'goals.md': goals.replace('| Pace |', '| Pace | ').replace('2027-06-30 |', 'Unheard |') },
    });
    repository.git('branch', '--force', 'main');
    const before = await check();
    assert.deepEqual([before.found, before.against.gone], [[], 0]);
    repository.write(
      'goals.md',
      goals.replace(
        '2027-06-30 |\n',
        '2027-06-30 |\n| Speed | lower | 9 days | at most 5 days | Unheard |\n',
      ),
    );
    const { found, against } = await check();
    assert.equal(found.length, 1);
    assert.equal(against.gone, 1);
  });

  it('does not take a row for one that was moved as long as that stands where it stood', async () => {
    // Mended in one document, and written again in another one.
    const mended = oldRows.map(([name, of], i): Row => [name, i === 2 ? '' : of]);
    repository.write('sla.md', sla(mended));
    repository.write('engagement.md', `${engagementText}\n${services(oldRows.slice(2, 3))}`);
    const { found, against } = await check();
    assert.ok(found.includes('DOC003 engagement.md'), found.join(', '));
    assert.deepEqual([against.known, against.gone], [19, 1]);
  });

  it('is told by explain', async () => {
    const explain = async (...args: readonly string[]): Promise<CliResult> =>
      await runCli(['explain', ...args], { cwd: repository.folder });
    const { code, out } = await explain('DOC003', '--here', 'sla.md', '--against', 'main');
    assert.equal(code, 0);
    assert.match(
      out,
      /^ {2}check --against "main" leaves out 20 findings of it here: they stood there already\.$/m,
    );
    const none = await explain('DOC003', '--here', 'goals.md', '--against', 'main', '--lang', 'sv');
    assert.match(none.out, /^ {2}check --against "main" utelämnar ingen anmärkning från den här\.$/m);
    const nowhere = await explain('DOC003', '--against', 'main');
    assert.deepEqual([nowhere.code, nowhere.out], [2, '']);
    assert.match(nowhere.err, /^--against says what is left out at a place: name it with --here\.$/m);
  });

  it('lets go of the findings of a file that is deleted, and says what that breaks', async () => {
    repository.commit({ files: { 'goals.md': `${goals}\nSee [the levels](sla.md).\n` } });
    repository.git('branch', '--force', 'main');
    repository.commit({ files: { 'sla.md': null } });
    const { found, against } = await check();
    assert.deepEqual([found, against.known, against.gone], [['DOC018 goals.md'], 0, 20]);
  });

  it('counts questions of drafts likewise', async () => {
    const draft = (...keys: readonly string[]): string =>
      ['---', 'kind: exit-plan', 'title: Exit', 'status: draft', ...keys, '---', ''].join('\n');
    repository.commit({ files: { 'exit-plan.md': draft('owner: anna') } });
    repository.git('branch', '--force', 'main');
    const old = await check();
    assert.equal(old.summary.questions, 0);
    assert.ok(old.against.knownQuestions > 0);
    const { out } = await run(['--against', 'main']);
    assert.match(
      out,
      new RegExp(
        `^${old.against.knownQuestions} questions of drafts stood there already and are not counted either\\.$`,
        'm',
      ),
    );
    repository.write('exit-plan.md', draft());
    const more = await check();
    assert.deepEqual([more.summary.questions, more.found], [1, ['DOC022 exit-plan.md']]);
    // One less is nothing new.
    repository.write('exit-plan.md', draft('owner: anna', 'counterpart: juris'));
    const less = await check();
    assert.deepEqual([less.summary.questions, less.found], [0, []]);
  });
});
