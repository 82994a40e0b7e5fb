import assert from 'node:assert/strict';
import { engagementText, pastResultFiles, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

describe('outrigger due', () => {
  let root: ReturnType<typeof temporaryFolder>;
  before(() => (root = temporaryFolder({ 'shop/engagement.md': engagementText })));
  after(() => root.remove());
  const due = (...args: string[]): Promise<CliResult> => runCli(['due', ...args], { cwd: root.folder });

  it('groups what is due by date, overdue first and in words, with who and where', async () => {
    const { code, out } = await due('--as-of', '2026-12-20');
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'As of 2026-12-20: 2 overdue, 1 to come.',
        '',
        '2026-07-01  OVERDUE by 172 days',
        '  client: anna  Review "Shop, Riga team": it has been in force since 2026-01-01, and nobody has signed it off.  (shop/engagement.md:16, DOC008 reviewed-in-time)',
        '',
        '2026-12-18  OVERDUE by 2 days',
        '  supplier      Deliver the milestone "Pilot".  (shop/engagement.md:32, KPI008 milestone-delivered)',
        '',
        '2026-12-30  in 10 days',
        ...out.split('\n').slice(9),
      ].join('\n'),
    );
    assert.match(out, /^ {2}client {8}.*\(shop\/engagement\.md:\d+, ENG006 opt-out-decided\)$/m);
  });

  it('says once on standard error what it knows too little for, in JSON beside the items', async () => {
    const { folder, remove } = temporaryFolder(pastResultFiles);
    try {
      const args = ['due', '--as-of', '2026-12-20'];
      const reason =
        'nothing is concluded from 1 result older than the valid_from of sla.md (2026-11-01): what held then stands in Git history, which this version does not read';
      for (const format of ['text', 'md', 'ics'])
        assert.equal(
          (await runCli([...args, '--format', format], { cwd: folder })).err,
          `Not run: SLA026 (${reason}).\n`,
        );
      const json = await runCli([...args, '--format', 'json'], { cwd: folder });
      assert.equal(json.err, '');
      assert.deepEqual((JSON.parse(json.out) as { notRun: unknown }).notRun, [{ codes: ['SLA026'], reason }]);
    } finally {
      remove();
    }
  });

  it('looks as far ahead as --within says', async () => {
    assert.match((await due('--as-of', '2026-06-01', '--within', '20d')).out, /: nothing is due\.\n$/);
    assert.match((await due('--as-of', '2026-06-01', '--within', '30 days')).out, /0 overdue, 1 to come/);
    assert.match((await due('--as-of', '2026-06-01', '--within', '40w')).out, /0 overdue, 3 to come/);
    assert.equal((await due('--as-of', '2026-06-01', '--within', 'soon')).code, 2);
  });

  it('keeps to one side or one person', async () => {
    const all = ['--as-of', '2026-12-20'];
    assert.match((await due(...all, '--party', 'supplier')).out, /: 1 overdue, 0 to come\.[^]*Pilot/);
    assert.match((await due(...all, '--person', 'ANNA')).out, /: 1 overdue, 0 to come\.[^]*Review/);
    assert.deepEqual(await due(...all, '--person', 'juriss'), {
      code: 2,
      out: '',
      err: 'No person has the key "juriss". Did you mean "juris"?\n',
    });
    assert.match((await due(...all, '--party', 'suplier')).err, /Did you mean "supplier"\?/);
  });

  it('exits with 1 for what is overdue only if it is asked to', async () => {
    assert.equal((await due('--as-of', '2026-12-20', '--fail-on', 'overdue')).code, 1);
    assert.equal((await due('--as-of', '2026-01-02', '--fail-on', 'overdue')).code, 0);
    assert.equal((await due('--as-of', '2026-12-20', '--fail-on', 'anything')).code, 2);
  });

  it('gives JSON', async () => {
    const { out } = await due('--as-of', '2026-12-20', '--party', 'supplier', '--format', 'json');
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      asOf: '2026-12-20',
      notRun: [],
      items: [
        {
          code: 'KPI008',
          name: 'milestone-delivered',
          date: '2026-12-18',
          daysLeft: -2,
          overdue: true,
          severity: 'warning',
          party: 'supplier',
          person: null,
          what: 'Deliver the milestone "Pilot".',
          path: 'shop/engagement.md',
          line: 32,
          column: 11,
          at: 'Milestones[0].Due',
          data: {},
        },
      ],
    });
  });

  it('gives a Markdown table in which names stay as they are', async () => {
    const pilot = engagementText.replace('| Pilot |', '| Pilot *two* \\| three |');
    const other = temporaryFolder({ 'engagement.md': pilot });
    const { out } = await runCli(['due', '--as-of', '2026-12-20', '--party', 'supplier', '--format', 'md'], {
      cwd: other.folder,
    });
    other.remove();
    assert.equal(
      out,
      [
        'As of 2026-12-20: 1 overdue, 0 to come.',
        '',
        '| Date | What | Who | Where |',
        '| --- | --- | --- | --- |',
        '| 2026-12-18, OVERDUE by 2 days | Deliver the milestone "Pilot two \\| three". | supplier | engagement.md:32, KPI008 |',
        '',
      ].join('\n'),
    );
  });

  it('gives a calendar of whole days whose bytes are the same wherever it is made', async () => {
    const before = process.env['TZ'];
    const made: string[] = [];
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env['TZ'] = zone;
      made.push((await due('--as-of', '2026-12-20', '--format', 'ics')).out);
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    const [first = ''] = made;
    assert.deepEqual(made, [first, first, first]);
    assert.match(first, /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    assert.doesNotMatch(first, /[^\r]\n/);
    assert.deepEqual(first.match(/DTSTART[^\r]*/g), [
      'DTSTART;VALUE=DATE:20260701',
      'DTSTART;VALUE=DATE:20261218',
      'DTSTART;VALUE=DATE:20261230',
    ]);
    assert.deepEqual([...new Set(first.match(/DTSTAMP[^\r]*/g))], ['DTSTAMP:20261220T000000Z']);
    const uids = (text: string): readonly string[] => text.match(/UID:[^\r]*/g) ?? [];
    assert.equal(new Set(uids(first)).size, 3);
    assert.deepEqual(uids((await due('--as-of', '2026-12-24', '--format', 'ics')).out), uids(first));
  });

  it('takes the day of the clock in the zone of the config, else in UTC', async () => {
    const now = '2026-12-31T23:30:00Z';
    const asOf = async (config: string): Promise<string> => {
      const one = temporaryFolder({ 'engagement.md': engagementText, 'outrigger.yml': config });
      const { out } = await runCli(['due'], { cwd: one.folder, now });
      one.remove();
      return out.slice(0, 'As of 2026-12-31'.length);
    };
    assert.equal(await asOf(''), 'As of 2026-12-31');
    assert.equal(await asOf('zone: Europe/Stockholm\n'), 'As of 2027-01-01');
    assert.equal(await asOf('zone: Nowhere/At-All\n'), 'As of 2026-12-31');
  });
});
