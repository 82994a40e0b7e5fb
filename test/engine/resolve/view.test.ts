import assert from 'node:assert/strict';
import { definitionsOf } from '../../../extension/engine/resolve/definitions.ts';
import type { Targets } from '../../../extension/engine/resolve/link-targets.ts';
import { namesOf } from '../../../extension/engine/resolve/names.ts';
import { leadOf } from '../../../extension/engine/resolve/lead.ts';
import { createView } from '../../../extension/engine/resolve/view.ts';
import type { Field, GovernedDocument } from '../../../extension/engine/model/document.ts';
import type { View } from '../../../extension/engine/model/engagement.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { SectionKey } from '../../../extension/engine/model/schema.ts';
import { createDocumentReader } from '../../../extension/engine/parse/read-document.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });

const lead = `---
kind: engagement
status: active
title: E
client: Nordic Bank, Retail
supplier: Baltic Code
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | x |
| bo | Baltic Code | x |
| carl | Subco | x |
| dora | third party | x |
| eve | the Vilnius team | x |
| TBD | client | x |
| Anna | supplier | twice |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 08:00-17:00 | bo, Carl |
| Day, night or both | client | Europe/Stockholm | 08:00-17:00 | anna |

## Subcontractors

| Subcontractor |
| --- |
| Subco |
`;

const sla = `---
kind: sla
status: active
title: S
owner: anna, Day, night or both, Nobody, bo
measured_over: calendar month
---

## Services

| Service | Depends on |
| --- | --- |
| API | Web, Pay or Mail |
| Web | 2 of API, Mail, Gone |
| Pay or Mail | Mail or API, Web |
| Mail | 2 of two |
| 2 of two | |
`;

const draft = sla
  .replace('status: active', 'status: draft')
  .replace(/\| API [^]*/, '| Draft service | API |\n| api | |\n');

