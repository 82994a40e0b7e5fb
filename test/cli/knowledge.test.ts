import assert from 'node:assert/strict';
import { runCli, temporaryFolder } from './run-cli.ts';

const files = {
  'engagement.md': `---
kind: engagement
title: Shop <script>alert(1)</script> & "co"
status: active
client: Nordbetal AB
supplier: Baltcode UAB
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | manager |
| jonas | supplier | lead |
`,
  'map.md': `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
---

## Components

| Component | Accountable | Does the work | Paths |
| --- | --- | --- | --- |
| Checkout | client | client | org/payments: \`checkout/**\` |
| Ledger <1> & co | client | client | org/payments: \`ledger/**\` |
| Portal | client | client | org/portal: \`**\` |
| Search | client | client | |
| Both | client | client | \`**\`, org/payments: \`both/**\` |
| Gone | client | client | org/payments: \`gone/**\` |
`,
  'kt.md': `---
kind: kt-plan
title: Handover
status: active
owner: anna
direction: to client
---

## Topics

| Topic | Component | From | To | Stage | Accepted on |
| --- | --- | --- | --- | --- | --- |
| Nightly run | Checkout | jonas | client | accepted | 2026-01-10 |
| Refunds | Checkout | jonas | anna | accepted | 2026-04-10 |
| Cards | Checkout | jonas | anna | shadow | |
| Search | | jonas | anna | documented | |
`,
  'outrigger.yml': 'snapshots: [payments.json]\n',
  'payments.json': JSON.stringify({
    format: 'outrigger-knowledge',
    version: 1,
    repository: 'org/payments',
    commit: '0123456789'.repeat(4),
    day: '2026-05-20',
    components: [
      {
        component: 'Checkout',
        changes: 3,
        sides: { client: '0.0', supplier: '66.7', unknown: '33.3' },
        teams: {},
        quarters: [
          { quarter: '2025-Q2', changes: 1, sides: { client: '100.0', supplier: '0.0', unknown: '0.0' } },
          { quarter: '2026-Q2', changes: 3, sides: { client: '0.0', supplier: '66.7', unknown: '33.3' } },
        ],
        lastActivity: {
          sides: { client: '2025-05-20', supplier: '2026-05-20', unknown: '2025-06-01' },
          teams: {},
        },
        busFactor: { factor: 1, authored: 1, files: 1 },
      },
      {
        component: 'ledger <1> & CO',
        changes: 0,
        sides: { client: '0.0', supplier: '0.0', unknown: '0.0' },
        teams: {},
        quarters: [],
        lastActivity: { sides: { client: null, supplier: null, unknown: null }, teams: {} },
        busFactor: null,
      },
    ],
  }),
};

