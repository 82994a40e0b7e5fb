import assert from 'node:assert/strict';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const data = `
## Data

| Data | Personal |
| --- | --- |
| Orders | yes |

## Clauses

| Clause | Where |
| --- | --- |
| GDPR-28.3.a | annex 3, clause 2 |
| GDPR Art. 28(3)(a) | [annex](engagement.md) |
| GDPR-28.3.b | |
`;

interface Listed {
  readonly version: number;
  readonly engagements: readonly {
    readonly folder: string;
    readonly title: string;
    readonly lists: readonly {
      readonly profile: string;
      readonly concerns: string;
      readonly clauses: readonly {
        readonly id: string;
        readonly label: string;
        readonly says: string;
        readonly state: string;
        readonly rules: readonly string[];
        readonly places: readonly { readonly path: string; readonly line: number; readonly where: string }[];
      }[];
    }[];
  }[];
}

describe('outrigger clauses', () => {
  let root: ReturnType<typeof temporaryFolder>;
  before(() => {
    root = temporaryFolder({
      'shop/engagement.md': engagementText + data,
      'b/engagement.md': engagementText.replace('status: active', 'status: draft') + data,
    });
  });
  after(() => root.remove());
  const clauses = (...args: string[]): Promise<CliResult> =>
    runCli(['clauses', ...args], { cwd: root.folder });

  it('says beside each missing clause what such a clause says, and no more than that it is missing', async () => {
    const { code, out, err } = await clauses('shop', '--profile', 'gdpr');
    assert.deepEqual([code, err], [0, '']);
    const lines = out.split('\n');
    assert.match(lines[0]!, /No legal advice, and no proof that a place is enough\.$/);
    assert.equal(lines[2], 'shop');
    assert.match(lines[4]!, /^ {2}GDPR, .*: 12 clauses apply, 7 without an answer$/);
    assert.match(
      lines[5]!,
      /^ {2}Read on \d{4}-\d\d-\d\d\. It concerns suppliers that process personal data/,
    );
    const after = (id: string): readonly string[] => {
      const at = lines.findIndex((line) => line.includes(`  ${id}  `));
      return lines.slice(at, at + 3);
    };
    const line =
      engagementText.split('\n').length + data.split('\n').findIndex((l) => l.includes('28.3.a')) - 1;
    const [placed, first, second] = after('GDPR-28.3.a');
    assert.match(
      placed!,
      /^ {4}placed {2}GDPR-28\.3\.a {2}data is processed on documented instructions only$/,
    );
    assert.equal(first, `        annex 3, clause 2  shop/engagement.md:${line + 1}`);
    assert.equal(second, `        annex  shop/engagement.md:${line + 2}`);
    assert.match(after('GDPR-28.3.b')[0]!, /^ {4}missing {2}/);
    assert.match(
      after('GDPR-28.3.b')[1]!,
      /^ {8}Such a clause says: Everybody who may process the data has promised/,
    );
    assert.deepEqual(after('GDPR-28.3.g').slice(0, 2), [
      '    by rule  GDPR-28.3.g  data is deleted or returned after the end',
      '        EXT008, LAW006',
    ]);
  });

  it('says that the data act does not apply to every engagement', async () => {
    const { out } = await clauses('shop', '--profile', 'data-act');
    assert.match(out, /suppliers that run a cloud service, and does not apply to every engagement\./);
  });

  it('asks for a profile where none with a list is in force, and tells of a list that asks nothing', async () => {
    const none = await clauses('shop');
    assert.match(none.out, /\nshop\n\n {2}No profile with a list of clauses is in force: .* --profile\.\n$/);
    const bare = temporaryFolder({ 'engagement.md': engagementText });
    try {
      const { out } = await runCli(['clauses', '--profile', 'gdpr'], { cwd: bare.folder });
      assert.match(out, /\n {2}GDPR, .*: 0 clauses apply, 0 without an answer\n {2}Read on .*\n$/);
      // The root has no name: its engagement has one.
      assert.match(out, /\n\nShop, Riga team\n\n/);
    } finally {
      bare.remove();
    }
  });

  it('gives the same as JSON, of drafts too', async () => {
    const { out } = await clauses('--profile', 'gdpr,nis2', '--format', 'json');
    const { version, engagements } = JSON.parse(out) as Listed;
    assert.equal(version, 1);
    assert.deepEqual(
      engagements.map(({ folder, lists }) => [folder, ...lists.map(({ profile }) => profile)]),
      [
        ['b', 'gdpr', 'nis2'],
        ['shop', 'gdpr', 'nis2'],
      ],
    );
    for (const { folder, lists } of engagements) {
      const [a, b, g] = ['GDPR-28.3.a', 'GDPR-28.3.b', 'GDPR-28.3.g'].map((id) =>
        lists[0]!.clauses.find((one) => one.id === id),
      );
      assert.deepEqual([a?.state, b?.state, g?.state], ['placed', 'open', 'rule']);
      assert.deepEqual(
        a?.places.map(({ path, where }) => [path, where]),
        [
          [`${folder}/engagement.md`, 'annex 3, clause 2'],
          [`${folder}/engagement.md`, 'annex'],
        ],
      );
      assert.equal(a.places[1]!.line, a.places[0]!.line + 1);
      assert.deepEqual([b?.places, b?.rules, g?.rules], [[], [], ['EXT008', 'LAW006']]);
      assert.match(b!.says, /^Everybody /);
    }
  });
});
