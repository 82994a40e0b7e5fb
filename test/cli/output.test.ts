import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandTable } from '../../extension/cli/command-table.ts';
import { GitRepository } from '../support/git-repository.ts';
import { engagementText, temporaryFolder } from './run-cli.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/outrigger.mjs');
const isBuilt = fs.existsSync(path.resolve(import.meta.dirname, '../../dist/cli/main.js'));
const full = '/dev/full';

/** What each command needs to have something to say. */
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  init: ['made', '--yes'],
  new: ['goals'],
  explain: ['SLA004'],
  leaver: ['anna', '--on', '2027-01-29'],
  sign: ['engagement.md', '--by', 'anna'],
  fix: ['--dry-run'],
  import: ['results', 'results.csv', '--record', 'review.md'],
  close: ['review.md', '--yes'],
  log: ['other/map.md'],
  split: ['milestones', '--engagement', 'other'],
  join: ['other/map.md'],
};

const map =
  '---\nkind: ownership-map\ntitle: Who owns what\nstatus: active\nowner: anna\ncounterpart: juris\nvalid_from: 2026-01-01\nreview_every: 6 months\n---\n\n## Components\n\n| Component | Accountable |\n| --- | --- |\n| Shop | anna |\n';

const kpis = '\n## KPIs\n\n| KPI | Target |\n| --- | --- |\n| Pace | at most 5 days |\n';
const review =
  '---\nkind: record\ntype: check-in\ntitle: May\nstatus: draft\nheld: 2026-05-28\n---\n\n## Results\n\n| Of | Result |\n| --- | --- |\n| Pace | |\n';

(isBuilt && fs.existsSync(full) ? describe : describe.skip)('output that goes nowhere', function () {
  this.timeout(60_000);
  let root: GitRepository;
  beforeEach(() => {
    root = new GitRepository('nowhere');
    root.commit({
      files: {
        'engagement.md': `${engagementText.replace('\n---\n\n# Shop', '\n...\n\n# Shop')}${kpis}`,
        'review.md': review,
        'results.csv': 'Of;Result\nPace;7 days\n',
        'other/engagement.md': engagementText,
        'other/map.md': map,
      },
    });
  });
  afterEach(() => root.remove());

  function run(
    args: readonly string[],
    streams: 'stdout' | 'stderr' | 'both',
    locale = 'C',
  ): { code: number | null; said: string } {
    const nowhere = fs.openSync(full, 'w');
    try {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
        cwd: root.folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: locale },
        stdio: ['ignore', streams === 'stderr' ? 'pipe' : nowhere, streams === 'stdout' ? 'pipe' : nowhere],
      });
      return { code: status, said: `${stdout ?? ''}${stderr ?? ''}` };
    } finally {
      fs.closeSync(nowhere);
    }
  }

  const lines: readonly (readonly string[])[] = [
    ['--version'],
    ['--help'],
    ...commandTable.map(({ name }) => [name, ...(argumentsOf[name] ?? []), '--as-of', '2026-11-23']),
    ...['check', 'due', 'facts', 'status', 'export'].map((name) => [
      name,
      '--as-of',
      '2026-11-23',
      '--format',
      'json',
    ]),
  ];
  for (const args of lines)
    it(`is one sentence and exit code 2: ${args.join(' ')}`, () => {
      const { code, said } = run(args, 'stdout');
      // That a patch alone was asked for is said in any case.
      const why = said.replace('Nothing was written: --write writes it.\n', '');
      assert.deepEqual([code, why], [2, 'The output cannot be written: the disk is full.\n']);
      assert.deepEqual(run(args, 'both'), { code: 2, said: '' });
    });

  it('is said in the language of the run', () => {
    assert.deepEqual(run(['check'], 'stdout', 'sv_SE.UTF-8'), {
      code: 2,
      said: 'Utdata går inte att skriva: disken är full.\n',
    });
  });

  it('is exit code 2 where standard error cannot be written', () => {
    for (const args of [['chek'], [], ['check', '--root', 'nothing'], ['check', '--config', 'nothing']])
      assert.deepEqual(run(args, 'stderr'), { code: 2, said: '' }, args.join(' '));
  });
});

(isBuilt ? describe : describe.skip)('a current folder that is gone', () => {
  for (const [locale, told] of [
    ['C', /^The current folder cannot be read: /],
    ['sv_SE.UTF-8', /^Den aktuella mappen går inte att läsa: /],
  ] as const)
    it(`is one sentence and exit code 2 under ${locale}`, function () {
      if (process.platform === 'win32') this.skip();
      const root = temporaryFolder({ 'gone/x': '' });
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', 'cd gone && rm x && rmdir ../gone && exec "$0" "$@"', process.execPath, bin, 'check'],
        { cwd: root.folder, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } },
      );
      root.remove();
      assert.deepEqual([status, stderr.split('\n').length], [2, 2], stderr);
      assert.match(stderr, told);
    });
});