describe('outrigger knowledge', () => {
  let root: ReturnType<typeof temporaryFolder>;

  beforeEach(() => (root = temporaryFolder(files)));
  afterEach(() => root.remove());

  async function run(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await runCli(['knowledge', ...args], { cwd: root.folder });
    assert.deepEqual([code, err], [0, '']);
    return out;
  }

  it('tells who worked on each component beside the topics of it, and of what nothing is known', async () => {
    assert.deepEqual((await run()).split('\n'), [
      '█ client, ▒ supplier, ░ not known',
      '',
      'Shop <script>alert(1)</script> & "co"',
      '',
      'Checkout',
      '  2025-Q2  ████████████████████  client 100 %, supplier 0 %, 1 commit',
      '  2026-Q2  ▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░  client 0 %, supplier 66.7 %, not known 33.3 %, 3 commits',
      '  2025-05-21 to 2026-05-20, commit 0123456789: client 0 %, supplier 66.7 %, not known 33.3 % of 3 commits',
      '  Bus factor: 1',
      '  Knowledge transfer: of 3 topics: 1 shadowed, 2 accepted',
      '  "Nightly run" was accepted on 2026-01-10, and nobody who took it over has changed anything since 2025-10-12',
      '',
      'Ledger <1> & co',
      '  2025-05-21 to 2026-05-20, commit 0123456789: nobody changed it',
      '',
      'Search',
      '  Knowledge transfer: of 1 topic: 1 documented',
      '',
      'Nothing is known of the work on "Portal": nothing is known of the repository "org/portal": name a snapshot of it under snapshots in outrigger.yml, or say with --repository where it lies.',
      'Nothing is known of the work on "Search": no Paths say where it lies.',
      'Nothing is known of the work on "Both": its Paths lie in several repositories.',
      'Nothing is known of the work on "Gone": the snapshot of its repository lacks it.',
      '',
    ]);
  });

  it('is Swedish where that is asked for', async () => {
    const out = await run('--lang', 'sv');
    assert.match(out, /^█ kunden, ▒ leverantören, ░ okänt\n/);
    assert.match(out, /kunden 0 %, leverantören 66,7 %, okänt 33,3 %, 3 incheckningar\n/);
    assert.match(
      out,
      /"Nightly run" godkändes 2026-01-10, och ingen som tog över det har ändrat något sedan/,
    );
    assert.match(out, /Inget är känt om arbetet med "Gone": ögonblicksbilden av dess förråd saknar den\./);
  });

  it('is a table with bars in Markdown, in which nothing of a document is read as such', async () => {
    const out = await run('--format', 'md');
    assert.ok(
      out.includes(
        '| Checkout | 2026-Q2 | ▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░ | client 0 %, supplier 66.7 %, not known 33.3 % | 3 |\n',
      ),
    );
    assert.ok(out.includes('## Shop \\<script\\>alert(1)\\</script\\> \\& "co"\n'));
    assert.ok(out.includes('- **Ledger \\<1\\> \\& co**: '));
    assert.doesNotMatch(out, /(?<!\\)<script/);
  });

  it('stands by quarter in the Markdown of the status, and in no other form of it', async () => {
    const status = async (...args: readonly string[]): Promise<string> =>
      (await runCli(['status', '--as-of', '2026-05-20', ...args], { cwd: root.folder })).out;
    const page = await status('--format', 'md');
    const [, section = ''] = page.split('\n## Knowledge by quarter\n');
    assert.ok(section.startsWith('\n█ client, ▒ supplier, ░ not known\n\n| Component | Quarter |'), page);
    assert.ok(
      section.includes(
        '\n| Checkout | 2025-Q2 | ████████████████████ | client 100 %, supplier 0 % | 1 |\n' +
          '| Checkout | 2026-Q2 | ▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░ | client 0 %, supplier 66.7 %, not known 33.3 % | 3 |\n' +
          '\n## Documents\n',
      ),
      page,
    );
    assert.match(await status('--format', 'md', '--lang', 'sv'), /^## Kunskap per kvartal$/m);
    for (const form of ['text', 'json']) assert.doesNotMatch(await status('--format', form), /quarter|█/i);
  });

  it('has no heading in the status where nothing is known of any component', async () => {
    const other = temporaryFolder({ ...files, 'outrigger.yml': '' });
    const { out } = await runCli(['status', '--as-of', '2026-05-20', '--format', 'md'], {
      cwd: other.folder,
    });
    other.remove();
    assert.match(out, /^## Documents$/m);
    assert.doesNotMatch(out, /quarter/i);
  });

  it('is data for programs', async () => {
    const { version, engagements } = JSON.parse(await run('--format', 'json')) as {
      readonly version: number;
      readonly engagements: readonly [{ readonly components: readonly Readonly<Record<string, unknown>>[] }];
    };
    const { components, ...others } = engagements[0];
    assert.deepEqual([version, others], [1, { folder: '', title: 'Shop <script>alert(1)</script> & "co"' }]);
    assert.deepEqual(components[0], {
      component: 'Checkout',
      path: 'map.md',
      line: 12,
      column: 1,
      work: {
        commit: '0123456789'.repeat(4),
        day: '2026-05-20',
        from: '2025-05-21',
        changes: 3,
        sides: { client: '0.0', supplier: '66.7', unknown: '33.3' },
        teams: {},
        quarters: [
          { quarter: '2025-Q2', changes: 1, sides: { client: '100.0', supplier: '0.0', unknown: '0.0' } },
          { quarter: '2026-Q2', changes: 3, sides: { client: '0.0', supplier: '66.7', unknown: '33.3' } },
        ],
        lastActivity: { client: '2025-05-20', supplier: '2026-05-20', unknown: '2025-06-01' },
        busFactor: 1,
      },
      transfer: {
        topics: 3,
        stages: {
          identified: 0,
          documented: 0,
          walkthrough: 0,
          shadow: 1,
          'reverse shadow': 0,
          accepted: 2,
        },
        idle: [{ topic: 'Nightly run', acceptedOn: '2026-01-10', since: '2025-10-12' }],
      },
    });
    assert.equal(components[5]?.['unknown'], 'the snapshot of its repository lacks it');
  });

  it('is one picture that runs and loads nothing, with all of its text in it', async () => {
    const out = await run('--format', 'svg');
    assert.match(out, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="760" height="\d+" /);
    assert.doesNotMatch(
      out.replace('xmlns="http://www.w3.org/2000/svg"', ''),
      /<script|href|url\(|@import|https?:|\bon\w+=/i,
    );
    assert.match(out, /<title id="title">Who works on what, and what the knowledge transfer says<\/title>/);
    const [, description = ''] = /<desc id="desc">([^<]*)<\/desc>/.exec(out) ?? [];
    const unescaped = description
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    assert.equal(unescaped, await run());
    assert.match(out, /prefers-color-scheme: dark/);
    assert.ok(out.includes('>Ledger &lt;1&gt; &amp; co</text>'));
    // Of a quarter that both made, from below: no client, two thirds, one third.
    assert.match(
      out,
      /<rect class="supplier" x="372" y="(\d+\.\d)" width="56" height="66\.7"\/>\n<rect class="unknown" x="372" y="\d+\.\d" width="56" height="33\.3"\/>\n<text class="small" x="372" y="\d+">2026-Q2</,
    );
    assert.match(out, />2026-Q2: client 0 %, supplier 66\.7 %, not known 33\.3 %</);
    // A quarter without work is a gap between the others.
    const labels = [...out.matchAll(/class="small" x="(\d+)" y="\d+">(\d{4}-Q\d)</g)].map(
      ([, x, quarter]) => [x, quarter],
    );
    assert.deepEqual(labels, [
      ['20', '2025-Q2'],
      ['108', '2025-Q3'],
      ['196', '2025-Q4'],
      ['284', '2026-Q1'],
      ['372', '2026-Q2'],
    ]);
  });

  it('says why where no figures are wanted, and what the knowledge transfer says all the same', async () => {
    const off = temporaryFolder({
      ...files,
      'outrigger.yml': 'people_metrics: off\nsnapshots: [payments.json]\n',
    });
    try {
      const { out } = await runCli(['knowledge'], { cwd: off.folder });
      assert.doesNotMatch(out, /commit/);
      assert.match(out, /Knowledge transfer: of 3 topics: 1 shadowed, 2 accepted\n\nSearch/);
      assert.match(
        out,
        /"Checkout", .* and "Gone": nothing is counted of what people did: the config says people_metrics: off\./,
      );
    } finally {
      off.remove();
    }
  });

  it('has nothing to show where there is no engagement', async () => {
    const empty = temporaryFolder({ 'notes.md': '# Notes\n' });
    try {
      const { code, out, err } = await runCli(['knowledge'], { cwd: empty.folder });
      assert.deepEqual(
        [code, out, err],
        [2, '', 'There is no engagement here: outrigger init begins one.\n'],
      );
    } finally {
      empty.remove();
    }
  });

  it('says so where there is no component', async () => {
    const none = temporaryFolder({ 'engagement.md': files['engagement.md'] });
    try {
      const { out } = await runCli(['knowledge'], { cwd: none.folder });
      assert.match(out, /No component stands under Components\.\n$/);
    } finally {
      none.remove();
    }
  });
});
