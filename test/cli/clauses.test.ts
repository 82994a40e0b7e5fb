import assert from 'node:assert/strict';
import path from 'node:path';
import { exampleFiles } from '../support/example-files.ts';
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
      readonly basedOn: string;
      readonly readOn: string;
      readonly checkedIn: string;
      readonly concerns: string;
      readonly clauses: readonly {
        readonly id: string;
        readonly label: string;
        readonly says: string;
        readonly checkedOn: string | null;
        readonly applies: boolean;
        readonly why: string | null;
        readonly state: string;
        readonly rules: readonly string[];
        readonly lacking: readonly {
          readonly code: string;
          readonly message: string;
          readonly path: string;
          readonly line: number;
          readonly accepted: boolean;
        }[];
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
    assert.match(lines[4]!, /^ {2}GDPR, .*: 12 clauses apply, 9 without an answer$/);
    assert.match(
      lines[5]!,
      /^ {2}Based on GDPR, .*, as read on \d{4}-\d\d-\d\d\. It concerns suppliers that process personal data/,
    );
    assert.match(
      lines[6]!,
      /^ {2}Compared with the wording of the law: 12 of 12, in a reproduction .*, not the Official Journal\.$/,
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
    assert.deepEqual(after('GDPR-28.2').slice(0, 2), [
      '    by rule  GDPR-28.2  another processor only with written authorisation',
      '        LAW004',
    ]);
    const [open, rules, lacks] = after('GDPR-28.3.g');
    assert.equal(open, '    missing  GDPR-28.3.g  data is deleted or returned after the end');
    assert.equal(rules, '        EXT008, LAW006');
    assert.match(lacks!, /^ {8}LAW006: .* {2}shop\/engagement\.md:\d+$/);
  });

  it('says that the data act does not apply to every engagement', async () => {
    const { out } = await clauses('shop', '--profile', 'data-act');
    assert.match(out, /suppliers that run a cloud service, and does not apply to every engagement\./);
  });

  it('asks for a profile where none with a list is in force, and says of each clause why it does not apply', async () => {
    const none = await clauses('shop');
    assert.match(none.out, /\nshop\n\n {2}No profile with a list of clauses is in force: .* --profile\.\n$/);
    const bare = temporaryFolder({ 'engagement.md': engagementText });
    try {
      const { out } = await runCli(['clauses', '--profile', 'gdpr'], { cwd: bare.folder });
      assert.match(out, /\n {2}GDPR, .*: 0 clauses apply, 0 without an answer\n {2}Based on /);
      assert.match(
        out,
        /\n {4}does not apply {2}GDPR-28\.3\.a {2}data is .*\n {8}no row of Data says that it is personal\n/,
      );
      assert.doesNotMatch(out, /missing|by rule/);
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
      const [a, b, g] = ['GDPR-28.3.a', 'GDPR-28.3.b', 'GDPR-28.2'].map((id) =>
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
      assert.deepEqual([b?.places, b?.rules, g?.rules, g?.lacking], [[], [], ['LAW004'], []]);
      assert.match(b!.says, /^Everybody /);
    }
  });

  it('marks what was never compared with the law, in each form', async () => {
    const data = (await clauses('shop', '--profile', 'data-act', '--format', 'json')).out;
    const [list] = (JSON.parse(data) as Listed).engagements[0]!.lists;
    assert.match(list!.basedOn, /^Based on Data Act, .*, as read on \d{4}-\d\d-\d\d\.$/);
    assert.match(list!.checkedIn, /not the Official Journal$/);
    const unchecked = list!.clauses.flatMap(({ id, checkedOn }) => (checkedOn === null ? [id] : []));
    assert.ok(unchecked.length > 0);
    const text = (await clauses('shop', '--profile', 'data-act')).out;
    const marked = text.split('\n').filter((line) => line.endsWith('(not compared with the law)'));
    assert.deepEqual(
      marked.map((line) => line.split('  ').find((part) => part.startsWith('DATA-ACT'))),
      unchecked,
    );
    assert.ok(
      text.includes(
        `law: ${list!.clauses.length - unchecked.length} of ${list!.clauses.length}, in extracts`,
      ),
    );
    const markdown = (await clauses('shop', '--profile', 'data-act', '--format', 'md')).out.split('\n');
    assert.deepEqual(
      markdown.filter((line) => line.endsWith('| no |')).map((line) => line.split(' | ')[0]!.slice(2)),
      unchecked,
    );
  });

  it('writes the matrix as Markdown, in Swedish too', async () => {
    const { code, out, err } = await clauses('shop', '--profile', 'gdpr', '--format', 'md');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^Clauses in our own words, based on the texts named\. No legal advice/);
    assert.match(
      out,
      /\n## Shop, Riga team\n\n### GDPR, [^\n]*\n\n- GDPR, [^\n]*: 12 clauses apply[^\n]*\n- Based on GDPR, [^\n]*, as read on /,
    );
    assert.match(
      out,
      /\n\| Clause \| What it is about \| State \| Where, or what is missing \| Compared with the law \|\n/,
    );
    assert.match(
      out,
      /\n\| GDPR-28\.3\.a \| data is processed [^|]* \| placed \| annex 3, clause 2 \(shop\/engagement\.md:\d+\); annex \(shop\/engagement\.md:\d+\) \| \d{4}-\d\d-\d\d \|\n/,
    );
    const swedish = (await clauses('shop', '--profile', 'gdpr', '--format', 'md', '--lang', 'sv')).out;
    assert.match(swedish, /Bygger på [^\n]*, läst \d{4}-\d\d-\d\d\./);
    assert.match(swedish, /\n\| Klausul \| /);
    assert.doesNotMatch(swedish, /Based on|missing|by rule|Compared/);
  });

  it('says of no clause that a law is satisfied', async () => {
    for (const form of ['text', 'md', 'json']) {
      const { out } = await clauses('--profile', 'dora,gdpr,nis2,data-act', '--format', form);
      assert.doesNotMatch(out, /satisf|complian[ct] with|complies|fulfil/i);
    }
  });
});

