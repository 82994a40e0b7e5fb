import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EngagementLine } from '../../../extension/editor/tree/engagement-line.ts';
import { engagementRows } from '../../../extension/editor/tree/engagement-rows.ts';
import { nearestDate } from '../../../extension/editor/tree/nearest-date.ts';
import { recognisedRows } from '../../../extension/editor/tree/recognised-rows.ts';
import { inMarkdown, type TreeRow } from '../../../extension/editor/tree/row.ts';
import { snapshotOf } from '../../../extension/editor/tree/tree-snapshot.ts';
import { whenText } from '../../../extension/editor/tree/wording.ts';
import { engineOver } from '../../support/run-fixture.ts';
import { speaking } from './speaking.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const english = speaking('en');
const swedish = speaking('sv');

async function linesOf(
  files: ReadonlyMap<string, string>,
  asOf = '2026-11-23',
  profile = 'base',
): Promise<readonly EngagementLine[]> {
  const engine = await engineOver(files, profile);
  const lines = engine.engagements().map(async (info) => ({
    folderUri: 'file:///work',
    folderName: 'work',
    folder: info.folder,
    title: info.title,
    lead: info.lead?.path,
    overview: await engine.overview(info.folder, asOf),
  }));
  return await Promise.all(lines);
}

function example(name: string): ReadonlyMap<string, string> {
  const folder = path.join(root, 'examples', name);
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => [
        `${name}/${file.replaceAll('\\', '/')}`,
        readFileSync(path.join(folder, file), 'utf8'),
      ]),
  );
}

const lead = (more: string): ReadonlyMap<string, string> =>
  new Map([
    [
      'engagement.md',
      `---\nkind: engagement\ntitle: "A *bold*\\n[link](x) $(bug) engagement"\nstatus: active\nclient: C\nsupplier: S\nstart: 2026-01-01\n${more}\n---\n`,
    ],
  ]);

function all(rows: readonly TreeRow[]): readonly TreeRow[] {
  return rows.flatMap((row) => [row, ...all(row.children?.() ?? [])]);
}

function labelled(rows: readonly TreeRow[], label: string): TreeRow {
  const row = all(rows).find((one) => one.label === label);
  assert.ok(row, `no row "${label}"`);
  return row;
}

