import assert from 'node:assert/strict';
import path from 'node:path';
import { engagementText, runCli, temporaryFolder } from './run-cli.ts';

const exitPlan = `---
kind: exit-plan
title: Leaving
status: draft
owner: anna
prepare: 2 months
---
`;

/** Its last session is on that day. */
function knowledgePlan(title: string, last: string): string {
  return `---
kind: kt-plan
title: ${title}
status: active
owner: anna
direction: to client
complete_by: 2027-06-30
---

## Topics

| Topic | From | To | Stage | Left to do |
| --- | --- | --- | --- | --- |
| Logs | supplier | client | shadow | |
| Keys | supplier | client | accepted | rotate the old ones |
| Jobs | supplier | client | | |
| Mail | supplier | client | shadow | |

## Sessions

| Topic | Planned | Method |
| --- | --- | --- |
| Logs | 2026-12-21 | shadow |
| Logs | ${last} | |
| Mail | 2026-12-01 | |
`;
}

describe('outrigger status and portfolio', () => {
  let root: ReturnType<typeof temporaryFolder>;
  let urgent: ReturnType<typeof temporaryFolder>;
  before(() => {
    const open = engagementText.replace('end: 2027-06-30\n', '');
    urgent = temporaryFolder({
      'a/engagement.md': open.replace('Shop, Riga team', 'Team 10'),
      'b/engagement.md': open.replace('Shop, Riga team', 'Team 2'),
      'z/engagement.md': engagementText.replace('Shop, Riga team', 'Zebra'),
    });
  });
  before(
    () =>
      (root = temporaryFolder({
        'shop/engagement.md': engagementText,
        'shop/exit-plan.md': exitPlan,
        'tills/engagement.md': engagementText
          .replace('Shop, Riga team', 'Tills')
          .replace('end: 2027-06-30\n', ''),
      })),
  );
  after(() => {
    root.remove();
    urgent.remove();
  });

  it('show where one engagement stands', async () => {
    const { code, out } = await runCli(['status', 'shop', '--as-of', '2026-12-20'], { cwd: root.folder });
    assert.equal(code, 0);
    const shown = (label: string): string => new RegExp(`^${label} +(.*)$`, 'm').exec(out)?.[1] ?? '';
    assert.match(out, /^Shop, Riga team \(shop\), as of 2026-12-20\n/);
    assert.equal(shown('Phase'), 'delivery');
    assert.equal(shown('Parties'), 'Nord AB (client), Riga SIA (supplier)');
    assert.equal(shown('Next'), '2026-12-30, in 10 days: refuse renewal');
    assert.match(shown('Silence'), /^commits 12 000 EUR: /);
    assert.equal(shown('Overdue'), '1 for the client, 1 for the supplier');
    assert.match(shown('Questions'), /^\d+ left in drafts$/);
    assert.equal(
      shown('Missing'),
      'ownership-map, communication-plan, sla, exit-plan, risk-register, skills, process',
    );
    assert.match(
      out,
      /^ {2}2026-12-18 {2}supplier {6}Deliver the milestone "Pilot"\. {2}\(shop\/engagement\.md:32\)$/m,
    );
    assert.match(out, /^ {2}engagement {2}1 active$/m);
    assert.match(out, /^ {2}exit-plan {3}1 draft$/m);
  });

  it('show dates that have passed as passed', async () => {
    const { out } = await runCli(['status', 'shop', '--as-of', '2027-01-09'], { cwd: root.folder });
    assert.match(out, /^Next +2027-06-30, in 172 days: the contract ends$/m);
    assert.match(out, /^Passed +2026-12-30, 10 days late: refuse renewal\nNext/m);
  });

  it('give the most urgent of all engagements first, and of each what has passed', async () => {
    const { out } = await runCli(['portfolio', '--as-of', '2027-01-09'], { cwd: urgent.folder });
    const lines = out.split('\n\n')[1]!.split('\n').slice(1);
    assert.match(
      lines[0]!,
      /^Zebra +delivery +refuse renewal: 10 days late +2027-06-30 the contract ends +172/,
    );
    assert.deepEqual(
      lines.map((line) => /^\w+(?: \d+)?/.exec(line)?.[0]),
      ['Zebra', 'Team 2', 'Team 10'],
    );
    const { out: after } = await runCli(['portfolio', '--as-of', '2027-07-10'], { cwd: urgent.folder });
    assert.match(after, /^Zebra +delivery +the contract ended 10 days ago; refuse renewal: 192 days late/m);
    const { out: json } = await runCli(['status', 'z', '--as-of', '2027-01-09', '--format', 'json'], {
      cwd: urgent.folder,
    });
    const { first, passed } = JSON.parse(json) as { first: unknown; passed: readonly unknown[] };
    assert.deepEqual(first, passed[0]);
    assert.deepEqual(first, {
      name: 'last-opt-out-date',
      date: '2026-12-30',
      daysLeft: -10,
      what: 'refuse renewal',
    });
  });

  it('tell how far the knowledge has moved, and give it as data', async () => {
    const its = temporaryFolder({
      'shop/engagement.md': engagementText,
      'shop/kt-plan.md': knowledgePlan('Home', '2027-06-30'),
      'shop/kt-till.md': knowledgePlan('Tills', '2027-07-02').replaceAll(
        /Logs|Keys|Jobs|Mail/g,
        '$& of tills',
      ),
      'shop/kt-draft.md': knowledgePlan('Draft', '2027-06-30').replace('status: active', 'status: draft'),
    });
    const { out } = await runCli(['status', 'shop', '--as-of', '2026-12-20'], { cwd: its.folder });
    const block = (title: string): readonly string[] =>
      out
        .split('\n\n')
        .find((part) => part.startsWith(`Knowledge: ${title}`))
        ?.split('\n') ?? [];
    assert.deepEqual(block('Home'), [
      'Knowledge: Home  (shop/kt-plan.md:10)',
      '  Stages              of 4 topics: 1 identified, 2 shadowed, 1 accepted',
      '  Next                2026-12-21, in 1 day: "Logs"',
      '  No session to come  "Jobs" and "Mail"',
      '  Left to do          "Keys"',
    ]);
    assert.deepEqual(block('Tills').slice(2, 4), [
      '  Next                2026-12-21, in 1 day: "Logs of tills"',
      '  Too late            "Logs of tills" cannot be finished before 2027-07-02, 2 days after the handover ends on 2027-06-30',
    ]);
    assert.deepEqual(block('Draft'), []);
    const args = ['status', 'shop', '--as-of', '2026-12-20'];
    const { out: swedish } = await runCli([...args, '--lang', 'sv'], { cwd: its.folder });
    assert.match(swedish, /^ {2}Skeden +av 4 kunskapsområden: 1 identifierat, 2 i bredvidgång, 1 godkänt$/m);
    const { out: json } = await runCli([...args, '--format', 'json'], { cwd: its.folder });
    its.remove();
    const { knowledge } = JSON.parse(json) as { knowledge: readonly Record<string, unknown>[] };
    assert.deepEqual(knowledge[0], {
      title: 'Home',
      path: 'shop/kt-plan.md',
      line: 10,
      column: 4,
      accepted: 1,
      topics: 4,
      stages: { identified: 1, documented: 0, walkthrough: 0, shadow: 2, 'reverse shadow': 0, accepted: 1 },
      unread: 0,
      leftToDo: 1,
      next: [{ topic: 'Logs', date: '2026-12-21', method: 'shadow' }],
      unplanned: ['Jobs', 'Mail'],
      late: [],
      leavers: [],
      handoverEnds: '2027-06-30',
    });
    assert.equal(knowledge.length, 2);
  });

  it('take the engagement that the current folder lies in, and ask where that is not clear', async () => {
    const inside = await runCli(['status', '--root', '..', '--as-of', '2026-12-20'], {
      cwd: path.join(root.folder, 'tills'),
    });
    assert.match(inside.out, /^Tills \(tills\)/);
    assert.deepEqual(await runCli(['status', '--as-of', '2026-12-20'], { cwd: root.folder }), {
      code: 2,
      out: '',
      err: 'There are 2 engagements here. Name one of "shop", "tills".\n',
    });
    const empty = temporaryFolder({});
    const { code, err } = await runCli(['status', '--as-of', '2026-12-20'], { cwd: empty.folder });
    empty.remove();
    assert.deepEqual([code, err], [2, 'There is no engagement here: outrigger init begins one.\n']);
  });

  it('show all engagements, one line each', async () => {
    const { out } = await runCli(['portfolio', '--as-of', '2026-12-20'], { cwd: root.folder });
    const lines = out.trimEnd().split('\n');
    assert.equal(lines[0], 'As of 2026-12-20: 2 engagements.');
    assert.equal(lines.length, 8);
    // Nothing has passed, and there is no error.
    assert.match(
      lines[2]!,
      /^Engagement +Phase +Next that cannot be undone +Days left +Silence commits +Overdue client +Overdue supplier +Questions$/,
    );
    assert.match(
      lines[3]!,
      /^Shop, Riga team +delivery +2026-12-30 refuse renewal +10 +12 000 EUR +1 +1 +\d+$/,
    );
    assert.match(lines[4]!, /^Tills +delivery +1 +1 +0$/);
    assert.match(lines[6]!, /^Supplier +Engagements +Critical +Fee a year +Next that cannot be undone$/);
    assert.match(lines[7]!, /^Riga SIA +2 +0 +24 000 EUR +2026-12-30 refuse renewal$/);
  });

  it('give data and a Markdown table', async () => {
    const { out } = await runCli(['portfolio', 'shop', '--as-of', '2026-12-20', '--format', 'json'], {
      cwd: root.folder,
    });
    const data = JSON.parse(out) as { asOf: string; engagements: Record<string, unknown>[] };
    assert.equal(data.asOf, '2026-12-20');
    assert.deepEqual(
      data.engagements.map(({ folder, phase, next, overdueClient }) => ({
        folder,
        phase,
        next,
        overdueClient,
      })),
      [
        {
          folder: 'shop',
          phase: 'delivery',
          next: { name: 'last-opt-out-date', date: '2026-12-30', daysLeft: 10, what: 'refuse renewal' },
          overdueClient: 1,
        },
      ],
    );
    const one = await runCli(['status', 'shop', '--as-of', '2026-12-20', '--format', 'json'], {
      cwd: root.folder,
    });
    assert.deepEqual(JSON.parse(one.out), { version: 1, asOf: '2026-12-20', ...data.engagements[0] });
    const table = await runCli(['portfolio', '--as-of', '2026-12-20', '--format', 'md'], {
      cwd: root.folder,
    });
    assert.match(table.out, /^\| Shop, Riga team \| delivery \| 2026-12-30 refuse renewal \| 10 \|/m);
    assert.match(table.out, /^\| Riga SIA \| 2 \| 0 \| 24 000 EUR \| 2026-12-30 refuse renewal \|$/m);
  });
});