describe('a view', () => {
  const view = viewOf({ 'engagement.md': lead, 'sla.md': sla, 'z-draft.md': draft });

  describe('knows on which side somebody is', () => {
    for (const [name, is, side] of [
      ['anna', 'person', 'client'],
      ['  ANNA ', 'person', 'client'],
      ['bo', 'person', 'supplier'],
      ['carl', 'person', 'supplier'],
      ['dora', 'person', undefined],
      ['eve', 'person', undefined],
      ['Vilnius   team', 'team', 'supplier'],
      ['subco', 'subcontractor', 'supplier'],
      ['client', 'party', 'client'],
      ['leverantören', 'party', 'supplier'],
      ['nordic bank, retail', 'party', 'client'],
      ['third party', 'party', undefined],
    ] as const) {
      it(name, () => {
        const named = view.findWho(name);
        assert.deepEqual([named?.is, named?.side], [is, side]);
      });
    }

    for (const name of ['', 'TBD', 'nobody', 'constructor', '__proto__']) {
      it(`and not of "${name}"`, () => assert.equal(view.findWho(name), undefined));
    }
  });

  it('reads names that hold commas, each at its characters', () => {
    const document = view.documents[1]!;
    const names = view.who(document.keys.owner);
    assert.deepEqual(
      names.map(({ text, known, target }) => [text, known, target?.is]),
      [
        ['anna', true, 'person'],
        ['Day, night or both', true, 'team'],
        ['Nobody', false, undefined],
        ['bo', true, 'person'],
      ],
    );
    assert.deepEqual(
      names.map(({ span }) => document.text.slice(span.start, span.end)),
      names.map(({ text }) => text),
    );
  });

  it('reads what a service depends on: in series, as alternatives, so many of several', () => {
    const read = (name: string): unknown =>
      view
        .dependencies(view.find('services', name)?.cells.depends_on)
        .map(({ needed, of }) => [needed, of.map(({ text, target }) => `${text}${target ? '' : '?'}`)]);
    assert.deepEqual(read('API'), [
      [1, ['Web']],
      [1, ['Pay or Mail']],
    ]);
    assert.deepEqual(read('Web'), [[2, ['API', 'Mail', 'Gone?']]]);
    assert.deepEqual(read('Pay or Mail'), [
      [1, ['Mail', 'API']],
      [1, ['Web']],
    ]);
    // A service may be called like a count.
    assert.deepEqual(read('Mail'), [[1, ['2 of two']]]);
    assert.deepEqual(read('2 of two'), []);
  });

  it('of active documents takes rows of drafts for known, and no target', () => {
    const withDrafts = viewOf({
      'engagement.md': lead,
      'sla.md': sla.replace('Web, Pay or Mail', 'Draft service'),
      'z-draft.md': draft,
    });
    const [only] = withDrafts.dependencies(withDrafts.find('services', 'api')?.cells.depends_on);
    assert.deepEqual(
      only?.of.map(({ known, target }) => [known, target]),
      [[true, undefined]],
    );
    assert.equal(withDrafts.find('services', 'Draft service'), undefined);
  });

  it('knows the teams of a person, and the first of two rows of one name', () => {
    const carl = view.findWho('carl');
    assert.ok(carl?.is === 'person');
    assert.deepEqual(
      view.teamsOf(carl.row).map(({ cells }) => cells.team?.source.text),
      ['Vilnius team'],
    );
    const anna = view.findWho('anna');
    assert.ok(anna?.is === 'person');
    assert.equal(anna.row.index, 0);
  });

  it('orders sign-offs by date, then path, and takes their paths from its folder', () => {
    const signoff = (date: string, document: string): string =>
      `---\nkind: signoff\ndocument: ${document}\ndigest: sha256-0\nby: anna\nparty: client\ndate: ${date}\nmeans: approved\nvia: cli\n---\n`;
    for (const folder of ['', 'a/']) {
      const signed = viewOf(
        {
          [`${folder}engagement.md`]: lead,
          [`${folder}deep/sla.md`]: sla,
          [`${folder}signoffs/1.md`]: signoff('2026-03-01', 'deep/sla.md'),
          [`${folder}signoffs/2.md`]: signoff('2026-01-01', './deep/sla.md'),
          [`${folder}signoffs/3.md`]: signoff('2026-03-01', 'deep/sla.md'),
          [`${folder}signoffs/4.md`]: signoff('2026-03-01', 'sla.md'),
        },
        folder.slice(0, -1),
      );
      const document = signed.documents.find(({ path }) => path.endsWith('sla.md'))!;
      assert.deepEqual(
        signed.signoffsOf(document).map(({ path }) => path.slice(-4)),
        ['2.md', '1.md', '3.md'],
      );
    }
  });

  it('is led by the first active engagement document, else by the first draft', () => {
    const documents = (statuses: readonly string[]): readonly GovernedDocument[] =>
      statuses.map((status, i) => documentOf(`${i}.md`, lead.replace('status: active', `status: ${status}`)));
    assert.equal(leadOf(documents(['draft', 'active', 'active']))?.path, '1.md');
    assert.equal(leadOf(documents(['draft', 'draft']))?.path, '0.md');
    assert.equal(leadOf([documentOf('sla.md', sla)]), undefined);
  });
});

describe('the fields of a document', () => {
  it('are its cells, further ones too, and its keys', () => {
    const document = documentOf(
      'o.md',
      '---\nkind: ownership-map\nowner: a\n---\n\n## Who does what\n\n| Activity | anna | bo |\n| --- | --- | --- |\n| Deploy | R | A |\n',
    );
    assert.deepEqual(
      document.fields.map(({ source }: Field) => source.text),
      ['Deploy', 'R', 'A', 'ownership-map', 'a'],
    );
  });
});