describe('the rows of an engagement', () => {
  let payments: readonly EngagementLine[] = [];
  let wage: readonly EngagementLine[] = [];
  before(async () => {
    payments = await linesOf(example('payments'));
    wage = await linesOf(example('wage-application'));
  });

  it('show below a draft what it lacks, cell by cell, and begin to ask at a click', async () => {
    const draft =
      '---\nkind: sla\ntitle: Levels\nstatus: draft\nowner:\n---\n\n## Incidents\n\n' +
      '| Priority | Respond | Restore |\n| --- | --- | --- |\n| P1 | | 4 hours |\n';
    const rows = engagementRows(
      await linesOf(new Map([...lead('owner: a'), ['sla.md', draft]])),
      false,
      english,
    );
    const row = labelled(rows, 'Levels');
    const its = row.children?.() ?? [];
    assert.ok(its.some(({ label }) => label === 'P1, Respond: How soon must work begin?'));
    assert.equal(new Set(its.map(({ id }) => id)).size, its.length);
    for (const { click, target } of its) assert.deepEqual([click, target?.path], [{ does: 'ask' }, 'sla.md']);
    assert.equal(row.click?.does, 'open', 'the draft itself still opens');
    const asking = all(rows).filter(({ click }) => click?.does === 'ask');
    assert.equal(asking.length, its.length, 'nothing is asked of what is active');
  });

  it('say in one line what cannot be undone next, what is overdue and what is wrong', () => {
    const [one] = engagementRows(payments, false, english);
    assert.equal(one?.label, 'Card platform, Porto team');
    assert.equal(
      one.description,
      'start leaving: 24 days late · in 37 days: begin the handover (2026-12-30) · 2 overdue',
    );
    assert.equal(one.icon.id, 'warning');
    assert.equal(one.isOpen, true);
    const [other] = engagementRows(wage, false, english);
    assert.equal(
      other?.description,
      'the contract ended 3643 days ago · 8 overdue · 4 questions left · 7 errors',
    );
    assert.equal(other.icon.id, 'error');
  });

  it('know what can be done about them: a record to begin or to close, a claim to write', async () => {
    const draft = '---\nkind: record\ntitle: To come\nstatus: draft\ntype: check-in\n---\n';
    const files = new Map([...example('payments'), ['payments/records/to-come.md', draft]]);
    const rows = all(engagementRows(await linesOf(files, '2026-11-30', 'full'), false, english));
    const contextsOf = (what: RegExp): readonly string[] => [
      ...new Set(rows.filter(({ label }) => what.test(label)).map(({ context }) => context)),
    ];
    assert.deepEqual(contextsOf(/Write the record of/), ['outrigger.dueRecord']);
    assert.deepEqual(contextsOf(/Claim 2 425 EUR for/), ['outrigger.dueClaim']);
    assert.deepEqual(contextsOf(/Review "Going live with a change"/), ['outrigger.due']);
    assert.deepEqual(contextsOf(/^To come$/), ['outrigger.document.draftRecord']);
    assert.deepEqual(contextsOf(/^Communication$/), ['outrigger.pillarMeetings']);
    assert.deepEqual(contextsOf(/^Talent$/), ['outrigger.pillar']);
  });

  it('say the same in Swedish, without a word of English', () => {
    const [one] = engagementRows(payments, false, swedish);
    assert.equal(
      one?.description,
      'påbörja avvecklingen: 24 dagar för sent · om 37 dagar: börja överlämningen (2026-12-30) · 2 försenade',
    );
    const [other] = engagementRows(wage, false, swedish);
    assert.deepEqual(
      other?.children?.().map(({ label }) => label),
      [
        'avtalet upphörde för 3643 dagar sedan',
        'Samsyn',
        'Kommunikation',
        'Ansvar',
        'Kompetensförsörjning',
        'Samverkan',
        'Risk och avveckling',
        'Tidsfrister',
      ],
    );
    assert.equal(labelled([other], 'Riskregister').description, 'saknas');
  });

  it('tell in the tooltip why the history is not known that a rule asks for, and nothing where none does', async () => {
    const asking = new Map([
      ...lead('owner: anna'),
      [
        'map.md',
        '---\nkind: ownership-map\ntitle: Map\nstatus: active\nowner: anna\n---\n\n## Components\n\n| Component | Paths |\n| --- | --- |\n| A | `a/**` |\n',
      ],
    ]);
    const tooltips = ['full', 'base'].map(async (profile) => {
      const lines = await linesOf(asking, '2026-11-23', profile);
      return engagementRows(lines, false, english)[0]!.tooltip.replaceAll('\\', '');
    });
    const [full = '', base = ''] = await Promise.all(tooltips);
    assert.match(full, /^- History: unknown \(the folder lies in no Git repository\)$/m);
    assert.doesNotMatch(base, /History/);
  });

  it('tell in the tooltip what silence costs, what is owed and who waits for whom', () => {
    const tooltip = engagementRows(payments, false, english)[0]!.tooltip.replaceAll('\\', '');
    for (const line of [
      'Phase: delivery',
      'Passed: 2026-10-30 start leaving (24 days ago)',
      'Silence commits 582 000 EUR',
      'Overdue: 2 for the client, 0 for the supplier',
      'Credits due: 2 425 EUR',
      'Waiting for client: 2, the longest for 40 days',
    ])
      assert.ok(tooltip.includes(`- ${line}\n`), `${line}\n${tooltip}`);
  });

  it('say which workspace folder an engagement stands in only where there are several', () => {
    assert.doesNotMatch(engagementRows(payments, false, english)[0]!.description, /work/);
    assert.match(engagementRows(payments, true, english)[0]!.description, / · work$/);
  });

  it('show an engagement before it is computed', () => {
    const [one] = engagementRows(
      payments.map((line) => ({ ...line, overview: undefined })),
      false,
      english,
    );
    assert.equal(one?.description, 'reading…');
    assert.deepEqual(one.children?.(), []);
  });

  it('show documents with their state in words, and open them', () => {
    const rows = engagementRows(payments, false, english);
    const sla = labelled(rows, 'Service levels, card platform');
    assert.equal(sla.description, 'approved');
    assert.equal(sla.icon.id, 'verified');
    assert.equal(sla.context, 'outrigger.document.active');
    assert.deepEqual(sla.click, { does: 'open' });
    assert.equal(sla.target?.path, 'payments/sla.md');
    const ended = labelled(rows, 'Choosing a partner for the card platform');
    assert.equal(ended.description, 'ended');
    assert.equal(ended.context, 'outrigger.document.ended');
    const wrong = labelled(engagementRows(wage, false, english), 'Invoice and close-out');
    assert.equal(wrong.description, 'active · 1 error');
    assert.equal(wrong.icon.id, 'error');
    assert.equal(
      labelled(rows, 'Leaving Ribalta, card platform').description,
      'approved · overdue since 2026-10-30',
    );
  });

  it('offer what is missing, with what a new document is told', () => {
    const row = labelled(engagementRows(wage, false, english), 'Risk register');
    assert.equal(row.context, 'outrigger.missing');
    assert.deepEqual(row.click, { does: 'newDocument' });
    assert.deepEqual(row.target, {
      folderUri: 'file:///work',
      engagement: 'wage-application',
      kind: 'risk-register',
    });
    assert.match(row.spoken, /^Risk register, missing\. The phase "delivery" asks for/);
  });

  it('list what is due by date, and open it where it stands', () => {
    const due = labelled(engagementRows(payments, false, english), 'Due');
    assert.equal(due.description, '2 overdue · 12 to come');
    const rows = due.children?.() ?? [];
    assert.equal(rows.length, 14);
    assert.deepEqual(
      rows.map(({ description }) => description),
      rows
        .map(({ description }) => description)
        .toSorted((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : 0)),
    );
    const [first] = rows;
    assert.match(first?.label ?? '', /^24 days late: Decide whether to leave/);
    assert.equal(first?.description, '2026-10-30 · client');
    assert.match(rows[2]?.label ?? '', /^in 2 days: /);
    assert.equal(first.click?.does === 'open' && first.click.range !== undefined, true);
  });

  it('tell nothing by colour alone, have a label for screen readers, and one id each', () => {
    for (const wording of [english, swedish]) {
      const rows = all(engagementRows([...payments, ...wage], true, wording));
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      for (const row of rows) {
        assert.ok(row.spoken.startsWith(row.label), row.spoken);
        assert.notEqual(row.label, '');
        assert.match(row.icon.id, /^[a-z-]+$/);
        assert.match(row.context, /^outrigger\.[A-Za-z.]+$/);
        if (row.icon.color !== undefined) assert.match(row.description, /\d|försenat|overdue/, row.label);
      }
    }
  });

  it('have one id each, whatever folders and documents are called', () => {
    const named = (folder: string): EngagementLine => ({ ...payments[0]!, folder });
    const [{ overview, ...line }] = [payments[0]!];
    const documents = overview!.pillars.flatMap((pillar) => pillar.documents);
    const pillars = overview!.pillars.map((pillar) => ({
      ...pillar,
      documents: ['missing#sla', 'a%23b.md', 'a#b.md'].map((path) => ({ ...documents[0]!, path })),
      missing: ['sla' as const],
    }));
    const lines = [
      named('a'),
      named('a#due'),
      named('a%23due'),
      { ...line, overview: { ...overview!, pillars } },
    ];
    const ids = all(engagementRows(lines, true, english)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keep the ids from one day to the next', async () => {
    const next = await linesOf(example('payments'), '2026-11-24');
    const ids = (lines: readonly EngagementLine[]): readonly string[] =>
      engagementRows(lines, false, english)[0]!.children!().map(({ id }) => id);
    assert.deepEqual(ids(next), ids(payments));
  });

  it('show what a document says as text, whatever it says', async () => {
    const rows = engagementRows(await linesOf(lead('phase: selection')), false, english);
    assert.equal(rows[0]?.label, 'A *bold* [link](x) $(bug) engagement');
    assert.doesNotMatch(rows[0].tooltip, /(?<!\\)\[link|(?<!\\)\*bold|\$\(/);
    assert.equal(inMarkdown('<b>&amp;'), '&lt;b\\>\\&amp;');
  });

  it('say what silence commits in the line while it can still be broken', async () => {
    const [one] = engagementRows(
      await linesOf(
        lead(
          'phase: delivery\nend: 2027-06-30\nnotice: 3 months\nrenewal: automatic, 12 months\nfee: 100 EUR per month',
        ),
      ),
      false,
      english,
    );
    assert.deepEqual(
      one
        ?.children?.()
        .slice(0, 1)
        .map(({ label, description }) => [label, description]),
      [['in 127 days: refuse renewal', '2027-03-30 · silence commits 1 200 EUR']],
    );
    assert.match(one.description, /^in 127 days: refuse renewal \(2027-03-30\) · silence commits 1 200 EUR/);
  });

  it('can be looked at as plain data', () => {
    const snapshot = snapshotOf(engagementRows(payments, false, english), { value: 2, tooltip: 't' }, 'bar');
    // A function in it could not be cloned.
    assert.deepEqual(structuredClone(snapshot), snapshot);
    assert.equal(snapshot.rows[0]?.children.length, 9);
    assert.deepEqual(snapshot.badge, { value: 2, tooltip: 't' });
  });
});

describe('the rows of files that nobody governs', () => {
  const file = (at: string, kind: 'sla' | 'risk-register'): Parameters<typeof recognisedRows>[0][number] => ({
    folderUri: 'file:///work',
    folderName: 'work',
    path: at,
    kind,
  });

  it('count what looks like the same, and say how to begin', () => {
    const rows = recognisedRows(
      [file('a/sla.md', 'sla'), file('b.md', 'sla'), file('c.md', 'sla'), file('r.md', 'risk-register')],
      false,
      english,
    );
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['1 file looks like risk registers', '3 files look like service levels', 'Begin an engagement'],
    );
    assert.deepEqual(
      rows[1]?.children?.().map(({ label, description, click }) => [label, description, click?.does]),
      [
        ['sla.md', 'a', 'open'],
        ['b.md', '', 'open'],
        ['c.md', '', 'open'],
      ],
    );
    assert.deepEqual(rows[2]?.click, { does: 'init' });
    assert.equal(
      recognisedRows([file('b.md', 'sla')], true, swedish)[0]?.label,
      '1 fil liknar servicenivåer',
    );
  });

  it('are none where nothing is recognised, so that the view can say what to do', () => {
    assert.deepEqual(recognisedRows([], false, english), []);
  });
});

describe('the nearest date', () => {
  it('is what is late before what comes, with its name where there are several engagements', async () => {
    const lines = await linesOf(new Map([...example('payments'), ...example('small')]));
    const nearest = nearestDate(lines, english);
    assert.equal(nearest?.text, '$(warning) start leaving: 24 days late · Card platform, Port…');
    assert.equal(
      nearest.spoken,
      'Outrigger: Card platform, Porto team, start leaving: 24 days late, 2026-10-30',
    );
    assert.equal(nearest.opens?.target.path, 'payments/exit-plan.md');
    const told = nearest.tooltip.replaceAll('\\', '').split(/ *\n+/);
    assert.deepEqual(
      told.map((line) => line.slice(0, 46)),
      [
        '**What to see to first**',
        '$(warning) 2 overdue',
        '$(briefcase) Card platform, Porto team',
        '$(warning) **2026-10-30** start leaving: 24 da',
        '$(warning) **2026-10-30** 24 days late: Decide',
        '$(warning) **2026-11-06** 17 days late: Answer',
        '$(calendar) **2026-11-25** in 2 days: Take the',
        '$(calendar) **2026-11-25** in 2 days: Answer: ',
      ],
    );
    // What the bar cuts stands here in full.
    assert.match(told[4] ?? '', /must be over by 2027-06-30$/);
  });

  it('prefers what cannot be undone on the same day', async () => {
    const [line] = await linesOf(lead('phase: delivery\nend: 2026-12-24\nrenewal: none'));
    assert.equal(nearestDate([line!], english)?.text, '$(milestone) in 31 days: the contract ends');
    assert.equal(nearestDate([line!], swedish)?.text, '$(milestone) om 31 dagar: avtalet upphör');
  });

  it('has no icon of what a title says, in the bar or once its Markdown is rendered', async () => {
    const [line] = await linesOf(lead('phase: delivery\nend: 2026-12-24\nrenewal: none'));
    const named = { ...line!, title: '$(bug) x' };
    const nearest = nearestDate([named, { ...named, folder: 'other' }], english);
    assert.match(nearest?.text ?? '', /\$\u200B\(bug\) x$/);
    assert.match(nearest?.tooltip ?? '', /x/);
    // VS Code looks for icons after Markdown has taken the backslashes away.
    assert.doesNotMatch(
      (nearest?.tooltip ?? '').replaceAll('\\', ''),
      /\$\((?!milestone\)|calendar\)|briefcase\))/,
    );
    assert.doesNotMatch(inMarkdown('$(bug)').replaceAll('\\', ''), /\$\(/);
  });

  it('says what has ended, when nothing is due, and is absent without an engagement', async () => {
    assert.equal(
      nearestDate(await linesOf(example('wage-application')), english)?.text,
      '$(warning) the contract ended 3643 days ago',
    );
    assert.equal(
      nearestDate(await linesOf(lead('phase: closed')), english)?.text,
      '$(calendar) nothing is due',
    );
    assert.equal(nearestDate([], english), undefined);
  });
});

describe('days in words', () => {
  it('count from today', () => {
    assert.deepEqual(
      [0, 1, -1, 2, -2].map((days) => whenText(english, days)),
      ['today', 'tomorrow', 'yesterday', 'in 2 days', '2 days ago'],
    );
  });
});