describe('outrigger clauses on the examples', () => {
  const examples = path.join(import.meta.dirname, '../../examples');
  const listOf = async (
    folder: string,
    profile: string,
    cwd = examples,
  ): Promise<Listed['engagements'][number]['lists'][number]> => {
    const { code, out } = await runCli(
      ['clauses', folder, '--root', '.', '--profile', profile, '--format', 'json'],
      {
        cwd,
      },
    );
    assert.equal(code, 0);
    return (JSON.parse(out) as Listed).engagements[0]!.lists[0]!;
  };

  it('gives each of DORA Art. 28(8), 30(2)(a) to (i) and 30(3)(a) to (f) a verdict and a place', async () => {
    const { clauses } = await listOf('payments', 'dora');
    const wanted = [
      'DORA-28.8',
      ...['28.8.a', '28.8.b', '28.8.c'].map((one) => `DORA-${one}`),
      ...[...'abcdefghi'].map((letter) => `DORA-30.2.${letter}`),
      ...[...'abcdef'].map((letter) => `DORA-30.3.${letter}`),
    ];
    const found = new Map(clauses.map((clause) => [clause.id, clause]));
    for (const id of wanted) {
      const clause = found.get(id);
      assert.ok(clause?.applies, id);
      assert.ok(['placed', 'rule'].includes(clause.state), `${id}: ${clause.state}`);
      assert.ok(clause.places.length > 0, `${id} has no place`);
    }
    const placesOf = (id: string): readonly string[] =>
      found.get(id)!.places.map(({ path: file, line, where }) => `${file}:${line} ${where}`);
    assert.deepEqual(placesOf('DORA-28.8'), [
      'payments/exit-plan.md:37 Options',
      'payments/exit-plan.md:44 Handover items',
      'payments/exit-plan.md:81 Tests',
    ]);
    assert.deepEqual(placesOf('DORA-30.2.h'), ['payments/engagement.md:14 notice']);
    assert.deepEqual(placesOf('DORA-30.2.b'), ['payments/engagement.md:104 data']);
    assert.deepEqual([found.get('DORA-28.3')!.state, placesOf('DORA-28.3')], ['open', []]);
    // Two triggers lack, and only the two clauses that are about them.
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((letter) => found.get(`DORA-28.7.${letter}`)!.state),
      ['rule', 'rule', 'open', 'open'],
    );
  });

  it('names the transfer tool that lacks, and where the tools stand where none does', async () => {
    const { state, lacking } = (await listOf('handover', 'gdpr')).clauses.find(({ id }) => id === 'GDPR-44')!;
    assert.equal(state, 'open');
    assert.deepEqual(
      lacking.map(({ code, message, path: file, accepted }) => [code, message, file, accepted]),
      [
        [
          'LAW007',
          '"Passages at the gates" lies in, or is read from, IN, outside the EEA: name the transfer tool that makes this lawful.',
          'handover/engagement.md',
          false,
        ],
      ],
    );
    const files = [...exampleFiles('handover')].map(([file, text]) => [
      file,
      text.replace(
        /^(\| Passages at the gates .*)\| \| \|$/m,
        '$1| standard contractual clauses, module 2 | 2026-09-14 |',
      ),
    ]);
    const filled = temporaryFolder(Object.fromEntries(files));
    try {
      const whole = (await listOf('.', 'gdpr', filled.folder)).clauses.find(({ id }) => id === 'GDPR-44')!;
      assert.deepEqual(
        [whole.state, whole.places.map(({ path: file, where }) => `${file} ${where}`), whole.lacking],
        ['rule', ['engagement.md Data'], []],
      );
    } finally {
      filled.remove();
    }
  });

  it('says why a clause does not apply, and what both sides have accepted', async () => {
    const files = new Map(exampleFiles('handover'));
    const handover = (await listOf('handover', 'dora')).clauses;
    const accepted = handover.find(({ id }) => id === 'DORA-28.4')!;
    assert.deepEqual([accepted.state, accepted.lacking.map(({ accepted: is }) => is)], ['accepted', [true]]);
    const standard = temporaryFolder({
      'engagement.md': files.get('engagement.md')!.replace('importance: critical', 'importance: standard'),
    });
    try {
      const { clauses } = await listOf('.', 'dora', standard.folder);
      const { state, applies, why, places } = clauses.find(({ id }) => id === 'DORA-30.3.a')!;
      assert.deepEqual(
        [state, applies, why, places],
        [
          'inapplicable',
          false,
          'it is for what is critical or important, and the importance is standard',
          [],
        ],
      );
      assert.equal(clauses.find(({ id }) => id === 'DORA-30.2.a')!.applies, true);
    } finally {
      standard.remove();
    }
  });

  it('leaves out rules that the config turns off: a clause that only they ask for is missing', async () => {
    const files = Object.fromEntries(exampleFiles('handover'));
    const off = temporaryFolder({ ...files, 'outrigger.yml': 'version: 1\nrules:\n  ENG011: off\n' });
    try {
      const { state, rules } = (await listOf('.', 'dora', off.folder)).clauses.find(
        ({ id }) => id === 'DORA-30.2.h',
      )!;
      assert.deepEqual([state, rules], ['open', []]);
    } finally {
      off.remove();
    }
  });
});