describe('definitionsOf', () => {
  for (const [what, change, isSame] of [
    ['a line before', (text: string) => text.replace('## People', 'A line.\n\n## People'), true],
    ['a role', (text: string) => text.replace('| anna | client | x |', '| anna | client | y |'), false],
    ['the zone of a team', (text: string) => text.replace('Europe/Vilnius', 'Europe/Riga'), true],
    ['a name', (text: string) => text.replace('| bo |', '| bob |'), false],
    ['the capitals of a name', (text: string) => text.replace('| bo |', '| Bo |'), false],
    ['a party', (text: string) => text.replace('| bo | Baltic Code', '| bo | client'), false],
    ['who is in a team', (text: string) => text.replace('bo, Carl', 'bo'), false],
    ['the name of the client', (text: string) => text.replace('Nordic', 'Northern'), false],
    ['the status', (text: string) => text.replace('status: active', 'status: draft'), false],
    ['a section', (text: string) => text.replace('## Subcontractors', '## Something'), false],
  ] as const) {
    it(`${isSame ? 'is the same after' : 'differs after'} a change of ${what}`, () => {
      const changed = change(lead);
      assert.notEqual(changed, lead);
      const isEqual = definitionsOf(documentOf('e.md', changed)) === definitionsOf(documentOf('e.md', lead));
      assert.equal(isEqual, isSame);
    });
  }

  it('differs where a section that held nothing holds something', () => {
    const of = (text: string): string =>
      definitionsOf(documentOf('e.md', `---\nkind: people\n---\n\n## People\n\n${text}`));
    assert.notEqual(of(''), of('See the other file.\n'));
    assert.notEqual(of(''), of('| Person | Role |\n| --- | --- |\n| | x |\n'));
  });

  it('differs where a table is not read from where there is none, and with what stands in it', () => {
    const of = (text: string): string =>
      definitionsOf(documentOf('e.md', `---\nkind: people\n---\n\n## People\n\n${text}`));
    const unread = (name: string): string => of(`| What | Else |\n| --- | --- |\n| ${name} | x |\n`);
    assert.notEqual(unread('bo'), of('| What | Else |\n| bo | x |\n'));
    assert.notEqual(unread('bo'), unread('carl'));
  });

  it('tells names and columns apart whatever they hold', () => {
    const of = (rows: string): string =>
      definitionsOf(
        documentOf(
          'e.md',
          `---\nkind: people\n---\n\n## People\n\n| Person | Party | Role |\n| --- | --- | --- |\n${rows}`,
        ),
      );
    assert.notEqual(
      of('| a | client | x |\n| b | client | x |\n'),
      of('| a | client | x |\n| | client | x |\n'),
    );
    assert.notEqual(of('| a | | x |\n'), of('| a | TBD | x |\n'));
  });
});

describe('namesOf', () => {
  it('gives names as they are written, of each name once', () => {
    const documents = [documentOf('a.md', lead), documentOf('b.md', sla)];
    const names = namesOf(documents, documents[0]);
    assert.deepEqual(names.rowNames('services'), ['API', 'Web', 'Pay or Mail', 'Mail', '2 of two']);
    assert.ok(names.whoNames().includes('Day, night or both'));
    assert.equal(names.whoNames().filter((name) => name.toLowerCase() === 'anna').length, 1);
    for (const name of ['constructor', '__proto__', ''])
      assert.equal(names.row('services' satisfies SectionKey, name), undefined);
  });
});

function documentOf(path: string, text: string): GovernedDocument {
  const { document } = reader.read(path, text);
  assert.ok(document, path);
  return document;
}

function viewOf(files: Readonly<Record<string, string>>, folder = ''): View {
  const all = Object.entries(files)
    .map(([path, text]) => documentOf(path, text))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const inModel = all.filter(({ status }) => status !== 'ended');
  const targets: Targets = {
    spelled: (path) => path,
    anchorsOf: () => undefined,
    exists: (path) => path in files,
  };
  return createView({
    frame: {
      folder,
      documents: all,
      profiles: new Set(['base']),
      holidays: [],
      language: undefined,
      zone: undefined,
      known: { holidays: 0, targets: 0 },
      history: undefined,
      files: new Map(),
      others: { histories: new Map(), snapshots: [] },
      countsPeople: true,
      needsSignedCommits: false,
    },
    documents: all.filter(({ status }) => status === 'active'),
    known: namesOf(inModel, leadOf(inModel)),
    holidays: undefined,
    targets,
    digestOf: () => '',
  });
}
